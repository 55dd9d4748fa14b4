/** Figures of plans for the board's digests and summaries, and what the clock has told. */
import { z } from "zod";
import type { DigestFigures } from "../domain/reminder/digest.ts";
import type { Db, Tx } from "./database.ts";
import type { Prisma } from "./generated/client.ts";

const count = z.number().int();
const Figures = z.object({
  expected: count,
  done: count,
  drafting: count,
  late: count,
  awaiting: count,
  asked: count,
});

/** Published plans in which units owe something, that went out before `slot` and whose digest was not thought of yet. */
export async function plansToTell(
  db: Db,
  boardIds: readonly number[],
  slot: Date,
): Promise<{ id: number; boardId: number; ownerId: number; standInId: number | null }[]> {
  return db.$queryRaw`
    SELECT p."id", p."boardId", p."ownerId", p."standInId" FROM "Plan" p
     WHERE p."state" = 'published' AND p."boardId" = ANY(${[...boardIds]}::int[]) AND p."publishedAt" < ${slot}
       AND NOT EXISTS (SELECT 1 FROM "Told" t WHERE t."key" = 'digest:' || p."id" || ':' || ${slot.toISOString()}::text)
       AND EXISTS (SELECT 1 FROM "Milestone" m JOIN "Obligation" o ON o."milestoneId" = m."id" WHERE m."planId" = p."id")
     ORDER BY p."id"`;
}

export const digestKey = (planId: number, slot: Date) => `digest:${planId}:${slot.toISOString()}`;

export async function digestFigures(db: Db | Tx, planId: number, now: Date): Promise<DigestFigures> {
  const [row] = await db.$queryRaw<DigestFigures[]>`
    SELECT count(*)::int AS "expected",
           count(*) FILTER (WHERE r."id" IS NOT NULL AND r."review" <> 'returned')::int AS "done",
           count(*) FILTER (WHERE r."id" IS NULL AND d."answers" IS NOT NULL AND d."answers" <> '{}')::int AS "drafting",
           count(*) FILTER (WHERE (r."id" IS NULL OR r."review" = 'returned') AND o."effectiveDueBefore" <= ${now})::int AS "late",
           count(*) FILTER (WHERE r."review" = 'awaiting')::int AS "awaiting",
           count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Extension" e WHERE e."obligationId" = o."id" AND e."state" = 'asked'))::int AS "asked"
      FROM "Obligation" o
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      LEFT JOIN "Draft" d ON d."obligationId" = o."id"
      LEFT JOIN LATERAL (SELECT * FROM "Report" x WHERE x."obligationId" = o."id" ORDER BY x."version" DESC LIMIT 1) r ON true
     WHERE m."planId" = ${planId} AND o."state" <> 'waived'`;
  return Figures.parse(row);
}

/** What the last digest of a plan, or its summary at a deadline, said, of those told before `before`; null where there was none. */
export async function lastTold(
  db: Db | Tx,
  planId: number,
  before: Date,
): Promise<{ at: Date; figures: DigestFigures } | null> {
  const [row] = await db.$queryRaw<{ at: Date; figures: unknown }[]>`
    SELECT "at", "figures" FROM "Told"
     WHERE "planId" = ${planId} AND "figures" IS NOT NULL AND "at" < ${before}
     ORDER BY "at" DESC LIMIT 1`;
  return row ? { at: row.at, figures: Figures.parse(row.figures) } : null;
}

/** First versions of reports of a plan since a moment. */
export async function reportsSince(db: Db, planId: number, since: Date): Promise<number> {
  return db.report.count({
    where: { version: 1, submittedAt: { gte: since }, obligation: { milestone: { planId } } },
  });
}

/** True for the one who writes the row: whatever it stands for is theirs to do. */
export async function tellOnce(
  tx: Tx,
  row: { key: string; planId?: number; at: Date; figures?: Prisma.InputJsonValue },
): Promise<boolean> {
  return (await tx.told.createMany({ data: [row], skipDuplicates: true })).count === 1;
}

export interface PastDeadline {
  milestoneId: number;
  planId: number;
  boardId: number;
  ownerId: number;
  standInId: number | null;
  dueBefore: Date;
}

/** Deadlines that passed after `since` without a summary. */
export async function deadlinesPast(db: Db, since: Date, now: Date): Promise<PastDeadline[]> {
  const rows = await db.$queryRaw<PastDeadline[]>`
    SELECT DISTINCT o."milestoneId", m."planId", p."boardId", p."ownerId", p."standInId", o."effectiveDueBefore" AS "dueBefore"
      FROM "Obligation" o
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
     WHERE o."state" = 'open' AND p."state" = 'published'
       AND o."effectiveDueBefore" > ${since} AND o."effectiveDueBefore" <= ${now} AND o."createdAt" < o."effectiveDueBefore"
     ORDER BY o."effectiveDueBefore", o."milestoneId"`;
  if (rows.length === 0) return [];
  const told = await db.told.findMany({
    where: { key: { in: rows.map(deadlineKey) } },
    select: { key: true },
  });
  const keys = new Set(told.map((row) => row.key));
  return rows.filter((row) => !keys.has(deadlineKey(row)));
}

export const deadlineKey = (one: { milestoneId: number; dueBefore: Date }) =>
  `deadline:${one.milestoneId}:${one.dueBefore.toISOString()}`;
