/**
 * The signed copy is awaited: every file or photograph is kept at once, an album is answered once, "Xong" or anything
 * else ends it.
 */
import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { attachSignedCopy } from "../../../cases/report/attach-signed-copy.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { messageFile } from "../../sent-file.ts";
import { historyActions } from "./actions.ts";

export const SIGN = "signed-copy";

export async function signConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  obligationId: number,
): Promise<void> {
  let answered: Answered = null;
  for (;;) {
    const turn = await conversation.wait();
    if (!turn.message || turn.message.text?.startsWith("/")) {
      // A tap on "Xong" or elsewhere, a command: the wait is over.
      await conversation.halt({ next: true });
      return;
    }
    const before: Answered = answered;
    answered = await conversation.external((ctx) => take(ctx, obligationId, before));
  }
}

/** The album that was answered last, and by which message. */
type Answered = { album: string; messageId: number } | null;

async function take(ctx: BotContext, obligationId: number, answered: Answered): Promise<Answered> {
  const message = ctx.message;
  const file = message && messageFile(message);
  if (!message || !file) {
    await ctx.show({ text: ctx.words.t("signed-want-file"), buttons: done(ctx) });
    return null;
  }
  try {
    if (file.size > ctx.deps.maxDownload) throw tooLarge(file, ctx.deps.maxDownload);
    const kept = await attachSignedCopy(ctx.deps.cases, known(ctx), obligationId, file, ctx.key);
    if (kept === ALREADY) return answered;
    const screen = {
      text: ctx.words.t("signed-kept", { count: kept.count, moment: ctx.words.moment(kept.at) }),
      buttons: done(ctx),
    };
    const album = message.media_group_id;
    if (album && answered?.album === album && ctx.chat) {
      await ctx.api.editMessageText(ctx.chat.id, answered.messageId, screen.text, {
        reply_markup: {
          inline_keyboard: screen.buttons.map((row) =>
            row.map((one) => ({ text: one.text, callback_data: one.data })),
          ),
        },
      });
      return answered;
    }
    const messageId = await ctx.show(screen);
    return album ? { album, messageId } : null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error), buttons: done(ctx) });
    return null;
  }
}

const done = (ctx: BotContext) => [
  [{ text: ctx.words.t("signed-finish"), data: historyActions.signed.data() }],
];

function tooLarge(file: { name: string; size: number }, limit: number): Problem {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  return new Problem("file-too-large", {
    name: file.name,
    size: megabytes(file.size),
    limit: megabytes(limit),
  });
}
