/** Files that people sent: where they hang. */
import type { DraftState, FileRef } from "../domain/form/draft.ts";
import type { Db, Tx } from "./database.ts";
import { Prisma } from "./generated/client.ts";

const pointsAt = (fileId: number) => Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_each(d."answers") a, jsonb_array_elements(
    CASE WHEN jsonb_typeof(a.value -> 'value') = 'array' THEN a.value -> 'value' ELSE '[]' END) v
   WHERE jsonb_typeof(v) = 'object' AND (v ->> 'id')::int = ${fileId})`;

/** Who sent a file of a report or of a draft; null where nothing points at it any more. */
export async function senderOf(db: Db, fileId: number): Promise<number | null> {
  const rows = await db.$queryRaw<{ personId: number }[]>`
    SELECT r."personId" FROM "ReportFile" f JOIN "Report" r ON r."id" = f."reportId" WHERE f."fileId" = ${fileId}
    UNION ALL
    SELECT d."holderId" FROM "Draft" d
     WHERE ${pointsAt(fileId)}
     LIMIT 1`;
  return rows[0]?.personId ?? null;
}

/** Takes a file out of the answers of every draft that holds it; an answer left without a file is unanswered again. */
export async function dropFromDrafts(tx: Tx, fileId: number, at: Date): Promise<void> {
  const drafts = await tx.$queryRaw<{ id: number; answers: DraftState["answers"] }[]>`
    SELECT d."id", d."answers" FROM "Draft" d WHERE ${pointsAt(fileId)} FOR UPDATE`;
  for (const { id, answers } of drafts) {
    const kept = Object.entries(answers).flatMap(([key, answer]): [string, unknown][] => {
      if (!Array.isArray(answer.value)) return [[key, answer]];
      const value = (answer.value as (string | FileRef)[]).filter(
        (one) => typeof one === "string" || one.id !== fileId,
      );
      return value.length > 0 ? [[key, { ...answer, value }]] : [];
    });
    const data = {
      answers: JSON.parse(JSON.stringify(Object.fromEntries(kept))),
      revision: { increment: 1 },
      updatedAt: at,
    };
    await tx.draft.update({ where: { id }, data });
  }
}

/**
 * Deletes rows older than `before` that no plan, report or draft names, whatever other tables come to point at
 * files: each is asked for by its foreign key.
 */
export async function deleteOrphanRows(tx: Tx, before: Date): Promise<number> {
  const keys = await tx.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column"
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = '"StoredFile"'::regclass`;
  const unnamed = keys.map(
    ({ table, column }) =>
      Prisma.sql`AND NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} x WHERE x.${Prisma.raw(`"${column}"`)} = f."id")`,
  );
  return tx.$executeRaw(Prisma.sql`
    DELETE FROM "StoredFile" f
     WHERE f."createdAt" < ${before} ${Prisma.join(unnamed, " ")}
       AND NOT EXISTS (SELECT 1 FROM "Report" d, jsonb_path_query(d."answers", '$.**.id ? (@.type() == "number")') v
                        WHERE (v #>> '{}')::numeric = f."id")
       AND NOT EXISTS (SELECT 1 FROM "Draft" d, jsonb_path_query(d."answers", '$.**.id ? (@.type() == "number")') v
                        WHERE (v #>> '{}')::numeric = f."id")`);
}

/** Contents that some row holds. */
export async function referencedHashes(tx: Tx): Promise<Set<string>> {
  const rows = await tx.storedFile.findMany({
    where: { sha256: { not: null } },
    select: { sha256: true },
    distinct: ["sha256"],
  });
  return new Set(rows.flatMap((row) => row.sha256 ?? []));
}
