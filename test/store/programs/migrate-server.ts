/** Opens a server's database, migrating it, at the word "go"; says how many migrations stand there. */
import "../../../src/utc.ts";
import { once } from "node:events";
import { openDatabase } from "../../../src/store/database.ts";
import { print } from "./print.ts";

print("ready");
await once(process.stdin, "data");
const database = await openDatabase({ databaseUrl: process.argv[2], folder: "unused", what: "test" });
const { rows } = await database.sql(`SELECT count(*)::int AS "count" FROM _prisma_migrations`);
print(rows[0]?.count);
await database.close();
process.exit(0);
