/**
 * All rows of a database as text, in pieces that end with a row. From a server within one transaction that sees one
 * moment; from an embedded database nobody else writes to meanwhile (a copy, or one that nobody has opened).
 */
import type { PGlite } from "@electric-sql/pglite";
import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { RunSql } from "../database/sql.ts";
import { runOnPGlite } from "../database/sql.ts";
import { type Header, quoted } from "./format.ts";

export type Table = Header["tables"][number];

export interface RowSource {
  sql: RunSql;
  rowsOf(table: Table): AsyncIterable<Buffer>;
}

/** Begins a transaction on a server that reads what stood there at its first statement, in the order it was written. */
export const SEES_ONE_MOMENT = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL synchronize_seqscans = off; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0`;

const PIECE_BYTES = 4 * 1024 * 1024;
/** Of an embedded table so many pages of 8 kB are read at a time: it comes whole into memory. */
const PAGES = 512;
/** The key of pages' addresses, where it still stands among the rows: a secret that no plain backup holds. */
const SECRET_ROW = `"key" <> 'webLinkKey'`;

export function embeddedRows(lite: PGlite, secrets: boolean): RowSource {
  const sql = runOnPGlite(lite);
  async function* read(table: Table): AsyncGenerator<Buffer> {
    const { rows } = await sql(
      `SELECT pg_relation_size($1::regclass) / current_setting('block_size')::int AS "pages"`,
      [`public.${quoted(table.name)}`],
    );
    for (let from = 0; from < Number(rows[0]?.pages ?? 0); from += PAGES) {
      const within = `ctid >= '(${from},0)' AND ctid < '(${from + PAGES},0)'`;
      const { blob } = await lite.query(`COPY (${selectOf(table, secrets, within)}) TO '/dev/blob'`);
      if (blob) yield Buffer.from(await blob.arrayBuffer());
    }
  }
  return { sql, rowsOf: (table) => inPieces(read(table)) };
}

/** @param client in a transaction that sees one moment */
export function serverRows(client: PoolClient, secrets: boolean): RowSource {
  return {
    sql: async (text, values) => ({ rows: (await client.query(text, values as unknown[])).rows ?? [] }),
    rowsOf: (table) =>
      inPieces(client.query(copyTo(`COPY (${selectOf(table, secrets)}) TO STDOUT`)) as AsyncIterable<Buffer>),
  };
}

function selectOf({ name, columns }: Table, secrets: boolean, within?: string): string {
  const conditions = [within, name === "Setting" && !secrets ? SECRET_ROW : undefined].filter(Boolean);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return `SELECT ${columns.map(quoted).join(", ")} FROM public.${quoted(name)}${where}`;
}

/** A line end in a value is written as \\n: the byte itself ends a row. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const all = Buffer.concat(waiting);
    const end = all.lastIndexOf(10) + 1;
    if (end > 0) yield all.subarray(0, end);
    waiting = [all.subarray(end)];
    size = all.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** What the database consists of: tables with their columns, sequences as they stand, migrations that were applied. */
export async function describe(
  sql: RunSql,
): Promise<Pick<Header, "tables" | "sequences" | "migrations" | "linkKeyInRows" | "folderMark">> {
  const columns = await sql(`
    SELECT c.relname AS "table", a.attname AS "column"
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY c.relname COLLATE "C", a.attnum`);
  const tables = new Map<string, string[]>();
  for (const row of columns.rows) {
    const name = String(row.table);
    tables.set(name, [...(tables.get(name) ?? []), String(row.column)]);
  }
  const names = await sql(
    `SELECT relname AS "name" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const sequences: Header["sequences"] = [];
  for (const row of names.rows) {
    const name = String(row.name);
    const { rows } = await sql(
      `SELECT last_value::text AS "last", is_called AS "called" FROM public.${quoted(name)}`,
    );
    sequences.push({ name, last: String(rows[0]?.last), called: rows[0]?.called === true });
  }
  const applied = await sql(
    `SELECT migration_name AS "name", checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  const settings = await sql(
    `SELECT "key", "value" #>> '{}' AS "value" FROM "Setting" WHERE "key" IN ('fileFolder', 'webLinkKey')`,
  );
  const setting = (key: string) => settings.rows.find((row) => row.key === key)?.value;
  return {
    tables: [...tables].map(([name, columns]) => ({ name, columns })),
    sequences,
    migrations: applied.rows.map((row) => ({ name: String(row.name), checksum: String(row.checksum) })),
    linkKeyInRows: setting("webLinkKey") !== undefined,
    folderMark: setting("fileFolder") === undefined ? null : String(setting("fileFolder")),
  };
}
