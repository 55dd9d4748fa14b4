/** Empties every table but the record of migrations: "bắt đầu lại" in the sandbox. Never called for a real committee. */
import type { Db } from "../database.ts";
import type { RunSql } from "./sql.ts";

export async function emptyDatabase(db: Db): Promise<void> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(`TRUNCATE ${rows.map((row) => row.name).join(", ")} RESTART IDENTITY CASCADE`);
}

/** Whether nobody is registered. In plain SQL: a start that finds somebody does not wait for Prisma's first query. */
export async function isEmpty(sql: RunSql): Promise<boolean> {
  return (await sql('SELECT 1 FROM "Person" LIMIT 1')).rows.length === 0;
}
