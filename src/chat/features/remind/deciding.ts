/** A common extension and "owes nothing this time", from choice to undo. */
import type { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { extendTogether, undoTogether } from "../../../cases/obligation/extend-together.ts";
import { liftWaiver, waive } from "../../../cases/obligation/waive.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { lines } from "../../screen.ts";
import { unpackDay } from "../../typed-day.ts";
import { remindActions as on } from "./actions.ts";
import { urgingWords } from "./conversation.ts";
import { askDayTogether, chooseDay, chosenOf, showWaivers } from "./show.ts";
import { back, names } from "./view.ts";

export function deciding(composer: Composer<BotContext>): void {
  onAction(composer, on.extend, async (ctx, planId) => {
    await chosenOf(ctx, planId);
    await ctx.answerTap();
    await askDayTogether(ctx, planId);
    await urgingWords.ask(ctx, { planId, part: "day" });
  });
  onAction(composer, on.extendTo, async (ctx, planId, packed) => {
    await chooseDay(ctx, planId, unpackDay(packed));
    await ctx.answerTap();
    await urgingWords.ask(ctx, { planId, part: "reason" });
  });
  onAction(composer, on.extendNow, async (ctx, planId) => {
    const { words } = ctx;
    const done = await extendTogether(ctx.deps.cases, known(ctx), planId, ctx.key);
    if (done === ALREADY) return words.t("remind-sent-before");
    await ctx.change({
      text: lines(
        words.t("remind-extended", { count: done.units.length, names: names(words, done.units) }),
        done.left.length > 0 && words.t("remind-left", { names: names(words, done.left) }),
      ),
      buttons:
        done.units.length > 0
          ? [
              [
                {
                  text: words.t("remind-undo"),
                  data: on.extendUndo.data(planId, done.at.getTime() / 1_000),
                },
              ],
              [back(words, planId)],
            ]
          : [[back(words, planId)]],
    });
  });
  onAction(composer, on.extendUndo, async (ctx, planId, seconds) => {
    const count = await undoTogether(ctx.deps.cases, known(ctx), planId, new Date(seconds * 1_000), ctx.key);
    if (count === ALREADY) return ctx.words.t("remind-sent-before");
    await ctx.change({
      text: ctx.words.t("remind-undone", { count }),
      buttons: [[back(ctx.words, planId)]],
    });
  });
  onAction(composer, on.waive, async (ctx, planId) => {
    await chosenOf(ctx, planId);
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("remind-ask-waive") });
    await urgingWords.ask(ctx, { planId, part: "waive" });
  });
  onAction(composer, on.waiveNow, async (ctx, planId) => {
    const done = await waive(ctx.deps.cases, known(ctx), planId, ctx.key);
    if (done !== ALREADY) await showWaivers(ctx, planId);
  });
  onAction(composer, on.waivers, (ctx, planId) => showWaivers(ctx, planId));
  onAction(composer, on.lift, async (ctx, waiverId) => {
    const lifted = await liftWaiver(ctx.deps.cases, known(ctx), waiverId, ctx.key);
    if (lifted !== ALREADY) await showWaivers(ctx, lifted.planId);
    return ctx.words.t("remind-lifted");
  });
}
