/**
 * A file that came while no question asked for one: it is asked what it is, never taken for an answer. All pictures of
 * one album are asked about in one message, which keeps what came until it is answered.
 */
import { type BotContext, known } from "../../context.ts";
import { messageFile } from "../../sent-file.ts";
import { type Choice, fileAsk } from "./view.ts";

/** More pictures than an album holds. */
const MOST_FILES = 10;

/** @param asked the report whose question was interrupted, to come back to; 0 for none */
export async function askWhatFile(ctx: BotContext, owed: readonly Choice[], asked: number): Promise<void> {
  const { message } = ctx;
  const file = message && messageFile(message);
  if (!file) return;
  const { last } = known(ctx);
  const album = message.media_group_id;
  const before = album && last?.asks?.album === album ? last.asks.files : undefined;
  const files = [...(before ?? []), file].slice(0, MOST_FILES);
  const asks = { obligationId: asked, field: "", files, ...(album ? { album } : {}) };
  const screen = fileAsk(ctx.words, owed, files.length, asked);
  if (before && last) await ctx.rewrite(last.messageId, screen, asks);
  else await ctx.show(screen, { replyTo: message.message_id, asks });
}
