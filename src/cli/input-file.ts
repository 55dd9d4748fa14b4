/** Files that somebody named on the command line. */
import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { readLimits, sayBytes } from "../documents/read/limits.ts";
import { Problem } from "../domain/problem.ts";
import { Failure, type Terminal } from "./command.ts";

/** Its content; a file beyond the limit is refused before it is read. Throws Failure, Problem file-too-large. */
export async function readInputFile(file: string, { host }: Pick<Terminal, "host"> = {}): Promise<Buffer> {
  if (host) return host.read(file);
  const path = pathOf(file);
  try {
    const { size } = await stat(path);
    if (size > readLimits.bytes) {
      throw new Problem("file-too-large", {
        name: basename(file),
        size: sayBytes(size),
        limit: sayBytes(readLimits.bytes),
      });
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Failure("cli-file-missing", { file });
    throw new Failure("cli-file-unreadable", { file, reason: code ?? message });
  }
}

/** Never over what lies there. Throws Failure. */
export async function writeOutputFile(
  file: string,
  bytes: Uint8Array,
  { host }: Pick<Terminal, "host"> = {},
): Promise<void> {
  if (host) return host.write(file, bytes);
  await writeFile(pathOf(file), bytes, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") throw new Failure("cli-file-there", { file });
    throw new Failure("cli-file-unwritable", { file, reason: error.code ?? error.message });
  });
}

/** npm runs us in the project's folder; the person typed the name in their own. */
export function pathOf(file: string): string {
  const typedIn = process.env.INIT_CWD;
  return existsSync(file) || !typedIn ? file : resolve(typedIn, file);
}
