/**
 * One turn of writing a report: show what is asked now, take what comes. The conversation (conversation.ts) only
 * strings turns together; every answer is in our own tables before anything is said, so that whatever the plugin
 * forgets, nothing of the person's is lost.
 */
import { reportFor } from "../../../cases/report/write-report.ts";
import { expected } from "../../../domain/form/answer.ts";
import { fieldOf } from "../../../domain/form/form.ts";
import { readSaying } from "../../../domain/message/saying.ts";
import type { Asks } from "../../../domain/people/who.ts";
import { Problem } from "../../../domain/problem.ts";
import type { ReportWork } from "../../../store/report/drafts.ts";
import { isSeen } from "../../../store/seen-updates.ts";
import { type BotContext, known } from "../../context.ts";
import { askWhatFile } from "./ask-what-file.ts";
import { give, isFresh, type Outcome } from "./give.ts";
import { askedNow, fieldAsked, listOf } from "./list-file.ts";
import { refuse } from "./refuse.ts";
import { stepOf } from "./step-of.ts";
import { writingTap } from "./taps.ts";
import { stray } from "./view.ts";

/** Takes one update for the report of this obligation. */
export async function takeTurn(ctx: BotContext, obligationId: number): Promise<Outcome> {
  if (ctx.callbackQuery) {
    const tap = writingTap(ctx.callbackQuery.data ?? "");
    return tap?.obligationId === obligationId ? tap.take(ctx) : "elsewhere";
  }
  if (ctx.editedMessage) return takeEdit(ctx, obligationId);
  const message = ctx.message;
  if (!message || message.text?.startsWith("/")) return "elsewhere";
  const asks = known(ctx).last?.asks;
  let step = stepOf(message);
  if (step?.kind === "text" && !isAsked(asks, obligationId) && readSaying(step.text)) return "elsewhere";
  try {
    step = await listOf(ctx, obligationId, step, message);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await refuse(ctx, error);
    return "again";
  }
  if (step?.kind === "sent-file" && !(await wantsFile(ctx, obligationId))) {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    if (await isSeen(ctx.deps.cases.db, ctx.key)) return "next";
    await askWhatFile(ctx, [{ ...work, id: obligationId }], obligationId);
    return "again";
  }
  const forwarded = message.forward_origin !== undefined;
  // The question was the last word: the answer goes straight to the case, which knows whether it still is asked.
  if (step && !forwarded && isFresh(ctx) && asks?.obligationId === obligationId && !asks.files) {
    return give(ctx, obligationId, { step, field: asks.field });
  }
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (!work.draft) return "next";
  if (!step) {
    await refuse(ctx, wanted(work));
    return "again";
  }
  // An answer that was saved before a kill and comes again after it: only the next question was never said.
  if (await isSeen(ctx.deps.cases.db, ctx.key)) return "next";
  const field = fieldOf(work.form, askedNow(work)) ?? work.form.fields[0];
  if (field) await ctx.show(stray(ctx.words, obligationId, field), { replyTo: message.message_id });
  return "again";
}

/**
 * Whether a question of this report is the bot's last word. The closing screen asks nothing, nor does a list shown
 * since: words that stand for a button are no answer there.
 */
const isAsked = (asks: Asks | null | undefined, obligationId: number): boolean =>
  asks?.obligationId === obligationId && asks.field !== "review" && asks.field !== "nil";

async function wantsFile(ctx: BotContext, obligationId: number): Promise<boolean> {
  return (await fieldAsked(ctx, obligationId))?.kind === "files";
}

async function takeEdit(ctx: BotContext, obligationId: number): Promise<Outcome> {
  const { message_id, text } = ctx.editedMessage ?? {};
  if (message_id === undefined || text === undefined) return "elsewhere";
  const outcome = await give(ctx, obligationId, {
    step: { kind: "correction", messageId: message_id, text },
    field: null,
  });
  return outcome;
}

/** What the question asked wants instead of a sticker, a place or a voice. */
function wanted(work: ReportWork): Problem {
  const field = fieldOf(work.form, askedNow(work));
  return field ? expected(field, "") : new Problem("text-expected", { label: "", text: "" });
}
