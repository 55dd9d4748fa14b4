/** The words that /remind waits for: a line of one's own, a day, a reason, the letter's file. Kept in the row of the choice. */
import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { checkWords } from "../../../cases/check-words.ts";
import { startLetter } from "../../../cases/reminder/letter.ts";
import { MOST_WORDS } from "../../../cases/reminder/nudge.ts";
import { writeUrging } from "../../../cases/reminder/urge-plan.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { messageFile } from "../../sent-file.ts";
import { typedDay } from "../../typed-day.ts";
import { chooseDay, showNudge, showTogether, showWaive } from "./show.ts";

export const REMIND = "remind";

export interface Waiting {
  planId: number;
  part: "words" | "day" | "reason" | "waive" | "letter";
}

export async function remindConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  first: Waiting,
): Promise<void> {
  let waiting = first;
  for (;;) {
    const turn = await conversation.wait();
    const text = turn.message?.text;
    const fits = waiting.part === "letter" ? turn.message !== undefined : text !== undefined;
    if (!fits || text?.startsWith("/")) await conversation.skip({ next: true });
    const now = waiting;
    const next = await conversation.external((ctx) => take(ctx, now, text ?? ""));
    if (next === "again") await conversation.skip();
    else if (next === "done") return;
    else waiting = next as Waiting;
  }
}

async function take(ctx: BotContext, waiting: Waiting, text: string): Promise<Waiting | "again" | "done"> {
  const { planId, part } = waiting;
  const { cases } = ctx.deps;
  try {
    if (part === "letter") return await takeLetter(ctx, planId);
    if (part === "day") {
      await chooseDay(ctx, planId, typedDay(ctx, text));
      return { planId, part: "reason" };
    }
    const words = checkWords(text, MOST_WORDS);
    const change = part === "words" ? { words } : { reason: words };
    await writeUrging(cases, known(ctx), planId, () => change, ctx.key);
    if (part === "words") await showNudge(ctx, planId);
    if (part === "reason") await showTogether(ctx, planId);
    if (part === "waive") await showWaive(ctx, planId);
    return "done";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return ["nothing-chosen", "not-allowed", "plan-not-found"].includes(error.code) ? "done" : "again";
  }
}

async function takeLetter(ctx: BotContext, planId: number): Promise<"again" | "done"> {
  const file = ctx.message?.document && messageFile(ctx.message);
  if (!file || !ctx.message) {
    await ctx.show({ text: ctx.words.t("remind-want-letter") });
    return "again";
  }
  if (file.size > ctx.deps.maxDownload) {
    const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
    const vars = { name: file.name, size: megabytes(file.size), limit: megabytes(ctx.deps.maxDownload) };
    throw new Problem("file-too-large", vars);
  }
  const { caption = "", message_id: messageId } = ctx.message;
  await startLetter(ctx.deps.cases, known(ctx), planId, { ...file, caption, messageId }, ctx.key);
  return "done";
}
