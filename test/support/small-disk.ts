/**
 * A disk that can be filled: a tmpfs of its own where this process may mount one, else a limit on the size of files,
 * which the process that is tried gets with its start.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  /** An empty folder on it. */
  readonly folder: string;
  /** False: there is no disk to fill, only files that may not grow beyond 12 MB. */
  readonly real: boolean;
  /** What a process is started with to meet the full disk. */
  readonly fileLimitKb: number | undefined;
  /** Leaves so many bytes. */
  fill(left?: number): void;
  free(): void;
  end(): void;
}

const LIMIT_KB = 12 * 1024;

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "dondoc-disk-"));
  const real = process.env.NO_TMPFS !== "1" && mounted(folder, `size=${megabytes}m`);
  const filler = join(folder, "filler");
  return {
    folder,
    real,
    fileLimitKb: real ? undefined : LIMIT_KB,
    fill(left = 0) {
      if (!real) return;
      const file = openSync(filler, "a");
      try {
        const piece = Buffer.alloc(64 * 1024, 1);
        for (;;) {
          const { bavail, bsize } = statfsSync(folder);
          const more = bavail * bsize - left;
          if (more <= 0) return;
          writeSync(file, piece, 0, Math.min(more, piece.length));
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    end() {
      if (real) unmount(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder nobody can write to, root neither where it can be mounted so. */
export function closedFolder(): { folder: string; end(): void } {
  const folder = mkdtempSync(join(tmpdir(), "dondoc-closed-"));
  const real = process.env.NO_TMPFS !== "1" && mounted(folder, "size=1m,ro");
  // A file where the folder should be is refused to everybody too.
  const shown = real ? folder : join(folder, "file");
  if (!real) closeSync(openSync(shown, "w"));
  return {
    folder: shown,
    end() {
      if (real) unmount(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mounted(folder: string, options: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function unmount(folder: string): void {
  // Lazily: a process that was just killed may still be letting go of it.
  execFileSync("umount", ["-l", folder], { stdio: "ignore" });
}
