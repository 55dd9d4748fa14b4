/**
 * Expected errors are said in the person's language, with what to do; a bug gets a short apology and a number that
 * stands in the log beside its cause. Whether the apology says "not saved" is asked of the database: what was saved is
 * never called lost. Where only the messenger was out of reach nothing is said: the update comes again. Nothing of what
 * people wrote goes into the log.
 */
import { randomInt } from "node:crypto";
import type { MiddlewareFn } from "grammy";
import { Problem } from "../../domain/problem.ts";
import { isSeen } from "../../store/seen-updates.ts";
import { ComeAgain, isClosed, isPassing } from "../come-again.ts";
import type { BotContext, ChatDeps } from "../context.ts";

export function errorBoundary(deps: ChatDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      try {
        await next();
      } catch (error) {
        if (error instanceof Problem) await say(ctx, deps, deps.wordsFor(language(ctx)).problem(error));
        else if (isPassing(error) || isClosed(error)) throw error;
        else await apologise(ctx, deps, error);
      }
    } catch (error) {
      const update = ctx.update.update_id;
      if (isPassing(error)) throw new ComeAgain("the answer could not be sent", { cause: error });
      if (isClosed(error)) return deps.log.warn({ update, err: error }, "the person does not let us answer");
      throw error;
    }
  };
}

async function apologise(ctx: BotContext, deps: ChatDeps, error: unknown): Promise<void> {
  const number = String(randomInt(100_000, 999_999));
  deps.log.error({ number, update: ctx.update.update_id, err: error }, "an update failed");
  const text = deps.wordsFor(language(ctx)).t(`mishap-${await isSaved(ctx, deps)}`, { number });
  try {
    await say(ctx, deps, text);
  } catch (again) {
    if (isPassing(again)) throw again;
    deps.log.error({ number, err: again }, "nor could we say so");
  }
}

/** Whether what the update was to do stands in the database. */
async function isSaved(ctx: BotContext, deps: ChatDeps): Promise<"saved" | "bug" | "unsure"> {
  // Before anybody knew who writes nothing was done.
  if (ctx.words === undefined) return "bug";
  try {
    return (await isSeen(deps.cases.db, ctx.key)) ? "saved" : "bug";
  } catch {
    return "unsure";
  }
}

async function say(ctx: BotContext, deps: ChatDeps, text: string): Promise<void> {
  if (ctx.callbackQuery && text.length <= 200) {
    try {
      await ctx.answerCallbackQuery({ text, show_alert: true });
      return;
    } catch (error) {
      // It has been answered already, or is too old: said as a message.
      deps.log.warn({ err: error }, "a tap could not be answered");
    }
  }
  if (ctx.chat) await ctx.reply(text);
  // Too long for the notice of a tap; the tap is answered all the same, else it goes on turning.
  if (text.length > 200) await ctx.answerTap?.();
}

const language = (ctx: BotContext) => (ctx.who ? ctx.who.locale : ctx.from?.language_code);
