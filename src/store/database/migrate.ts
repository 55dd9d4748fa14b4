/**
 * Applies prisma/migrations at start and records each in _prisma_migrations just as Prisma would, so that
 * `prisma migrate deploy` on a server agrees. Each migration runs in one transaction with its record: a failed
 * one leaves nothing behind and stops the start.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../places.ts";
import type { RunSql } from "./sql.ts";
import { StartError } from "./start-error.ts";

const LOCK_KEY = 7_203_145_001;
const defaultFolder = join(root, "prisma/migrations");

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * `run` must keep to one connection: the advisory lock and the transaction belong to it.
 * @param beforeChange called where a database that holds something is about to be changed; what it throws stops that
 */
export async function migrate(
  run: RunSql,
  folder = defaultFolder,
  beforeChange: () => Promise<void> = async () => {},
): Promise<string[]> {
  const migrations = readMigrations(folder);
  await run("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
  try {
    await run(createTable);
    const { rows } = await run(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]));
    checkApplied(applied, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    if (pending.length > 0 && applied.size > 0) await beforeChange();
    for (const migration of pending) await apply(run, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Where the connection broke the lock is gone with it, and the error that is under way says more.
    await run("SELECT pg_advisory_unlock($1)", [LOCK_KEY]).catch(() => {});
  }
}

/** In the order in which they are applied. */
export function readMigrations(folder = defaultFolder): Migration[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Throws StartError migration-unknown, migration-changed. */
export function checkApplied(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    // A database that a newer version has migrated must not be written by an older one.
    if (!known.has(name)) throw new StartError("migration-unknown", { name });
    if (known.get(name) !== checksum) throw new StartError("migration-changed", { name });
  }
}

async function apply(run: RunSql, migration: Migration): Promise<void> {
  const { name } = migration;
  try {
    await run("BEGIN");
    await applyWithin(run, migration);
    await run("COMMIT");
  } catch (error) {
    await run("ROLLBACK").catch(() => {});
    throw new StartError(
      "migration-failed",
      { name, reason: String((error as Error)?.message ?? error) },
      { cause: error },
    );
  }
}

/** Within a transaction that is somebody else's. */
export async function applyWithin(run: RunSql, { name, sql, checksum }: Migration): Promise<void> {
  await run(sql);
  await run(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ($1, $2, now(), $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

export const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
