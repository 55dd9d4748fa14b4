/** Everything that pg_catalog knows of our tables: the name of each thing → its definition. */
import type { RunSql } from "../../src/store/database/sql.ts";

export async function readCatalogue(run: RunSql): Promise<Map<string, string>> {
  const { rows } = await run(catalogue);
  return new Map(rows.map((row) => [String(row.name), String(row.definition)]));
}

/** Names of what is on one side only, or is not the same on both. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

// A column that is NOT NULL is also a constraint of kind n since PostgreSQL 18; the column says it already.
const catalogue = `
WITH ours AS (
  SELECT c.oid, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = 'public' AND c.relname NOT LIKE '\\_prisma%'
)
SELECT 'column ' || t.relname || '.' || a.attname AS name,
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
                 'default ' || pg_get_expr(d.adbin, d.adrelid), nullif(a.attidentity, ''), nullif(a.attgenerated, '')) AS definition
  FROM ours t JOIN pg_attribute a ON a.attrelid = t.oid LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
 WHERE t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'index ' || i.relname, pg_get_indexdef(i.oid)
  FROM ours i WHERE i.relkind = 'i'
UNION ALL
SELECT CASE k.contype WHEN 'c' THEN 'check ' ELSE 'constraint ' END || k.conname, t.relname || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN ours t ON t.oid = k.conrelid WHERE k.contype <> 'n'
UNION ALL
SELECT 'sequence ' || s.relname, q.data_type || ' ' || q.start_value || ' ' || q.increment_by
  FROM ours s JOIN pg_sequences q ON q.sequencename = s.relname WHERE s.relkind = 'S'
UNION ALL
SELECT 'relation ' || relname, relkind::text FROM ours WHERE relkind NOT IN ('i', 'S')
UNION ALL
SELECT 'enum ' || y.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_type y JOIN pg_enum e ON e.enumtypid = y.oid GROUP BY y.typname
UNION ALL
SELECT 'function ' || p.proname, pg_get_functiondef(p.oid)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'
UNION ALL
SELECT 'trigger ' || g.tgname, pg_get_triggerdef(g.oid)
  FROM pg_trigger g JOIN ours t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal`;
