/** /settings → "Ngày nghỉ": the working calendar, and the days that this installation adds to it or works after all. */
import { Composer } from "grammy";
import { changeDayOff } from "../../../cases/settings/change-days-off.ts";
import { readDays } from "../../../domain/form/read/days.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { readSetting } from "../../../store/settings.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { waitForWords } from "../../dialogues/wait-for-words.ts";
import { dayOffActions as on } from "./actions.ts";
import { daysOffScreen } from "./view.ts";

/** Days to be made days off (true) or working days. */
export const otherDays = waitForWords<boolean>("add-days-off", {
  async take(ctx, off, text) {
    if (text.trim() === "") throw new Problem("text-expected");
    const { clock, zone } = ctx.deps.cases;
    const label = ctx.words.t("days-label");
    const field = { kind: "days", key: "day", title: "", label, required: true } as const;
    const days = readDays(field, text, dayOf(clock.now(), zone));
    if (days instanceof Problem) throw days;
    await changeDayOff(ctx.deps.cases, known(ctx), days, off, ctx.key);
    await ctx.show(await screen(ctx));
    return "done";
  },
});

export function daysOffFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.open, async (ctx) => {
    await ctx.conversation.exitAll();
    await ctx.show(await screen(ctx));
  });
  onAction(composer, on.add, async (ctx, off) => {
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(off === "yes" ? "days-ask-off" : "days-ask-worked") });
    await otherDays.ask(ctx, off === "yes");
  });
  onAction(composer, on.drop, async (ctx, number) => {
    const day = String(number).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
    await changeDayOff(ctx.deps.cases, known(ctx), [day], null, ctx.key);
    await ctx.change(await screen(ctx));
  });
  return composer;
}

async function screen(ctx: BotContext) {
  const { db, clock } = ctx.deps.cases;
  return daysOffScreen(ctx.words, (await readSetting(db, "daysOff")) ?? [], clock.now());
}
