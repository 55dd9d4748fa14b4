/**
 * One PostgreSQL dialect, two homes: a server when DATABASE_URL is set, else PGlite in a folder. Both give a
 * Prisma client, plain SQL for the queue, and migrations already applied.
 */
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { Pool } from "pg";
import type { RowSource } from "./backup/rows-out.ts";
import { migrate } from "./database/migrate.ts";
import type { Seed } from "./database/ready-made.ts";
import { type RunSql, rememberLine, runOnPGlite } from "./database/sql.ts";
import type { StartError } from "./database/start-error.ts";
import type { PrismaClient } from "./generated/client.ts";

export type Db = PrismaClient;
/** The client inside an interactive transaction. Inside one, use only this: on PGlite the outer one waits for ever. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

export interface Database {
  readonly kind: "embedded" | "server";
  readonly db: Db;
  readonly sql: RunSql;
  /** Copies an embedded database that goes on meanwhile; see backup/snapshot.ts. */
  snapshot?(to: string): Promise<void>;
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
  /** Told once where the folder's holder on another machine is waited for. */
  onWait?: (holder: StartError) => void;
  /** The embedded database can't go on, and nothing more may be asked of it: end the process at once. */
  onFatal?: (error: unknown) => void;
  /** A newer schema is about to be put into a database that holds something; what this throws stops it. */
  beforeUpgrade?: (rows: (secrets: boolean) => RowSource) => Promise<void>;
  maxConnections?: number;
  /** What a new embedded database begins with, where one has been made ready with it. */
  seed?: Seed;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl ? openServer(options.databaseUrl, options) : openEmbedded(options);
}

const clientOptions = {
  transactionOptions: { maxWait: 20_000, timeout: 20_000 },
  // Otherwise each query notes where it was called from, and an error in a log tells the values it was called with.
  errorFormat: "minimal" as const,
};

async function openServer(url: string, options: DatabaseOptions): Promise<Database> {
  const [{ connectPool }, { PrismaPg }, { PrismaClient }] = await Promise.all([
    import("./database/server.ts"),
    import("@prisma/adapter-pg"),
    import("./generated/client.ts"),
  ]);
  const pool = await connectPool(url, options.maxConnections ?? 10);
  try {
    await migrateOverPool(pool, options.beforeUpgrade);
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

async function migrateOverPool(pool: Pool, beforeUpgrade: DatabaseOptions["beforeUpgrade"]): Promise<void> {
  const client = await pool.connect();
  // A connection in use that breaks both refuses the query and tells its listeners; without one it would end us.
  client.on("error", () => {});
  try {
    const run: RunSql = async (text, values) => ({
      rows: (await client.query(text, values as unknown[])).rows ?? [],
    });
    await migrate(run, undefined, async () => {
      if (!beforeUpgrade) return;
      const { serverRows, SEES_ONE_MOMENT } = await import("./backup/rows-out.ts");
      await run(SEES_ONE_MOMENT);
      await beforeUpgrade((secrets) => serverRows(client, secrets)).finally(() => run("ROLLBACK"));
    });
  } finally {
    client.release();
  }
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const { openFolder } = await import("./database/embedded.ts");
  const { folder, what, seed, onWait } = options;
  const opening = openFolder({
    folder,
    what,
    seed,
    onLost: options.onLost ?? (() => process.exit(70)),
    onFatal: options.onFatal ?? (() => process.exit(70)),
    ...(onWait ? { onWait } : {}),
  });
  // PGlite compiles itself beside this; what is loaded now is at hand when it is open.
  const loading = loadPrisma();
  const { lite, release } = await opening;
  try {
    await loading;
    const database = await overPGlite(lite, { release, beforeUpgrade: options.beforeUpgrade });
    const snapshot = async (to: string) => {
      const { takeSnapshot } = await import("./backup/snapshot.ts");
      await takeSnapshot(lite, join(folder, "db"), to);
    };
    return { ...database, snapshot };
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
export async function overPGlite(
  lite: PGlite,
  { release, beforeUpgrade }: { release?: () => void } & Pick<DatabaseOptions, "beforeUpgrade"> = {},
): Promise<Database> {
  const [{ PrismaPGlite }, { PrismaClient }] = await loadPrisma();
  const sql = runOnPGlite(lite);
  await migrate(sql, undefined, async () => {
    const { embeddedRows } = await import("./backup/rows-out.ts");
    await beforeUpgrade?.((secrets) => embeddedRows(lite, secrets));
  });
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
      release?.();
    },
  };
}
