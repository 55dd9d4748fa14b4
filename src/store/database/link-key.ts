/**
 * The key that signs the addresses of personal pages. It lies beside the files and not among the rows, readable by the
 * bot alone: a copy of the database opens no page. Older versions kept it in a row, from where it is moved.
 */
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LINK_KEY_FILE } from "./names.ts";
import type { RunSql } from "./sql.ts";

const OLD_ROW = "webLinkKey";

export function readLinkKey(folder: string): string | null {
  try {
    const key = readFileSync(join(folder, LINK_KEY_FILE), "utf8").trim();
    return /^[0-9a-f]{64}$/.test(key) ? key : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Keeps the key unless there is one; of several processes that do so at once all get the same. */
export function keepLinkKey(folder: string, key: string): string {
  const path = join(folder, LINK_KEY_FILE);
  const side = writeBeside(path, key);
  try {
    linkSync(side, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A disk that knows no links: then nobody shares it either.
    if (code !== "EEXIST" && readLinkKey(folder) === null) renameSync(side, path);
  } finally {
    rmSync(side, { force: true });
  }
  return readLinkKey(folder) ?? key;
}

/** What an older version left among the rows becomes the key: the newest pages were signed by it. */
export async function moveLinkKey(sql: RunSql, folder: string): Promise<void> {
  const { rows } = await sql(`SELECT "value" #>> '{}' AS "key" FROM "Setting" WHERE "key" = $1`, [OLD_ROW]);
  if (rows.length === 0) return;
  const key = String(rows[0]?.key);
  if (/^[0-9a-f]{64}$/.test(key)) replaceLinkKey(folder, key);
  await sql(`DELETE FROM "Setting" WHERE "key" = $1`, [OLD_ROW]);
}

/** In place of the one that may be there. */
export function replaceLinkKey(folder: string, key: string): void {
  const path = join(folder, LINK_KEY_FILE);
  renameSync(writeBeside(path, key), path);
}

function writeBeside(path: string, key: string): string {
  const side = `${path}.${process.pid}.${Date.now()}`;
  writeFileSync(side, `${key}\n`, { mode: 0o600, flag: "wx", flush: true });
  // Whatever the process lets others read by default.
  chmodSync(side, 0o600);
  return side;
}
