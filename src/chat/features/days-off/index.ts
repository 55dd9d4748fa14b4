/** /settings → "Ngày nghỉ": the working calendar, and the days that this installation adds to it or works after all. */
import { type Conversation, createConversation } from "@grammyjs/conversations";
import { Composer, type Context } from "grammy";
import { changeDayOff } from "../../../cases/settings/change-days-off.ts";
import { readDays } from "../../../domain/form/read/days.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { readSetting } from "../../../store/settings.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { dayOffActions as on } from "./actions.ts";
import { daysOffScreen } from "./view.ts";

const ADD = "add-days-off";

export function daysOffWait(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(addConversation, { id: ADD, parallel: false }));
  return composer;
}

export function daysOffFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.open, async (ctx) => {
    await ctx.conversation.exitAll();
    await ctx.show(await screen(ctx));
  });
  onAction(composer, on.add, async (ctx, off) => {
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(off === "yes" ? "days-ask-off" : "days-ask-worked") });
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(ADD, off === "yes");
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

async function addConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  off: boolean,
): Promise<void> {
  const turn = await conversation.wait();
  const text = turn.message?.text;
  if (!turn.message || text?.startsWith("/")) await conversation.skip({ next: true });
  const added = await conversation.external((ctx) => add(ctx, off, text ?? ""));
  if (!added) await conversation.skip();
}

async function add(ctx: BotContext, off: boolean, text: string): Promise<boolean> {
  const { clock, zone } = ctx.deps.cases;
  const label = ctx.words.t("days-label");
  try {
    if (text.trim() === "") throw new Problem("text-expected");
    const days = readDays(
      { kind: "days", key: "day", title: "", label, required: true },
      text,
      dayOf(clock.now(), zone),
    );
    if (days instanceof Problem) throw days;
    await changeDayOff(ctx.deps.cases, known(ctx), days, off, ctx.key);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return false;
  }
  await ctx.show(await screen(ctx));
  return true;
}
