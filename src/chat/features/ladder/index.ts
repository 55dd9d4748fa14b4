/** When the units of a plan are reminded: shown and changed from the card of a draft and of a plan under way. */

import { Composer } from "grammy";
import { changeLadder } from "../../../cases/reminder/change-ladder.ts";
import { checkDecides } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { hourChoices, type LadderChange, rungChoices } from "../../../domain/reminder/presets.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { readCalendar } from "../../../store/reminder/ladders.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { ladderActions as on } from "./actions.ts";
import { ladderScreen } from "./view.ts";

export function ladderFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const change = async (ctx: BotContext, planId: number, change: LadderChange) => {
    await changeLadder(ctx.deps.cases, known(ctx), planId, change, ctx.key);
    await show(ctx, planId);
  };
  onAction(composer, on.open, show);
  onAction(composer, on.preset, (ctx, planId, name) => change(ctx, planId, { kind: "preset", name }));
  onAction(composer, on.weekly, (ctx, planId) => change(ctx, planId, { kind: "weekly" }));
  onAction(composer, on.rung, async (ctx, planId, place) => {
    const rung = rungChoices[place];
    if (rung === undefined) throw new Problem("button-old");
    await change(ctx, planId, { kind: "rung", rung });
  });
  onAction(composer, on.hour, async (ctx, planId, place) => {
    const hour = hourChoices[place];
    if (hour === undefined) throw new Problem("button-old");
    await change(ctx, planId, { kind: "hour", hour });
  });
  return composer;
}

async function show(ctx: BotContext, planId: number): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const plan = await findPlan(db, planId);
  if (!plan) throw new Problem("plan-not-found");
  checkDecides(known(ctx), "plan.publish", plan);
  if (plan.state !== "draft" && plan.state !== "published") throw new Problem("button-old");
  await ctx.change(ladderScreen(ctx.words, plan, await readCalendar(db), clock.now()));
}
