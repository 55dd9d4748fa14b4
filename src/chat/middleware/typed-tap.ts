/**
 * Words that stand for a button do what its tap does: the update becomes that tap, or that command, for as long as the
 * features work on it. What a tap's small notice would say is written into the chat, and no message is changed but the
 * one the button hangs under.
 */
import type { Composer } from "grammy";
import { Problem } from "../../domain/problem.ts";
import type { BotContext } from "../context.ts";

export interface Stand {
  /** As if this button had been tapped. `under`: the message it hangs under, where one is known. */
  tap(ctx: BotContext, data: string, under?: number | null): Promise<void>;
  /** As if this command had been written. */
  command(ctx: BotContext, name: string): Promise<void>;
}

/** Takes what somebody has written, or leaves it to the next one (false). */
export type Reader = (ctx: BotContext, text: string, stand: Stand) => Promise<boolean>;

/** @param features what takes taps and commands */
export function standFor(features: Composer<BotContext>): Stand {
  const take = features.middleware();
  const run = async (ctx: BotContext) => {
    await take(ctx, () => {
      throw new Problem("button-old");
    });
  };
  return {
    async tap(ctx, data, under = null) {
      const { update, answerTap } = ctx;
      const { message } = update;
      if (!message) throw new Error("only a message can stand for a tap");
      // A message of date 0 is one that can't be read any more: what would be changed is shown anew.
      const place = { chat: message.chat, message_id: under ?? 0, date: 0 as const };
      const tapped = { id: "typed", from: message.from, chat_instance: "", message: place, data };
      delete update.message;
      Object.assign(update, { callback_query: tapped });
      ctx.typed = true;
      ctx.answerTap = async (text) => {
        if (text) await ctx.show({ text });
      };
      try {
        await run(ctx);
      } finally {
        // The message again: what goes wrong is answered as to a message.
        delete update.callback_query;
        Object.assign(update, { message });
        ctx.answerTap = answerTap;
        ctx.typed = false;
      }
    },
    async command(ctx, name) {
      const { message } = ctx.update;
      if (!message) throw new Error("only a message can stand for a command");
      const text = `/${name}`;
      const entities = [{ type: "bot_command" as const, offset: 0, length: text.length }];
      Object.assign(ctx.update, { message: { ...message, text, entities } });
      try {
        await run(ctx);
      } finally {
        Object.assign(ctx.update, { message });
      }
    },
  };
}
