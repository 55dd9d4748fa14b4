/**
 * Files by content: DATA_DIR/files/ab/abcdef…, written beside and renamed, so that a name in the folder always
 * holds the whole content. Names people gave are shown, never used as paths.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { freeBytes, LOW_BYTES } from "./data-folder.ts";
import { keepLinkKey, readLinkKey } from "./link-key.ts";

export interface FileFolder {
  /** Writes the content and returns its SHA-256 (hex). */
  put(bytes: Uint8Array): string;
  /** The content; throws where it is missing. */
  get(sha256: string): Promise<Buffer>;
  /** For what must not stay with us. */
  remove(sha256: string): void;
  /**
   * Takes away what was written before that moment and is not among those to keep, and half-written rests as old;
   * what is written anew meanwhile stays. Returns the contents that went.
   */
  sweep(kept: ReadonlySet<string>, before: Date): string[];
  /** Whether the disk has room for what people send; reports need little and are taken all the same. */
  hasRoom(): boolean;
  /** The key that signs pages' addresses; null where no page was ever made. */
  linkKey(): string | null;
  /** Keeps one unless there is one; the one that stands. */
  keepLinkKey(key: string): string;
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
    sweep(kept, before) {
      const gone: string[] = [];
      for (const name of namesIn(folder)) {
        const path = join(folder, name.slice(0, 2), name);
        const whole = /^[0-9a-f]{64}$/.test(name);
        if ((whole && kept.has(name)) || !isOlder(path, before)) continue;
        if (!takeAway(path, before)) continue;
        if (whole) gone.push(name);
      }
      return gone;
    },
    hasRoom: () => freeBytes(folder) >= LOW_BYTES,
    linkKey: () => readLinkKey(folder),
    keepLinkKey(key) {
      mkdirSync(folder, { recursive: true });
      return keepLinkKey(folder, key);
    },
  };
}

/** Contents, and beside them what a killed process left half written or half taken away. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((side) => side.isDirectory() && /^[0-9a-f]{2}$/.test(side.name))
    .flatMap((side) =>
      readdirSync(join(folder, side.name)).filter(
        (name) => name.startsWith(side.name) && /^[0-9a-f]{64}(\.|$)/.test(name),
      ),
    );
}

function isOlder(path: string, before: Date): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtime < before;
}

/** Set aside and looked at again: what was written under this name in between is fresh, and goes back. */
function takeAway(path: string, before: Date): boolean {
  const aside = `${path}.${process.pid}.swept`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  if (isOlder(aside, before)) {
    rmSync(aside, { force: true });
    return true;
  }
  renameSync(aside, path);
  return false;
}
