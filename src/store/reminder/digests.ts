/** Figures of plans for the board's digests and summaries, and what the clock has told. */
import { z } from "zod";
import { countedAt } from "../../domain/obligation/period.ts";
import { tally } from "../../domain/obligation/status.ts";
import type { DigestFigures } from "../../domain/reminder/digest.ts";
import type { Db, Tx } from "../database.ts";
import type { Prisma } from "../generated/client.ts";
import { findObligations, type ObligationRow } from "../plan/obligations.ts";

const count = z.number().int();
const Figures = z.object({
  expected: count,
  sent: count,
  returned: count,
  drafting: count,
  behind: count,
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

/** Counted over what counts now (domain/obligation/period.ts); what is behind or waits for staff, over all. */
export function countDigest(owed: readonly ObligationRow[], asked: number, now: Date): DigestFigures {
  const { present } = countedAt(owed, now);
  const { expected, sent, returned } = tally(present);
  const all = tally(owed);
  return {
    expected,
    sent,
    returned,
    drafting: present.filter(isDrafting).length,
    behind: all.missingBehind + all.mendingBehind,
    awaiting: all.awaiting,
    asked,
  };
}

/** Nothing was sent, and somebody has begun to write. */
export const isDrafting = (one: ObligationRow): boolean =>
  one.status !== "waived" && one.stage === "missing" && (one.answered ?? 0) > 0;

export async function digestFigures(db: Db | Tx, planId: number, now: Date): Promise<DigestFigures> {
  return countDigest(await findObligations(db, { planId }, now), await askedOf(db, planId), now);
}

/** Requests for another date that wait for staff. */
export async function askedOf(db: Db | Tx, planId: number): Promise<number> {
  return db.extension.count({ where: { state: "asked", obligation: { milestone: { planId } } } });
}

/** What the last digest of a plan, or its summary at a deadline, said, of those told before `before`; null where there was none. */
export async function lastTold(
  db: Db | Tx,
  planId: number,
  before: Date,
): Promise<{ at: Date; figures: DigestFigures | null } | null> {
  const [row] = await db.$queryRaw<{ at: Date; figures: unknown }[]>`
    SELECT "at", "figures" FROM "Told"
     WHERE "planId" = ${planId} AND "figures" IS NOT NULL AND "at" < ${before}
     ORDER BY "at" DESC LIMIT 1`;
  if (!row) return null;
  // Told by an earlier dondoc, in other words: nothing can be compared, so there is something to tell.
  const figures = Figures.safeParse(row.figures);
  return { at: row.at, figures: figures.success ? figures.data : null };
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

/** Which deadline a summary is about; `key` is that of its notice. */
export function deadlineOf(key: string): Date | null {
  const [, moment] = /^deadline:\d+:(.+):\d+$/.exec(key) ?? [];
  return moment === undefined ? null : new Date(moment);
}

/** Every period of what recurs is closed by itself. @param period '' where it happens once */
export const closingKey = (one: { planId: number; milestoneId: number; period: string }) =>
  one.period === "" ? `closing:${one.planId}` : `closing:${one.planId}:${one.milestoneId}:${one.period}`;

/** The thing and period a closing summary is about, from the key of its notice; null where it is what happens once. */
export function closedPeriod(key: string): { milestoneId: number; period: string } | null {
  const [, milestoneId, period] = /^closing:\d+:(\d+):(.+):\d+$/.exec(key) ?? [];
  return period === undefined ? null : { milestoneId: Number(milestoneId), period };
}

/** All that is closed together: one period of what recurs, or what the plan asks for once. */
export async function closedTogether(
  db: Db | Tx,
  planId: number,
  of: { milestoneId: number; period: string } | null,
): Promise<{ period: string; ids: number[] }> {
  const where = of ?? { milestone: { planId }, period: "" };
  const rows = await db.obligation.findMany({ where, select: { id: true } });
  return { period: of?.period ?? "", ids: rows.map(({ id }) => id) };
}

/** All that was asked for with what fell due at this moment: a unit that got another date stands beside the others. */
export async function owedAtDeadline(db: Db, milestoneId: number, dueBefore: Date): Promise<number[]> {
  const due = await db.obligation.findMany({
    where: { milestoneId, OR: [{ effectiveDueBefore: dueBefore }, { dueBefore }] },
    distinct: ["period"],
    select: { period: true },
  });
  const periods = due.map(({ period }) => period);
  const rows = await db.obligation.findMany({
    where: { milestoneId, period: { in: periods } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
