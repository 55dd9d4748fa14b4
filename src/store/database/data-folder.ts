/** The data folder before anything is written into it: whether that can be done at all, and how much room there is. */
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartError } from "./start-error.ts";

/** Below this the administrator is told, and files that people send are refused; reports are taken still. */
export const LOW_BYTES = 500 * 1024 * 1024;

/** Makes the folder. Throws StartError folder-closed, disk-full. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Rights alone do not tell: a disk mounted read-only refuses its owner too.
    const probe = mkdtempSync(join(folder, "probe-"));
    try {
      writeFileSync(join(probe, "probe"), Buffer.alloc(4_096));
    } finally {
      rmSync(join(probe, "probe"), { force: true });
      rmdirSync(probe);
    }
  } catch (error) {
    throw ofFolder(folder, error) ?? error;
  }
}

/** What a disk that refuses says; null where it is something else. */
export function ofFolder(folder: string, error: unknown): StartError | null {
  const { code } = error as { code?: string };
  if (code === "ENOSPC" || code === "EDQUOT")
    return new StartError("disk-full", { folder }, { cause: error });
  if (code && ["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EEXIST", "EIO"].includes(code)) {
    // Node says ENOENT of a folder that can't be made on a disk mounted read-only.
    return new StartError("folder-closed", { folder, reason: code }, { cause: error });
  }
  return null;
}

/** Bytes that may still be written where the folder is, or will be. */
export function freeBytes(folder: string): number {
  let path = resolve(folder);
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
