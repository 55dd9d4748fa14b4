/** Files that people sent: where they hang. */
import type { DraftState, FileRef } from "../../domain/form/draft.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";

const pointsAt = (fileId: number) => Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_each(d."answers") a, jsonb_array_elements(
    CASE WHEN jsonb_typeof(a.value -> 'value') = 'array' THEN a.value -> 'value' ELSE '[]' END) v
   WHERE jsonb_typeof(v) = 'object' AND (v ->> 'id')::int = ${fileId})`;

export interface ToFetch {
  id: number;
  name: string;
  channel: string | null;
  remoteId: string;
}

/** Files of answers that are not with us yet and are to be tried now: at once, after 20 seconds, 40, 80 … */
export async function filesToFetch(db: Db, now: Date, mostTries: number): Promise<ToFetch[]> {
  return db.$queryRaw<ToFetch[]>`
    SELECT f."id", f."name", f."channel", f."remoteId" FROM "StoredFile" f
     WHERE f."sha256" IS NULL AND f."remoteId" IS NOT NULL AND f."tries" < ${mostTries}
       AND (f."tries" = 0 OR f."createdAt" + make_interval(secs => 10 * power(2, f."tries")) <= ${now})
       AND NOT EXISTS (SELECT 1 FROM "PlanFile" p WHERE p."fileId" = f."id")
       AND NOT EXISTS (SELECT 1 FROM "Letter" l WHERE l."fileId" = f."id")
     ORDER BY f."tries", f."id" LIMIT 20`;
}

/** Who sent a file of a report or of a draft, and for what; null where nothing points at it any more. */
export async function senderOf(
  db: Db | Tx,
  fileId: number,
): Promise<{ personId: number; obligationId: number } | null> {
  const rows = await db.$queryRaw<{ personId: number; obligationId: number }[]>`
    SELECT coalesce(f."addedById", r."personId") AS "personId", r."obligationId"
      FROM "ReportFile" f JOIN "Report" r ON r."id" = f."reportId" WHERE f."fileId" = ${fileId}
    UNION ALL
    SELECT d."holderId", d."obligationId" FROM "Draft" d
     WHERE ${pointsAt(fileId)}
     LIMIT 1`;
  return rows[0] ?? null;
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
    SELECT c.conrelid::regclass::text AS "table", a.attname::text AS "column"
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

/** Forgets files that nothing points at any more; returns the contents that nobody else has. */
export async function forgetFiles(tx: Tx, ids: readonly number[]): Promise<string[]> {
  const where = { id: { in: [...ids] }, planFiles: { none: {} }, reportFiles: { none: {} } };
  const gone = await tx.storedFile.findMany({ where, select: { sha256: true } });
  await tx.storedFile.deleteMany({ where });
  const contents = [...new Set(gone.flatMap((file) => file.sha256 ?? []))];
  const kept = await tx.storedFile.findMany({
    where: { sha256: { in: contents } },
    select: { sha256: true },
  });
  return contents.filter((sha256) => kept.every((file) => file.sha256 !== sha256));
}

export const filesOfReport = (db: Db, reportId: number) =>
  db.reportFile.findMany({ where: { reportId }, include: { file: true } });
