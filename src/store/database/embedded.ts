/**
 * PGlite in a folder. The first start copies a ready-made database. A mark beside the folder says that the copy came
 * to its end: without it (a kill in the middle) the folder holds nothing of anybody's yet and is made anew. What lies
 * there is then our own half copy, or somebody has copied it in by hand: that is set aside, not deleted.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { freeBytes, ofFolder, prepareFolder } from "./data-folder.ts";
import { watchFatal } from "./fatal.ts";
import { lockFolder } from "./folder-lock.ts";
import { WHOLE_FILE } from "./names.ts";
import {
  copyReadyMade,
  createNew,
  fillHoles,
  findReadyMade,
  logFilesOf,
  type Seed,
  startParams,
} from "./ready-made.ts";
import { StartError } from "./start-error.ts";
import { finishSwap } from "./swap.ts";

/** The PostgreSQL major inside the pinned PGlite; a folder of another major can't be opened. */
export const EMBEDDED_MAJOR = "18";
/** Two files of the log: one is made ahead at a start. */
const STARTS_WITH_BYTES = 32 * 1024 * 1024;
/** Says that what lies in `db` is being made by a first start. */
const MAKING_FILE = "db.making";

export interface FolderOptions {
  folder: string;
  what: string;
  onLost(): void;
  onWait?(holder: StartError): void;
  /** The database is lost until the next start: end the process, ask it nothing more. */
  onFatal(error: unknown): void;
  seed?: Seed | undefined;
}

export async function openFolder(options: FolderOptions): Promise<{ lite: PGlite; release: () => void }> {
  const { folder, what, onLost, onWait, onFatal, seed } = options;
  prepareFolder(folder);
  const lock = await lockFolder(folder, what, onLost, onWait);
  try {
    const path = join(folder, "db");
    finishSwap(folder, EMBEDDED_MAJOR);
    const lite = existsSync(join(folder, WHOLE_FILE))
      ? await openWhole(path)
      : await makeNew(folder, path, seed);
    watchFatal(lite, onFatal);
    return { lite, release: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openWhole(path: string): Promise<PGlite> {
  const found = readVersion(path);
  if (found !== EMBEDDED_MAJOR)
    throw new StartError("embedded-version", { folder: path, found, wanted: EMBEDDED_MAJOR });
  try {
    // Older versions copied it with holes.
    for (const segment of logFilesOf(path)) fillHoles(segment);
  } catch (error) {
    throw broken(path, error);
  }
  return open(path);
}

function readVersion(path: string): string {
  const file = join(path, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "?";
}

async function open(path: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir: path, startParams });
  } catch (error) {
    throw broken(path, error);
  }
}

function broken(folder: string, error: unknown): StartError {
  const refused = ofFolder(folder, error);
  if (refused) return refused;
  // PostgreSQL says no more than that it does not begin.
  if (freeBytes(folder) < STARTS_WITH_BYTES) return new StartError("disk-full", { folder }, { cause: error });
  const reason = String((error as Error)?.message ?? error);
  return new StartError("embedded-broken", { folder, reason }, { cause: error });
}

async function makeNew(folder: string, path: string, seed?: Seed): Promise<PGlite> {
  const making = join(folder, MAKING_FILE);
  try {
    if (existsSync(path)) {
      if (existsSync(making)) rmSync(path, { recursive: true, force: true });
      else renameSync(path, `${path}.unfinished-${Date.now()}`);
    }
    writeFileSync(making, "");
    mkdirSync(folder, { recursive: true });
    const readyMade = findReadyMade(seed);
    if (readyMade) copyReadyMade(readyMade, path);
    const lite = readyMade ? await open(path) : await createNew(path);
    writeFileSync(join(folder, WHOLE_FILE), `PostgreSQL ${EMBEDDED_MAJOR}\n`);
    rmSync(making, { force: true });
    return lite;
  } catch (error) {
    // A disk that is full is to have its room back.
    rmSync(path, { recursive: true, force: true });
    throw error instanceof StartError ? error : broken(path, error);
  }
}
