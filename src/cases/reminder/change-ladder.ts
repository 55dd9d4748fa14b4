import { checkDecides } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { changedLadder, type LadderChange } from "../../domain/reminder/presets.ts";
import { findPlan, lockPlan } from "../../store/plan/plans.ts";
import { ladderOf } from "../../store/reminder/ladders.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type CaseContext, transact } from "../case.ts";

export async function changeLadder(
  ctx: CaseContext,
  by: Who,
  planId: number,
  change: LadderChange,
  update: UpdateKey | null,
): Promise<void> {
  await transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await lockPlan(tx, planId);
      const plan = await findPlan(tx, planId);
      if (!plan) throw new Problem("plan-not-found");
      checkDecides(by, "plan.publish", plan);
      if (plan.state !== "draft" && plan.state !== "published") throw new Problem("button-old");
      const ladder = changedLadder(ladderOf(plan.ladder), change);
      await tx.plan.update({
        where: { id: planId },
        data: { ladder: { ...ladder, rungs: [...ladder.rungs] } },
      });
      await tx.obligation.updateMany({
        where: { milestone: { planId } },
        data: { remindAt: null, remindSince: now },
      });
      await audit("plan.ladder", ["Plan", planId], {
        rungs: ladder.rungs.join(),
        weekly: ladder.weekly,
        hour: ladder.hour,
      });
    },
    "remind",
  );
}
