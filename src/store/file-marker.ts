/**
 * Where several processes run over one database, all must see one folder of files. A mark in the database and in the
 * folder says that they belong together; a process that finds another folder under its DATA_DIR does not start.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "./database.ts";
import { StartError } from "./start-error.ts";

const KEY = "fileFolder";
export const MARK_FILE = ".dondoc-folder";

/** @param newMark makes a mark for a database that has none yet */
export async function checkFileFolder(db: Db, folder: string, newMark: () => string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, MARK_FILE);
  const here = existsSync(path) ? readFileSync(path, "utf8").trim() : null;
  const made = JSON.stringify(here ?? newMark());
  await db.$executeRaw`
    INSERT INTO "Setting" ("key", "value") VALUES (${KEY}, ${made}::jsonb) ON CONFLICT ("key") DO NOTHING`;
  const mark = String((await db.setting.findUniqueOrThrow({ where: { key: KEY } })).value);
  if (here === mark) return;
  // A database without any content misses nothing: the folder is simply new.
  const misses = here !== null || (await db.storedFile.count({ where: { sha256: { not: null } } })) > 0;
  if (misses && JSON.stringify(mark) !== made)
    throw new StartError("files-elsewhere", { folder, mark, file: MARK_FILE });
  writeFileSync(path, `${mark}\n`, { flush: true });
}
