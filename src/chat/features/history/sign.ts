/**
 * The signed copy is awaited: every file or photograph is kept at once, an album is answered once, "Xong" or anything
 * else ends it.
 */
import { ALREADY } from "../../../cases/case.ts";
import { attachSignedCopy } from "../../../cases/report/attach-signed-copy.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { type Taken, waitForWords } from "../../dialogues/wait-for-words.ts";
import { messageFile, tooLarge } from "../../sent-file.ts";
import { historyActions } from "./actions.ts";

interface Wanted {
  obligationId: number;
  /** The album that was answered last, and by which message. */
  answered: { album: string; messageId: number } | null;
}

/** A tap on "Xong" or elsewhere, a command: the wait is over. */
export const signedCopy = waitForWords<Wanted>("signed-pages", { take, else: "left" });

async function take(ctx: BotContext, { obligationId, answered }: Wanted): Promise<Taken<Wanted>> {
  const message = ctx.message;
  const file = message && messageFile(message);
  const stay = (now: Wanted["answered"]) => ({ next: { obligationId, answered: now } });
  if (!message || !file) {
    await ctx.show({ text: ctx.words.t("signed-want-file"), buttons: done(ctx) });
    return stay(null);
  }
  try {
    if (file.size > ctx.deps.maxDownload) throw tooLarge(file, ctx.deps.maxDownload);
    const kept = await attachSignedCopy(ctx.deps.cases, known(ctx), obligationId, file, ctx.key);
    if (kept === ALREADY) return stay(answered);
    const screen = {
      text: ctx.words.t("signed-kept", { count: kept.count, moment: ctx.words.moment(kept.at) }),
      buttons: done(ctx),
    };
    const album = message.media_group_id;
    if (album && answered?.album === album) {
      await ctx.rewrite(answered.messageId, screen, null);
      return stay(answered);
    }
    const messageId = await ctx.show(screen);
    return stay(album ? { album, messageId } : null);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error), buttons: done(ctx) });
    return stay(null);
  }
}

const done = (ctx: BotContext) => [
  [{ text: ctx.words.t("signed-finish"), data: historyActions.signed.data() }],
];
