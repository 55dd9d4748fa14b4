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
