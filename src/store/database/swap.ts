/**
 * A restored database takes the place of the one that is there. It lies ready beside it, and `db.next` names it: from
 * then on the change can be cut at any moment and goes on at the next start. What was there is set aside, never deleted.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { replaceLinkKey } from "./link-key.ts";
import { MARK_FILE, WHOLE_FILE } from "./names.ts";

const Next = z.object({
  /** Name of the restored folder, beside `db`. */
  from: z.string().regex(/^db\.restored-[\w-]+$/),
  /** What `db` becomes. */
  aside: z.string().regex(/^db\.before-restore-[\w-]+$/),
  folderMark: z.string().nullable(),
  linkKey: z.string().nullable(),
});
export type Next = z.infer<typeof Next>;

const NEXT_FILE = "db.next";

export function planSwap(folder: string, next: Next): void {
  const path = join(folder, NEXT_FILE);
  writeFileSync(`${path}.new`, JSON.stringify(Next.parse(next)), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** Does what is planned; nothing where nothing is. Only by whoever holds the folder. */
export function finishSwap(folder: string, major: string): void {
  const path = join(folder, NEXT_FILE);
  if (!existsSync(path)) return;
  const next = Next.parse(JSON.parse(readFileSync(path, "utf8")));
  const db = join(folder, "db");
  if (existsSync(join(folder, next.from))) {
    if (existsSync(db)) renameSync(db, join(folder, next.aside));
    renameSync(join(folder, next.from), db);
  }
  markFolder(join(folder, "files"), next);
  writeFileSync(join(folder, WHOLE_FILE), `PostgreSQL ${major}\n`, { flush: true });
  rmSync(path);
}

/** What a folder of files has to tell of the database that was restored beside it. */
export function markFolder(
  files: string,
  { folderMark, linkKey }: Pick<Next, "folderMark" | "linkKey">,
): void {
  mkdirSync(files, { recursive: true });
  if (folderMark !== null) writeFileSync(join(files, MARK_FILE), `${folderMark}\n`, { flush: true });
  if (linkKey !== null) replaceLinkKey(files, linkKey);
}
