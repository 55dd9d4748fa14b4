/**
 * The log in a file that does not grow without end: when it is full it is set aside as `.1`, what was `.1` becomes `.2`,
 * and the oldest goes. Each line is written at once, so that the last word before an end is never lost.
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "./store/database/start-error.ts";

export interface LogFileLimits {
  /** Bytes of one file. */
  bytes: number;
  /** Files set aside. */
  kept: number;
}
const LIMITS: LogFileLimits = { bytes: 10 * 1_048_576, kept: 5 };

/** Throws StartError where the file can't be written. */
export function openLogFile(
  path: string,
  { bytes, kept }: LogFileLimits = LIMITS,
): { write(line: string): void } {
  let { file, size } = open(path);
  const rotate = () => {
    closeSync(file);
    rmSync(`${path}.${kept}`, { force: true });
    for (let at = kept - 1; at >= 0; at--) {
      try {
        renameSync(at === 0 ? path : `${path}.${at}`, `${path}.${at + 1}`);
      } catch (error) {
        // Not there yet; or held by a reader, on Windows: then this one goes on growing.
        if (!["ENOENT", "EPERM", "EBUSY", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? ""))
          throw error;
      }
    }
    ({ file, size } = open(path));
  };
  return {
    write(line) {
      try {
        const written = Buffer.from(line);
        if (size > 0 && size + written.length > bytes) rotate();
        size += writeSync(file, written);
      } catch {
        // A full disk, a folder that went: the work goes on, and what it says is still said.
        writeSync(2, line);
      }
    },
  };
}

function open(path: string): { file: number; size: number } {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, "a", 0o600);
    return { file, size: fstatSync(file).size };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError("log-file-closed", { file: path, reason }, { cause: error });
  }
}
