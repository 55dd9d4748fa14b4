/**
 * One PostgreSQL dialect, two homes: a server when DATABASE_URL is set, else PGlite in a folder. Both give a
 * Prisma client, plain SQL for the queue, and migrations already applied.
 */
import type { PGlite } from "@electric-sql/pglite";
import type { Pool } from "pg";
import { PrismaClient } from "./generated/client.ts";
import { migrate } from "./migrate.ts";
import { type RunSql, runOnPGlite } from "./sql.ts";

export type Db = PrismaClient;
/** The client inside an interactive transaction. Inside one, use only this: on PGlite the outer one waits for ever. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

export interface Database {
  readonly kind: "embedded" | "server";
  readonly db: Db;
  readonly sql: RunSql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; the lock lies beside it. */
  folder: string;
  /** Who opens it, for the error another process will see: "bot", "cli import-units". */
  what: string;
  /** Called when another process has taken the folder away from us: stop at once, write nothing more. */
  onLost?: () => void;
  maxConnections?: number;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl
    ? openServer(options.databaseUrl, options.maxConnections ?? 10)
    : openEmbedded(options);
}

const transactionOptions = { maxWait: 20_000, timeout: 20_000 };

async function openServer(url: string, max: number): Promise<Database> {
  const { connectPool } = await import("./server.ts");
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const pool = await connectPool(url, max);
  try {
    await migrateOverPool(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
  return {
    kind: "server",
    db,
    sql: async (text, values) => {
      const result = await pool.query(text, values as unknown[]);
      // Several statements without parameters come back as several results.
      return { rows: (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [] };
    },
    async close() {
      await db.$disconnect();
      await pool.end();
    },
  };
}

async function migrateOverPool(pool: Pool): Promise<void> {
  const client = await pool.connect();
  // A connection in use that breaks both refuses the query and tells its listeners; without one it would end us.
  client.on("error", () => {});
  try {
    await migrate(async (text, values) => ({
      rows: (await client.query(text, values as unknown[])).rows ?? [],
    }));
  } finally {
    client.release();
  }
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const { openFolder } = await import("./embedded.ts");
  const { lite, release } = await openFolder(
    options.folder,
    options.what,
    options.onLost ?? (() => process.exit(70)),
  );
  try {
    return await overPGlite(lite, release);
  } catch (error) {
    await lite.close().catch(() => {});
    release();
    throw error;
  }
}

/** Object identifiers of what is no type of PostgreSQL's own begin here. */
const FIRST_ROW_TYPE = 10_000;

/** A Database over a PGlite that is already open; migrates it. Tests use it on a database in memory. */
export async function overPGlite(lite: PGlite, release: () => void = () => {}): Promise<Database> {
  const { PrismaPGlite } = await import("pglite-prisma-adapter");
  const sql = runOnPGlite(lite);
  await migrate(sql);
  // All are joined with the adapter's for every statement. Those from here on are for arrays of rows.
  for (const oid of Object.keys(lite.parsers)) if (Number(oid) >= FIRST_ROW_TYPE) delete lite.parsers[oid];
  const db = new PrismaClient({ adapter: new PrismaPGlite(lite), transactionOptions });
  return {
    kind: "embedded",
    db,
    sql,
    async close() {
      await db.$disconnect();
      await lite.close();
      release();
    },
  };
}
