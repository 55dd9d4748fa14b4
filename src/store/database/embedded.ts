/**
 * PGlite in a folder. The first start copies a ready-made database. A mark beside the folder says that the copy came
 * to its end: without it (a kill in the middle) the folder holds nothing of anybody's yet and is made anew
 * (what lies there is set aside, not deleted: somebody may have copied it in by hand).
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import { copyReadyMade, createNew, findReadyMade, type Seed, startParams } from "./ready-made.ts";
import { StartError } from "./start-error.ts";

/** The PostgreSQL major inside the pinned PGlite; a folder of another major can't be opened. */
const EMBEDDED_MAJOR = "18";

export async function openFolder(
  folder: string,
  what: string,
  onLost: () => void,
  seed?: Seed,
): Promise<{ lite: PGlite; release: () => void }> {
  mkdirSync(folder, { recursive: true });
  const lock = await lockFolder(folder, what, onLost);
  try {
    const path = join(folder, "db");
    const whole = join(folder, "db.whole");
    if (!existsSync(whole)) {
      const lite = await makeNew(path, seed);
      writeFileSync(whole, `PostgreSQL ${EMBEDDED_MAJOR}\n`);
      return { lite, release: () => lock.release() };
    }
    const found = readVersion(path);
    if (found !== EMBEDDED_MAJOR)
      throw new StartError("embedded-version", { folder: path, found, wanted: EMBEDDED_MAJOR });
    return { lite: await open(path), release: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
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
  const reason = String((error as Error)?.message ?? error);
  return new StartError("embedded-broken", { folder, reason }, { cause: error });
}

async function makeNew(path: string, seed?: Seed): Promise<PGlite> {
  if (existsSync(path)) renameSync(path, `${path}.unfinished-${Date.now()}`);
  try {
    const readyMade = findReadyMade(seed);
    if (!readyMade) return await createNew(path);
    copyReadyMade(readyMade, path);
  } catch (error) {
    throw broken(path, error);
  }
  return open(path);
}
