/** What a member of the board has chosen in /remind, kept while they go from screen to screen. */
import { z } from "zod";
import { may, type Permission } from "../../domain/people/permissions.ts";
import { Problem } from "../../domain/problem.ts";
import type { Db, Tx } from "../../store/database.ts";
import type { Who } from "../../store/people/people.ts";
import { findObligations, type ObligationRow } from "../../store/plan/obligations.ts";
import { findPlan, lockPlan, type WholePlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export interface Urging {
  planId: number;
  obligationIds: number[];
  words: string | null;
  dueBefore: Date | null;
  reason: string | null;
}

const Ids = z.array(z.number().int()).max(5_000);

/** A published plan of a board this person works for. Throws plan-not-found, not-allowed. */
export async function urgeable(
  db: Db | Tx,
  by: Who,
  planId: number,
  permission: Permission,
): Promise<WholePlan> {
  const plan = await findPlan(db, planId);
  if (plan?.state !== "published") throw new Problem("plan-not-found");
  const belongs = by.memberships.some((one) => one.isStanding || one.boardId === plan.boardId);
  if (!may(by.roles, permission) || !belongs) throw new Problem("not-allowed");
  return plan;
}

/** What units still have to send or to mend by a date. */
export async function stillOwed(db: Db | Tx, planId: number, now: Date): Promise<ObligationRow[]> {
  return (await findObligations(db, { planId }, now)).filter(
    (one) => one.state === "open" && one.behindFrom !== null,
  );
}

export async function readUrging(db: Db | Tx, personId: number, planId: number): Promise<Urging> {
  const row = await db.urging.findUnique({ where: { personId } });
  if (row?.planId !== planId)
    return { planId, obligationIds: [], words: null, dueBefore: null, reason: null };
  const { words, dueBefore, reason } = row;
  return { planId, obligationIds: Ids.parse(row.obligationIds), words, dueBefore, reason };
}

/** Remembers a choice; with another plan everything begins anew. */
export async function writeUrging(
  ctx: CaseContext,
  by: Who,
  planId: number,
  change: (present: Urging) => Partial<Omit<Urging, "planId">>,
  update: UpdateKey | null,
): Promise<Urging | typeof ALREADY> {
  return transact(ctx, update, async (tx, now) => {
    const present = await readUrging(tx, by.personId, planId);
    const next = { ...present, ...change(present) };
    const data = { ...next, updatedAt: now };
    await tx.urging.upsert({
      where: { personId: by.personId },
      create: { ...data, personId: by.personId },
      update: data,
    });
    return next;
  });
}

/**
 * Those chosen that still owe; the choice is used up with what is done with it. The plan is locked, as by a report
 * that comes in: of two who act at once the second sees what the first has done. Throws nothing-chosen.
 */
export async function takeChosen(tx: Tx, by: Who, planId: number, now: Date): Promise<ObligationRow[]> {
  await lockPlan(tx, planId);
  await tx.$queryRaw`SELECT 1 FROM "Urging" WHERE "personId" = ${by.personId} FOR UPDATE`;
  const { obligationIds } = await readUrging(tx, by.personId, planId);
  const chosen = (await stillOwed(tx, planId, now)).filter((one) => obligationIds.includes(one.id));
  if (chosen.length === 0) throw new Problem("nothing-chosen");
  await tx.urging.delete({ where: { personId: by.personId } });
  return chosen;
}
