/** When a milestone recurs: shown and changed from the card of a milestone, and of a plan under way. */

import { Composer } from "grammy";
import { changeSchedule } from "../../../cases/plan/change-schedule.ts";
import { checkDecides } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { scheduleActions as on } from "./actions.ts";
import { type Rhythm, rhythms, ruleOf } from "./names.ts";
import { scheduleScreen } from "./view.ts";

export function scheduleFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.open, (ctx, planId, milestoneId) => show(ctx, planId, milestoneId, null));
  onAction(composer, on.choose, async (ctx, planId, milestoneId, name) => {
    const rhythm = rhythms.find((one) => one === name);
    if (rhythm) return show(ctx, planId, milestoneId, rhythm);
    const rule = ruleOf(name);
    if (!rule) throw new Problem("button-old");
    await changeSchedule(ctx.deps.cases, known(ctx), planId, milestoneId, rule, ctx.key);
    await show(ctx, planId, milestoneId, null);
  });
  return composer;
}

async function show(ctx: BotContext, planId: number, milestoneId: number, rhythm: Rhythm | null) {
  const { db, clock } = ctx.deps.cases;
  const plan = await findPlan(db, planId);
  const milestone = plan?.milestones.find((one) => one.id === milestoneId);
  if (!plan || !milestone) throw new Problem("button-old");
  checkDecides(known(ctx), "plan.publish", plan);
  if (plan.state !== "draft" && plan.state !== "published") throw new Problem("button-old");
  await ctx.change(scheduleScreen(ctx.words, plan, milestone, rhythm, clock.now()));
}
