/** The two homes of the database, for describe.each: what holds on one has to hold on the other. */
import { Client } from "pg";
import { type RunSql, runOnPGlite } from "../../src/store/database/sql.ts";
import { type Database, openDatabase, overPGlite } from "../../src/store/database.ts";
import { emptied } from "../support/emptied.ts";
import { emptyInMemory, migratedInMemory } from "../support/in-memory.ts";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";

export interface Bare {
  run: RunSql;
  close(): Promise<void>;
}

export interface Home {
  kind: Database["kind"];
  /** The migrated database of this process, emptied. */
  open(): Promise<Database>;
  /** One connection to an empty database without our tables. */
  bare(): Promise<Bare>;
}

let started: Promise<TestServer> | undefined;

/** An empty database on a server for all files that this process runs; it goes with the process. */
export async function serverAddress(): Promise<string> {
  started ??= startServer();
  return (await started).createDatabase();
}

export async function connect(address: string): Promise<Bare> {
  const client = new Client({ connectionString: address, options: "-c TimeZone=UTC" });
  await client.connect();
  return {
    run: async (text, values) => ({ rows: (await client.query(text, values as unknown[])).rows ?? [] }),
    close: () => client.end(),
  };
}

const embedded: Home = {
  kind: "embedded",
  open: once(async () => overPGlite(await migratedInMemory())),
  async bare() {
    const lite = await emptyInMemory();
    return { run: runOnPGlite(lite), close: () => lite.close() };
  },
};

const server: Home = {
  kind: "server",
  open: once(async () =>
    openDatabase({ databaseUrl: await serverAddress(), folder: "unused", what: "test", maxConnections: 8 }),
  ),
  bare: async () => connect(await serverAddress()),
};

if (whyNoServer !== null) console.warn(`skipped on a PostgreSQL server: ${whyNoServer}`);
export const homes: Home[] = whyNoServer === null ? [embedded, server] : [embedded];

function once(open: () => Promise<Database>): () => Promise<Database> {
  let opened: Promise<Database> | undefined;
  return async () => {
    opened ??= open();
    return emptied(await opened);
  };
}
