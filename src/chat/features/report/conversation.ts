/**
 * The report as a conversation: checkpoint, show, wait, take, rewind. The log of the plugin never holds more than
 * one turn, and is never the only copy of anything: the draft row is. An update that is not for this report goes
 * on to the other features; one that was refused is dropped, and the log stays as it was.
 */
import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { Problem } from "../../../domain/problem.ts";
import type { BotContext } from "../../context.ts";
import { showTurn, takeTurn } from "./turn.ts";

export async function reportConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  obligationId: number,
): Promise<void> {
  const top = conversation.checkpoint();
  const more = await conversation.external((ctx) => unlessLost(() => showTurn(ctx, obligationId)));
  if (!more || more === "lost") return;
  await conversation.wait();
  const outcome = await conversation.external((ctx) => unlessLost(() => takeTurn(ctx, obligationId)));
  // The other features say why; there it is no answer any more.
  if (outcome === "lost") await conversation.halt({ next: true });
  if (outcome === "elsewhere") await conversation.skip({ next: true });
  if (outcome === "stayed") await conversation.skip();
  await conversation.rewind(top);
}

/** The report is no longer this person's: their post has ended meanwhile. */
async function unlessLost<T>(turn: () => Promise<T>): Promise<T | "lost"> {
  try {
    return await turn();
  } catch (error) {
    if (error instanceof Problem && (error.code === "not-allowed" || error.code === "obligation-not-found"))
      return "lost";
    throw error;
  }
}
