/**
 * Staff change when something recurs. In a plan under way only the future changes: periods whose deadline lies ahead
 * get their new one; those that no longer are go, unless somebody has begun them or has been reminded of them.
 */

import { dayOf, plusDays } from "../../domain/moment.ts";
import { parseSchedule } from "../../domain/obligation/recurrence.ts";
import { checkDecides } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findPlan, lockPlan, type PlanMilestone, type WholePlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type CaseContext, transact } from "../case.ts";
import { isRecurring, makeAhead, occurrencesOf } from "./make-recurring.ts";

/** @param rule an RRULE with days */
export async function changeSchedule(
  ctx: CaseContext,
  by: Who,
  planId: number,
  milestoneId: number,
  rule: string,
  update: UpdateKey | null,
): Promise<void> {
  if (!parseSchedule(rule)) throw new Problem("button-old");
  await transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await lockPlan(tx, planId);
      const plan = await findPlan(tx, planId);
      const milestone = plan?.milestones.find((one) => one.id === milestoneId);
      if (!plan || !milestone) throw new Problem("button-old");
      checkDecides(by, "plan.publish", plan);
      // What happens once, and is owed already, does not become recurring.
      if (plan.state !== "draft" && !(plan.state === "published" && isRecurring(milestone)))
        throw new Problem("button-old");
      const draft = { due: null, dueBefore: null, period: null, vague: false, source: "board" as const };
      await tx.milestone.update({
        where: { id: milestoneId },
        data: { recurrence: rule, madeUntil: null, ...(plan.state === "draft" ? draft : {}) },
      });
      if (plan.state === "published") await replan(ctx, tx, plan, { ...milestone, recurrence: rule }, now);
      await audit("milestone.schedule", ["Milestone", milestoneId], { rule, before: milestone.recurrence });
    },
    "remind",
  );
}

async function replan(
  ctx: CaseContext,
  tx: Tx,
  plan: WholePlan,
  milestone: PlanMilestone,
  now: Date,
): Promise<void> {
  const today = dayOf(now, ctx.zone);
  const planned = occurrencesOf(milestone, plan, today, plusDays(today, 400), ctx.zone);
  const due = new Map(planned.map((one) => [one.period, one.dueBefore]));
  const ahead = await tx.obligation.findMany({
    where: { milestoneId: milestone.id, dueBefore: { gt: now }, reports: { none: {} } },
    include: { draft: { select: { id: true } }, _count: { select: { deliveryItems: true } } },
  });
  const gone = ahead.filter((one) => !due.has(one.period) && !one.draft && one._count.deliveryItems === 0);
  await tx.obligation.deleteMany({ where: { id: { in: gone.map((one) => one.id) } } });
  for (const [period, dueBefore] of due) {
    // A deadline that was extended for one unit stays as it was granted.
    const moved = ahead.filter(
      (one) => one.period === period && one.dueBefore?.getTime() === one.effectiveDueBefore?.getTime(),
    );
    await tx.obligation.updateMany({
      where: { id: { in: moved.map((one) => one.id) } },
      data: { dueBefore, effectiveDueBefore: dueBefore, remindSince: now },
    });
  }
  const milestones = plan.milestones.map((one) => (one.id === milestone.id ? milestone : one));
  await makeAhead(ctx, tx, { ...plan, milestones }, now);
}
