/** One migrated database in memory per test file, emptied between tests. */
import { PGlite } from "@electric-sql/pglite";
import { dataDir } from "@electric-sql/pglite-prepopulatedfs";
import { type Database, overPGlite } from "../../src/store/database.ts";
import { emptyDatabase } from "../../src/store/empty.ts";

let opened: Promise<Database> | undefined;

export async function testDatabase(): Promise<Database> {
  opened ??= open();
  const database = await opened;
  await emptyDatabase(database.db);
  return database;
}

async function open(): Promise<Database> {
  return overPGlite(await PGlite.create({ loadDataDir: await dataDir() }));
}
