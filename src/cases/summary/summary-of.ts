/** Whose summary may be read, and by whom it is made: of plans of one board, by those who may read or decide there. */
import type { Permission } from "../../domain/people/permissions.ts";
import { checkDecides, checkReads, checkVerb, type PlanReach } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Db, Tx } from "../../store/database.ts";
import type { SummaryScope } from "../../store/summary/gather.ts";

/** A summary of more plans would be no summary, and no message could name them. */
export const MOST_PLANS = 200;

/** The board of the plans. Throws plan-not-found, not-allowed, summary-boards {}, summary-many {max}. */
export async function readableScope(db: Db | Tx, by: Who, scope: SummaryScope): Promise<number> {
  checkVerb(by, "plan.read");
  return boardOf(db, scope, (plan) => checkReads(by, plan));
}

/** The same, for those who make it: the plans' own board, and who stands in for it. */
export async function ownScope(
  db: Db | Tx,
  by: Who,
  scope: SummaryScope,
  permission: Permission,
): Promise<number> {
  return boardOf(db, scope, (plan) => checkDecides(by, permission, plan));
}

async function boardOf(db: Db | Tx, scope: SummaryScope, check: (plan: PlanReach) => void): Promise<number> {
  if (scope.planIds.length > MOST_PLANS) throw new Problem("summary-many", { max: MOST_PLANS });
  const plans = await db.plan.findMany({
    where: { id: { in: [...scope.planIds] }, state: { not: "draft" } },
    select: { id: true, boardId: true, standInId: true },
  });
  const [first] = plans;
  if (!first || plans.length < new Set(scope.planIds).size) throw new Problem("plan-not-found");
  for (const plan of plans) check(plan);
  // Private counts and the desk are one board's: what two boards ask is never in one summary.
  if (plans.some((plan) => plan.boardId !== first.boardId)) throw new Problem("summary-boards");
  return first.boardId;
}
