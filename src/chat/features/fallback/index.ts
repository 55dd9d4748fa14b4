/** What nobody took: a block or unblock of the bot, an old button, words without a question. */
import { Composer } from "grammy";
import { noteBlock } from "../../../cases/sending/note-block.ts";
import { may } from "../../../domain/people/permissions.ts";
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
  composer.on("message", async (ctx) => {
    const roles = ctx.who?.roles ?? ["stranger" as const];
    if (roles.includes("stranger")) throw new Problem("stranger");
    await ctx.show({ text: ctx.words.t(may(roles, "report.write") ? "fallback-unit" : "fallback-board") });
  });
  return composer;
}
