/**
 * Empties a database between tests. What the sandbox does for "bắt đầu lại" (store/database/empty.ts) makes every
 * file of every table anew, a hundred times as dear as taking out the few rows of a test; in return this needs a
 * superuser.
 */
import type { Database } from "../../src/store/database.ts";

/** The same database without rows; its numbers begin at 1 again. */
export async function emptied<T extends Pick<Database, "sql">>(database: T): Promise<T> {
  await database.sql(`DO $$
    DECLARE name text;
    BEGIN
      -- Neither triggers nor foreign keys: all rows go.
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
        LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
      FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
        LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', name); END LOOP;
    END $$`);
  return database;
}
