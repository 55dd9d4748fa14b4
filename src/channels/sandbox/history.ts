/**
 * The sandbox's memory on disk: one line of JSON per commit, appended before it takes effect. A line is
 * there or it is not, so a kill at any moment loses nothing that was shown; what a kill tore off at the
 * end is cut away at the next start. Bytes of files lie beside it, under their hash.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Journal } from "./core.ts";
import type { Fact } from "./state.ts";

export interface History extends Journal {
  /** Lets the file go; nothing can be written any more. */
  close(): void;
}

/** Opens the history in a folder, which is made if it is not there. */
export function openHistory(folder: string): History {
  const path = join(folder, "events.jsonl");
  const bytesFolder = join(folder, "files");
  const pathOf = (hash: string) => join(bytesFolder, hash);
  let file = -1;
  let size = 0;

  const open = () => {
    mkdirSync(bytesFolder, { recursive: true });
    file = openSync(path, "a+");
    const whole = readFileSync(path);
    size = whole.lastIndexOf("\n") + 1;
    if (size < whole.byteLength) ftruncateSync(file, size);
    return whole.toString("utf8", 0, size);
  };

  const close = () => {
    if (file >= 0) closeSync(file);
    file = -1;
  };

  const earlier = open().split("\n").flatMap(readLine);

  return {
    read: () => earlier.splice(0),

    write(facts) {
      if (file < 0) throw new Error("the history is closed");
      const line = `${JSON.stringify(facts)}\n`;
      try {
        appendFileSync(file, line);
      } catch (error) {
        // A full disk may have taken half of it: the next line must not be glued to that.
        ftruncateSync(file, size);
        throw error;
      }
      size += Buffer.byteLength(line);
    },

    saveBytes(hash, bytes) {
      if (existsSync(pathOf(hash))) return;
      writeFileSync(`${pathOf(hash)}.part`, bytes);
      renameSync(`${pathOf(hash)}.part`, pathOf(hash));
    },

    bytes: (hash) => (existsSync(pathOf(hash)) ? readFileSync(pathOf(hash)) : undefined),

    reset() {
      close();
      rmSync(path, { force: true });
      rmSync(bytesFolder, { recursive: true, force: true });
      open();
    },

    close,
  };
}

/** The facts of a line; a line that somebody broke by hand is passed over. */
function readLine(line: string): Fact[] {
  try {
    const facts: unknown = line === "" ? [] : JSON.parse(line);
    return Array.isArray(facts) ? (facts as Fact[]) : [];
  } catch {
    return [];
  }
}
