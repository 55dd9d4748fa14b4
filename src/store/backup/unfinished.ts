/**
 * What first starts of older versions left behind when they were killed: `db.unfinished-…`, 21 MB each. They are taken
 * away, unless one holds what somebody put there by hand: rows of people, or a database that we can't look into.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { logFilesOf } from "../database/ready-made.ts";

/** @param holdsSomething looks into a database; apart from this process, since it may be damaged in any way */
export async function sweepUnfinished(
  folder: string,
  major: string,
  holdsSomething: (path: string) => Promise<boolean>,
): Promise<void> {
  const left = readdirSync(folder).filter((name) => /^db\.unfinished-\d+$/.test(name));
  for (const name of left) {
    const path = join(folder, name);
    if (await isNobodys(path, major, holdsSomething)) rmSync(path, { recursive: true, force: true });
  }
}

/** The log is copied last: a copy without it was cut off, and was never opened by anybody. */
async function isNobodys(
  path: string,
  major: string,
  holdsSomething: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const version = join(path, "PG_VERSION");
  if (!existsSync(version) || !existsSync(join(path, "global/pg_control"))) return true;
  if (logFilesOf(path).length === 0) return true;
  if (readFileSync(version, "utf8").trim() !== major) return false;
  return holdsSomething(path).then(
    (held) => !held,
    () => false,
  );
}
