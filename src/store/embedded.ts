/**
 * PGlite in a folder. The first start unpacks a ready-made database instead of running initdb: a fifth of the
 * time and half of the memory. A mark beside the folder says that the unpacking came to its end: without it (a kill in
 * the middle) the folder holds nothing of anybody's yet and is made anew
 * (what lies there is set aside, not deleted: somebody may have copied it in by hand).
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import { StartError } from "./start-error.ts";

/** PostgreSQL's default of 128 MB is resident from the start on, and a committee's whole database is smaller than this. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];
/** The PostgreSQL major inside the pinned PGlite; a folder of another major can't be opened. */
const EMBEDDED_MAJOR = "18";

export async function openFolder(
  folder: string,
  what: string,
  onLost: () => void,
): Promise<{ lite: PGlite; release: () => void }> {
  mkdirSync(folder, { recursive: true });
  const lock = await lockFolder(folder, what, onLost);
  try {
    const path = join(folder, "db");
    const whole = join(folder, "db.whole");
    if (!existsSync(whole)) {
      const lite = await unpackNew(path);
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

/** What only informs (its names begin with a stroke, which is taken off) is no fault. */
function refuse(code: string, message: string | Error): void {
  if (code !== "TAR_ENTRY_INFO") throw message instanceof Error ? message : new Error(message);
}

function broken(folder: string, error: unknown): StartError {
  const reason = String((error as Error)?.message ?? error);
  return new StartError("embedded-broken", { folder, reason }, { cause: error });
}

async function unpackNew(path: string): Promise<PGlite> {
  const [{ dataDir }, { extract }] = await Promise.all([
    import("@electric-sql/pglite-prepopulatedfs"),
    import("tar"),
  ]);
  if (existsSync(path)) renameSync(path, `${path}.unfinished-${Date.now()}`);
  // Not by PGlite's loadDataDir: it unpacks byte by byte in JavaScript, five times as slow.
  const packed = Buffer.from(await (await dataDir()).arrayBuffer());
  try {
    mkdirSync(path);
    extract({ cwd: path, sync: true, onwarn: refuse }).end(packed);
  } catch (error) {
    throw broken(path, error);
  }
  return open(path);
}
