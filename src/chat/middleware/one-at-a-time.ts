/**
 * One update of a chat at a time, in the order they came: of two quick messages the second waits for the first. Of the
 * updates whose turn it is, over all chats, few are worked on at a time (at-work.ts).
 */
import type { MiddlewareFn } from "grammy";
import type { BotContext, ChatDeps } from "../context.ts";

/** @param inTurn the same over all processes that take updates, where there are several */
export function oneAtATime({
  inTurn,
  isCrowded,
  atWork,
}: Pick<ChatDeps, "inTurn" | "isCrowded" | "atWork">): MiddlewareFn<BotContext> {
  const tails = new Map<number, Promise<void>>();
  return async (ctx, next) => {
    const chatId = ctx.chat?.id;
    if (chatId === undefined) return;
    const before = tails.get(chatId) ?? Promise.resolve();
    // In a crowd it waits for its turn; a tap that is not answered goes on turning.
    const waits =
      tails.size >= (atWork?.most ?? Number.POSITIVE_INFINITY) || (tails.has(chatId) && isCrowded?.());
    if (ctx.callbackQuery && waits) {
      ctx.tapAnswered = true;
      ctx.answerCallbackQuery().catch(() => {});
    }
    const work = () => (atWork ? atWork.run(next) : next());
    const mine = before.then(() => (inTurn ? inTurn(chatId, work) : work()));
    const tail = mine.catch(() => {});
    tails.set(chatId, tail);
    try {
      await mine;
    } finally {
      if (tails.get(chatId) === tail) tails.delete(chatId);
    }
  };
}
