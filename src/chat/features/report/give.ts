/** An answer goes to the case, and what it meant is said. */
import { ALREADY } from "../../../cases/case.ts";
import { answerReport, type Given, reportFor } from "../../../cases/report/write-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import type { Taken } from "../../dialogues/wait-for-words.ts";
import { faultLines } from "../../questions/faults.ts";
import { refuse } from "./refuse.ts";
import { noteTaken, showHeld } from "./show-turn.ts";

/** A text answers a question only while the question is the bot's last word and younger than this. */
const FRESH_MINUTES = 30;

/** `next`: what is asked now is to be shown. */
export type Outcome = "next" | Extract<Taken<never>, "again" | "elsewhere">;

/** Gives an answer to the case and says what it meant. */
export async function give(ctx: BotContext, obligationId: number, given: Given): Promise<Outcome> {
  try {
    const result = await answerReport(ctx.deps.cases, known(ctx), obligationId, given, ctx.key);
    if (result !== ALREADY && !result.ok) {
      await refuse(ctx, result.problem, given.field ?? undefined, obligationId);
      return "again";
    }
    await ctx.answerTap();
    if (result === ALREADY) return "next";
    // What comes of a file may already be known, and have changed the draft again.
    if (given.step.kind !== "sent-file") noteTaken(ctx, result.work);
    if (result.faults) await ctx.show({ text: faultLines(ctx, result.faults) });
    return "next";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "answer-classified") await takeBack(ctx);
    if (error.code === "draft-held") {
      await ctx.answerTap();
      await showHeld(ctx, await reportFor(ctx.deps.cases, known(ctx), obligationId), false);
      return "again";
    }
    // The question as it is now is shown, and says that the form has changed.
    if (error.code === "form-changed") {
      await ctx.answerTap();
      return "next";
    }
    // Written to a question that was answered elsewhere meanwhile, as on a page: what is asked now is shown.
    if (error.code === "draft-moved" && ctx.message) {
      await ctx.show({ text: ctx.words.problem(error) });
      return "next";
    }
    if (error.code === "draft-moved" || error.code === "draft-gone") {
      await ctx.answerTap(ctx.words.problem(error));
      if (ctx.callbackQuery && error.code === "draft-gone") return "again";
      return isFresh(ctx) && known(ctx).last?.asks?.obligationId === obligationId ? "again" : "next";
    }
    await refuse(ctx, error, given.field ?? undefined, obligationId);
    return "again";
  }
}

/** What must not stand in a chat is taken out of it, as far as a bot can. */
async function takeBack(ctx: BotContext): Promise<void> {
  const message = ctx.message ?? ctx.editedMessage;
  try {
    if (message) await ctx.api.deleteMessage(message.chat.id, message.message_id);
  } catch (error) {
    ctx.deps.log.warn({ err: error }, "a message with a secret answer could not be deleted");
  }
}

export function isFresh(ctx: BotContext): boolean {
  const last = known(ctx).last;
  return last !== null && ctx.deps.cases.clock.now().getTime() - last.at.getTime() < FRESH_MINUTES * 60_000;
}
