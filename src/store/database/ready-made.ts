/**
 * Databases with all migrations, made once when dondoc is installed: a first start copies one in a tenth of a second
 * instead of unpacking, migrating and seed for three. Its name tells the migrations it has; where it is missing (installed
 * without scripts, or a migration is new) a first start does the whole work itself.
 */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { root } from "../../places.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { runOnPGlite } from "./sql.ts";

const shelf = join(root, "node_modules/.dondoc");

/** PostgreSQL's default of 128 MB is resident from the start on, and a committee's whole database is smaller than this. */
export const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];

/** What a database begins with beside its tables. */
export interface Seed {
  /** Lower-case, for the name of the folder. */
  readonly name: string;
  /** Another one whenever `fill` would write something else. */
  readonly version: string;
  /** Writes it; the database stays open. */
  fill(lite: PGlite): Promise<void>;
}

const bare: Seed = { name: "bare", version: "", fill: async () => {} };

/** Where the ready-made database of this version lies, or null. */
export function findReadyMade(seed = bare, folder = shelf): string | null {
  const path = join(folder, nameOf(seed));
  return existsSync(path) ? path : null;
}

/** Makes it, unless it is there, and removes its other versions. A kill in the middle leaves nothing that is taken for one. */
export async function makeReadyMade(seed = bare, folder = shelf): Promise<string> {
  const path = join(folder, nameOf(seed));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path)) {
    const unfinished = `${path}.${process.pid}`;
    const lite = await createNew(unfinished);
    await migrate(runOnPGlite(lite));
    await seed.fill(lite);
    await dropTemplates(lite);
    await lite.close();
    // The catalogue in short, which the first to open a changed database writes down for the next.
    await (await PGlite.create({ dataDir: unfinished, startParams })).close();
    renameSync(unfinished, path);
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${seed.name}-`) && name !== nameOf(seed))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  return path;
}

/** Copies it to a folder that is not there yet. */
export function copyReadyMade(from: string, to: string): void {
  const log = join(from, "pg_wal");
  cpSync(from, to, {
    recursive: true,
    filter: (path) => dirname(path) !== log || statSync(path).isDirectory(),
  });
  for (const segment of readdirSync(log, { withFileTypes: true }).filter((one) => one.isFile()))
    copyWithoutZeros(join(log, segment.name), join(to, "pg_wal", segment.name));
}

/** The write-ahead log is a file of 16 MB, nearly all zeros: behind the last byte that says something a hole does. */
function copyWithoutZeros(from: string, to: string): void {
  const bytes = readFileSync(from);
  const said = bytes.findLastIndex((byte) => byte !== 0) + 1;
  writeFileSync(to, bytes.subarray(0, said));
  truncateSync(to, bytes.length);
}

/** What new databases are made from, two thirds of all files. Nothing makes one in an embedded database. */
async function dropTemplates(lite: PGlite): Promise<void> {
  await lite.exec("UPDATE pg_database SET datistemplate = false WHERE datname <> current_database()");
  for (const name of ["template0", "template1"]) await lite.exec(`DROP DATABASE IF EXISTS ${name}`);
}

/** An empty database in a folder that is not there yet, without initdb: a fifth of the time and half of the memory. */
export async function createNew(path: string): Promise<PGlite> {
  const { dataDir } = await import("@electric-sql/pglite-prepopulatedfs");
  return PGlite.create({ dataDir: path, startParams, loadDataDir: await dataDir() });
}

function nameOf({ name, version }: Seed): string {
  const made = createHash("sha256").update(version);
  for (const one of readMigrations()) made.update(`\n${one.name} ${one.checksum}`);
  return `${name}-${made.digest("hex").slice(0, 16)}`;
}
