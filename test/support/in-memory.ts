/** PGlite in memory. */
import { execFileSync } from "node:child_process";
import { PGlite } from "@electric-sql/pglite";
import { findReadyMade, startParams } from "../../src/store/database/ready-made.ts";

/** With our tables, where the installation has made a database with them; else without, and it takes longer. */
export async function migratedInMemory(): Promise<PGlite> {
  const folder = findReadyMade();
  if (!folder) return emptyInMemory();
  const tar = execFileSync("tar", ["-cf", "-", "-C", folder, "."], { maxBuffer: 2 ** 28 });
  return PGlite.create({ startParams, loadDataDir: new Blob([tar]) });
}

/** Without our tables. */
export async function emptyInMemory(): Promise<PGlite> {
  const { dataDir } = await import("@electric-sql/pglite-prepopulatedfs");
  return PGlite.create({ startParams, loadDataDir: await dataDir() });
}
