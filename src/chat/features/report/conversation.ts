/**
 * The report as a conversation: checkpoint, show, wait, take, rewind. The log of the plugin never holds more than
 * one turn, and is never the only copy of anything: the draft row is. An update that is not for this report goes
 * on to the other features; one that was refused is dropped, and the log stays as it was.
 */
import type { Context } from "grammy";
import { Problem } from "../../../domain/problem.ts";
import { settle, type Talk } from "../../dialogues/wait-for-words.ts";
import { showTurn } from "./show-turn.ts";
import { takeTurn } from "./turn.ts";

export async function reportConversation(
  conversation: Talk,
  _ctx: Context,
  obligationId: number,
): Promise<void> {
  const top = conversation.checkpoint();
  const more = await conversation.external((ctx) => unlessLost(() => showTurn(ctx, obligationId)));
  if (more !== true) return;
  await conversation.wait();
  const outcome = await conversation.external((ctx) => unlessLost(() => takeTurn(ctx, obligationId)));
  await settle(conversation, outcome);
  await conversation.rewind(top);
}

/** Left where the report is no longer this person's: their post has ended meanwhile, and other features say so. */
async function unlessLost<T>(turn: () => Promise<T>): Promise<T | "left"> {
  try {
    return await turn();
  } catch (error) {
    if (error instanceof Problem && (error.code === "not-allowed" || error.code === "obligation-not-found"))
      return "left";
    throw error;
  }
}
