/** /tasks: what is owed, most urgent first. */

import { Composer } from "grammy";
import { ownUnits } from "../../../domain/people/reach.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { tasksCommand } from "./actions.ts";
import { handsOf } from "./hands.ts";
import { tasks } from "./view.ts";

export function tasksFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, tasksCommand, async (ctx) => {
    const { db, clock } = ctx.deps.cases;
    const who = known(ctx);
    const now = clock.now();
    const rows = await findObligations(db, { units: ownUnits(who) }, now);
    const screen = tasks(
      ctx.words,
      rows,
      now,
      ownUnits(who).length > 1,
      handsOf(who, rows, ctx.deps.cases.webUrl() !== null),
    );
    await ctx.show(screen);
  });
  return composer;
}
