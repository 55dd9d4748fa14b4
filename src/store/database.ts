/**
 * One PostgreSQL dialect, two homes: a server when DATABASE_URL is set, else PGlite in a folder. Both give a
 * Prisma client, plain SQL for the queue, and migrations already applied.
 */
import type { PGlite } from "@electric-sql/pglite";
import type { Pool } from "pg";
import { migrate } from "./database/migrate.ts";
import type { Seed } from "./database/ready-made.ts";
import { type RunSql, rememberLine, runOnPGlite } from "./database/sql.ts";
import type { PrismaClient } from "./generated/client.ts";

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
  /** What a new embedded database begins with, where one has been made ready with it. */
  seed?: Seed;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl
    ? openServer(options.databaseUrl, options.maxConnections ?? 10)
    : openEmbedded(options);
}

const clientOptions = {
  transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  // Otherwise each query notes where it was called from, and an error in a log tells the values it was called with.
  errorFormat: "minimal" as const,
};

async function openServer(url: string, max: number): Promise<Database> {
  const [{ connectPool }, { PrismaPg }, { PrismaClient }] = await Promise.all([
    import("./database/server.ts"),
    import("@prisma/adapter-pg"),
    import("./generated/client.ts"),
  ]);
  const pool = await connectPool(url, max);
  try {
    await migrateOverPool(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new PrismaClient({ adapter: new PrismaPg(pool), ...clientOptions });
  const sql: RunSql = async (text, values) => {
    const result = await pool.query(values?.length ? { text, values } : text);
    // Several statements without parameters come back as several results.
    return { rows: (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [] };
  };
  rememberLine(db, sql);
  return {
    kind: "server",
    db,
    sql,
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
  const { openFolder } = await import("./database/embedded.ts");
  const opening = openFolder(
    options.folder,
    options.what,
    options.onLost ?? (() => process.exit(70)),
    options.seed,
  );
  // PGlite compiles itself beside this; what is loaded now is at hand when it is open.
  const loading = loadPrisma();
  const { lite, release } = await opening;
  try {
    await loading;
    return await overPGlite(lite, release);
  } catch (error) {
    await lite.close().catch(() => {});
    release();
    throw error;
  }
}

const loadPrisma = () => Promise.all([import("pglite-prisma-adapter"), import("./generated/client.ts")]);

/** Object identifiers of the types of rows begin here. */
const FIRST_ROW_TYPE = 10_000;

/** A Database over a PGlite that is already open; migrates it. Tests use it on a database in memory. */
export async function overPGlite(lite: PGlite, release: () => void = () => {}): Promise<Database> {
  const [{ PrismaPGlite }, { PrismaClient }] = await loadPrisma();
  const sql = runOnPGlite(lite);
  await migrate(sql);
  // PGlite joins all of its parsers with the adapter's for every statement; three quarters are for arrays of rows.
  for (const oid of Object.keys(lite.parsers)) if (Number(oid) >= FIRST_ROW_TYPE) delete lite.parsers[oid];
  const db = new PrismaClient({ adapter: new PrismaPGlite(lite), ...clientOptions });
  rememberLine(db, sql);
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
