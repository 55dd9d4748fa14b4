/**
 * Files by content: DATA_DIR/files/ab/abcdef…, written beside and renamed, so that a name in the folder always
 * holds the whole content. Names people gave are shown, never used as paths.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface FileFolder {
  /** Writes the content and returns its SHA-256 (hex). */
  put(bytes: Uint8Array): string;
  /** The content; throws where it is missing. */
  get(sha256: string): Promise<Buffer>;
  /** For what must not stay with us. */
  remove(sha256: string): void;
  /** Every whole content that lies there, with the moment it was written (or written again). */
  list(): { sha256: string; at: Date }[];
}

export function openFileFolder(folder: string): FileFolder {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true });
      const side = `${path}.${process.pid}.${Date.now()}`;
      writeFileSync(side, bytes, { flush: true });
      renameSync(side, path);
      return sha256;
    },
    get: (sha256) => readFile(pathOf(sha256)),
    remove: (sha256) => rmSync(pathOf(sha256), { force: true }),
    list() {
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { withFileTypes: true })
        .filter((side) => side.isDirectory() && /^[0-9a-f]{2}$/.test(side.name))
        .flatMap((side) => readdirSync(join(folder, side.name)))
        .filter((sha256) => /^[0-9a-f]{64}$/.test(sha256))
        .flatMap((sha256) => {
          const stat = statSync(pathOf(sha256), { throwIfNoEntry: false });
          return stat ? [{ sha256, at: stat.mtime }] : [];
        });
    },
  };
}
