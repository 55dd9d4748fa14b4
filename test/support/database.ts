/** One migrated database in memory for all files that a process runs, emptied between tests. */
import { type Database, overPGlite } from "../../src/store/database.ts";
import { emptied } from "./emptied.ts";
import { migratedInMemory } from "./in-memory.ts";

let opened: Promise<Database> | undefined;

export async function testDatabase(): Promise<Database> {
  opened ??= migratedInMemory().then((lite) => overPGlite(lite));
  return emptied(await opened);
}
