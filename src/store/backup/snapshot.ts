/**
 * A copy of a running embedded database, as PostgreSQL itself makes base backups: its files are copied while it goes on
 * writing, and what it wrote meanwhile stands in its log, which is copied last. Nobody waits. The copy recovers to the
 * moment at which it was ended, when it is opened.
 */
import { constants, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";

let running: Promise<unknown> = Promise.resolve();

/** @param to a folder that is not there yet; the caller removes it, also where this fails */
export function takeSnapshot(lite: PGlite, from: string, to: string): Promise<void> {
  // PostgreSQL makes one at a time in a session.
  const turn = running.then(() => copyRunning(lite, from, to));
  running = turn.catch(() => {});
  return turn;
}

async function copyRunning(lite: PGlite, from: string, to: string): Promise<void> {
  const log = join(from, "pg_wal");
  await lite.query("SELECT pg_backup_start('dondoc', true)");
  let label: unknown;
  try {
    await copyFolder(from, to, log);
  } finally {
    const { rows } = await lite.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
    label = rows[0]?.labelfile;
  }
  await copyFolder(log, join(to, "pg_wal"));
  writeFileSync(join(to, "backup_label"), String(label));
}

/** What has gone when its turn comes was dropped meanwhile: the log tells the copy so. */
async function copyFolder(from: string, to: string, except?: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  for (const one of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, one.name);
    const target = join(to, one.name);
    if (path === except) mkdirSync(target, { recursive: true });
    else if (one.isDirectory()) await copyFolder(path, target);
    else if (one.isFile() && one.name !== "postmaster.pid")
      await copyFile(path, target, constants.COPYFILE_FICLONE).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
  }
}
