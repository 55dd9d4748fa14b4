import type { PGlite } from "@electric-sql/pglite";
import type { Prisma } from "../generated/client.ts";

/** Runs one statement with parameters, or several without. */
export type RunSql = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

export function runOnPGlite(lite: PGlite): RunSql {
  return async (text, values) => {
    if (values && values.length > 0)
      return { rows: (await lite.query<Record<string, unknown>>(text, values)).rows };
    return { rows: ((await lite.exec(text)).at(-1)?.rows ?? []) as Record<string, unknown>[] };
  };
}

const lines = new WeakMap<object, RunSql>();

/** Every client of Prisma is known with the line beneath it. */
export function rememberLine(db: object, sql: RunSql): void {
  lines.set(db, sql);
}

/**
 * A statement that runs for every update, past Prisma, which costs several times what the line beneath it does. Numbers
 * of 64 bits come as number, bigint or string. Not within a transaction.
 */
export async function queryPlainly<Row>(db: object, { text, values }: Prisma.Sql): Promise<Row[]> {
  const sql = lines.get(db);
  if (!sql) throw new Error("a client that no database was opened for");
  return (await sql(text, values)).rows as Row[];
}
