/**
 * Expected errors are said in the person's language, with what to do; a bug gets a short apology and a number that
 * stands in the log beside its cause. Nothing of what people wrote goes into the log.
 */
import { randomInt } from "node:crypto";
import type { MiddlewareFn } from "grammy";
import { Problem } from "../../domain/problem.ts";
import type { BotContext, ChatDeps } from "../context.ts";

export function errorBoundary(deps: ChatDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof Problem) await say(ctx, deps, deps.wordsFor(language(ctx)).problem(error));
      else await apologise(ctx, deps, error);
    }
  };
}

async function apologise(ctx: BotContext, deps: ChatDeps, error: unknown): Promise<void> {
  const number = String(randomInt(100_000, 999_999));
  deps.log.error({ number, update: ctx.update.update_id, err: error }, "an update failed");
  try {
    await say(ctx, deps, deps.wordsFor(language(ctx)).t("mishap-bug", { number }));
  } catch (again) {
    deps.log.error({ number, err: again }, "nor could we say so");
  }
}

async function say(ctx: BotContext, deps: ChatDeps, text: string): Promise<void> {
  if (ctx.callbackQuery && text.length <= 200) {
    try {
      await ctx.answerCallbackQuery({ text, show_alert: true });
      return;
    } catch (error) {
      deps.log.warn({ err: error }, "a tap could not be answered");
    }
  }
  if (ctx.chat) await ctx.reply(text);
  // Too long for the notice of a tap; the tap is answered all the same, else it goes on turning.
  if (text.length > 200) await ctx.answerTap?.();
}

const language = (ctx: BotContext) => (ctx.who ? ctx.who.locale : ctx.from?.language_code);
