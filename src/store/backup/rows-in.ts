/**
 * Rows of a backup go in: into an empty schema of exactly the migrations they were written for, then those that this
 * program has besides. All of it is one transaction: it happens as a whole, after the backup has proved whole, or not at
 * all. Triggers keep still meanwhile (they would change rows), and foreign keys are checked over everything at the end.
 */
import { pipeline } from "node:stream/promises";
import type { PGlite } from "@electric-sql/pglite";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { applyWithin, checkApplied, createTable, readMigrations } from "../database/migrate.ts";
import { type RunSql, runOnPGlite } from "../database/sql.ts";
import { BackupError, type Header, quoted } from "./format.ts";

export interface RowTarget {
  sql: RunSql;
  copy(statement: string, bytes: Buffer): Promise<void>;
}

export const embeddedTarget = (lite: PGlite): RowTarget => ({
  sql: runOnPGlite(lite),
  async copy(statement, bytes) {
    await lite.query(`${statement} FROM '/dev/blob'`, [], { blob: new Blob([new Uint8Array(bytes)]) });
  },
});

export const serverTarget = (client: PoolClient): RowTarget => ({
  sql: async (text, values) => {
    const result = await client.query(text, values as unknown[]);
    return { rows: (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [] };
  },
  async copy(statement, bytes) {
    await pipeline([bytes], client.query(copyFrom(`${statement} FROM STDIN`)));
  },
});

/** Whether people or units are registered, in a database of any version of ours, or of none. */
export async function holdsSomething(sql: RunSql): Promise<boolean> {
  for (const table of ['"Person"', '"Unit"']) {
    const { rows } = await sql("SELECT to_regclass($1) IS NOT NULL AS made", [`public.${table}`]);
    if (rows[0]?.made === true && (await sql(`SELECT 1 FROM ${table} LIMIT 1`)).rows.length > 0) return true;
  }
  return false;
}

/**
 * Throws BackupError newer, StartError migration-changed: nothing has been touched then.
 * @returns whether there are migrations beyond the backup's
 */
export function checkSchema(header: Header): void {
  const known = readMigrations();
  const newer = header.migrations.find(({ name }) => !known.some((one) => one.name === name));
  if (newer) throw new BackupError("newer", { program: header.program });
  checkApplied(new Map(header.migrations.map(({ name, checksum }) => [name, checksum])), known);
}

export interface RowsIn {
  rows(table: string, bytes: Buffer): Promise<void>;
  /** All rows are in: keys, sequences, and the migrations that the backup does not know yet unless `asItWas`. */
  finish(asItWas: boolean): Promise<void>;
}

/** Begins in a transaction that the caller ends. Whatever stands in the schema is dropped: see `holdsSomething`. */
export async function beginRows(target: RowTarget, header: Header): Promise<RowsIn> {
  const { sql } = target;
  const names = new Set(header.migrations.map(({ name }) => name));
  const [wanted = [], later = []] = [true, false].map((is) =>
    readMigrations().filter((migration) => names.has(migration.name) === is),
  );
  if (!(await isMadeBy(sql, names))) {
    await dropAll(sql);
    await sql(createTable);
    for (const migration of wanted) await applyWithin(sql, migration);
  }
  const tables = await tablesOf(sql);
  for (const { name, columns } of header.tables) {
    const here = tables.get(name);
    if (!here || here.size !== columns.length || columns.some((column) => !here.has(column)))
      throw new BackupError("damaged", { piece: `tables/${name}` });
  }
  const keys = await foreignKeys(sql);
  for (const { table, name } of keys) await sql(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  for (const name of tables.keys()) {
    await sql(`ALTER TABLE public.${quoted(name)} DISABLE TRIGGER USER`);
    // A migration may have put something in; what counts is in the backup.
    await sql(`DELETE FROM public.${quoted(name)}`);
  }
  const columnsOf = new Map(header.tables.map(({ name, columns }) => [name, columns]));
  return {
    async rows(table, bytes) {
      const columns = columnsOf.get(table);
      if (!columns) throw new BackupError("damaged", { piece: `tables/${table}` });
      await target.copy(`COPY public.${quoted(table)} (${columns.map(quoted).join(", ")})`, bytes);
    },
    async finish(asItWas) {
      for (const { table, name, definition } of keys)
        await sql(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
      for (const name of tables.keys()) await sql(`ALTER TABLE public.${quoted(name)} ENABLE TRIGGER USER`);
      for (const { name, last, called } of header.sequences)
        await sql(`SELECT setval($1::regclass, $2::bigint, $3)`, [`public.${quoted(name)}`, last, called]);
      if (!asItWas) for (const migration of later) await applyWithin(sql, migration);
    },
  };
}

/** Whether exactly these migrations have been applied here already. */
async function isMadeBy(sql: RunSql, names: ReadonlySet<string>): Promise<boolean> {
  const { rows } = await sql(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "made"`);
  if (rows[0]?.made !== true) return false;
  const applied = await sql(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return applied.rows.length === names.size && applied.rows.every((row) => names.has(String(row.name)));
}

async function dropAll(sql: RunSql): Promise<void> {
  const { rows } = await sql(`
    SELECT format('DROP TABLE %s CASCADE', c.oid::regclass) AS "statement" FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
  for (const row of rows) await sql(String(row.statement));
  const rest = await sql(`
    SELECT format('DROP TYPE %s CASCADE', t.oid::regtype) AS "statement" FROM pg_type t
     WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
    UNION ALL
    SELECT format('DROP FUNCTION %s CASCADE', p.oid::regprocedure) FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  for (const row of rest.rows) await sql(String(row.statement));
}

async function tablesOf(sql: RunSql): Promise<Map<string, Set<string>>> {
  const { rows } = await sql(`
    SELECT c.relname AS "table", a.attname AS "column"
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`);
  const tables = new Map<string, Set<string>>();
  for (const row of rows) {
    const columns = tables.get(String(row.table)) ?? new Set<string>();
    tables.set(String(row.table), columns.add(String(row.column)));
  }
  return tables;
}

async function foreignKeys(sql: RunSql) {
  const { rows } = await sql(`
    SELECT conrelid::regclass::text AS "table", conname AS "name", pg_get_constraintdef(oid) AS "definition"
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`);
  return rows.map((row) => ({
    table: String(row.table),
    name: String(row.name),
    definition: String(row.definition),
  }));
}
