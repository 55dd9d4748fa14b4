/** What nobody took: a block or unblock of the bot, an old button. */
import { Composer } from "grammy";
import { noteBlock } from "../../../cases/sending/note-block.ts";
import { Problem } from "../../../domain/problem.ts";
import type { BotContext } from "../../context.ts";

export function fallback(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("my_chat_member", async (ctx) => {
    if (ctx.who)
      await noteBlock(ctx.deps.cases, ctx.who, ctx.myChatMember.new_chat_member.status === "kicked", ctx.key);
  });
  composer.on("callback_query", () => {
    throw new Problem("button-old");
  });
  return composer;
}
