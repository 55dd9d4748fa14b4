/** A published plan of a board this person may read. */

import { checkReads } from "../../domain/people/reach.ts";
import { Problem } from "../../domain/problem.ts";
import { findPlan, type WholePlan } from "../../store/plan/plans.ts";
import { type BotContext, known } from "../context.ts";

/** Throws plan-not-found, not-allowed. */
export async function readablePlan(ctx: BotContext, planId: number): Promise<WholePlan> {
  const plan = await findPlan(ctx.deps.cases.db, planId);
  if (!plan || plan.state === "draft") throw new Problem("plan-not-found");
  checkReads(known(ctx), plan);
  return plan;
}
