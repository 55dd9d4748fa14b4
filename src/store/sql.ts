import type { PGlite } from "@electric-sql/pglite";

/** Runs one statement with parameters, or several without. */
export type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

export function runOnPGlite(lite: PGlite): RunSql {
  return async (text, values) => {
    if (values && values.length > 0)
      return { rows: (await lite.query<Record<string, unknown>>(text, values)).rows };
    return { rows: ((await lite.exec(text)).at(-1)?.rows ?? []) as Record<string, unknown>[] };
  };
}
