/**
 * Where several processes run over one database, all must see one folder of files. A mark in the database and in the
 * folder says that they belong together; a process that finds another folder under its DATA_DIR does not start.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../database.ts";
import { MARK_FILE } from "./names.ts";
import { StartError } from "./start-error.ts";

const KEY = "fileFolder";
/** A process that starts at the same moment may be just writing the mark. */
const LOOKS = 20;
const LOOK_MS = 50;

/**
 * The first start marks both. An embedded database has one process and lies beside its files: there a folder that
 * was emptied is marked again.
 *
 * @param newMark makes a mark for a folder that has none yet
 */
export async function checkFileFolder(
  { db, kind }: Pick<Database, "db" | "kind">,
  folder: string,
  newMark: () => string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, MARK_FILE);
  const made = newMark();
  const isNew = create(path, made);
  const here = isNew ? made : await read(path);
  await db.$executeRaw`
    INSERT INTO "Setting" ("key", "value") VALUES (${KEY}, ${JSON.stringify(here)}::jsonb) ON CONFLICT ("key") DO NOTHING`;
  const mark = String((await db.setting.findUniqueOrThrow({ where: { key: KEY } })).value);
  if (here === mark) return;
  if (isNew && kind === "embedded") return writeFileSync(path, `${mark}\n`, { flush: true });
  // Not to stay behind in a folder that may be another's.
  if (isNew) rmSync(path, { force: true });
  throw new StartError("files-elsewhere", { folder, mark, file: MARK_FILE });
}

/** False where there is one already. */
function create(path: string, mark: string): boolean {
  try {
    writeFileSync(path, `${mark}\n`, { flag: "wx", flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function read(path: string): Promise<string> {
  for (let look = 1; ; look++) {
    const mark = readFileSync(path, "utf8").trim();
    if (mark !== "" || look === LOOKS) return mark;
    await wait(LOOK_MS);
  }
}
