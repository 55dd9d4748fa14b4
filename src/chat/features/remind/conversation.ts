/** The words that /remind waits for: a line of one's own, a day, a reason, the letter's file. Kept in the row of the choice. */
import { checkWords } from "../../../cases/check-words.ts";
import { startLetter } from "../../../cases/reminder/letter.ts";
import { MOST_WORDS } from "../../../cases/reminder/nudge.ts";
import { writeUrging } from "../../../cases/reminder/urge-plan.ts";
import { type BotContext, known } from "../../context.ts";
import { hasText, waitForWords } from "../../dialogues/wait-for-words.ts";
import { messageFile, tooLarge } from "../../sent-file.ts";
import { typedDay } from "../../typed-day.ts";
import { chooseDay, showNudge, showTogether, showWaive } from "./show.ts";

export interface Wanted {
  planId: number;
  part: "words" | "day" | "reason" | "waive" | "letter";
}

const final: readonly string[] = ["nothing-chosen", "not-allowed", "plan-not-found"];

export const urgingWords = waitForWords<Wanted>("urging-words", {
  hears: (message, { part }) => part === "letter" || hasText(message),
  mends: (code) => !final.includes(code),
  async take(ctx, { planId, part }, text) {
    if (part === "letter") return takeLetter(ctx, planId);
    if (part === "day") {
      await chooseDay(ctx, planId, typedDay(ctx, text));
      return { next: { planId, part: "reason" } };
    }
    const words = checkWords(text, MOST_WORDS);
    const change = part === "words" ? { words } : { reason: words };
    await writeUrging(ctx.deps.cases, known(ctx), planId, () => change, ctx.key);
    if (part === "words") await showNudge(ctx, planId);
    if (part === "reason") await showTogether(ctx, planId);
    if (part === "waive") await showWaive(ctx, planId);
    return "done";
  },
});

async function takeLetter(ctx: BotContext, planId: number): Promise<"again" | "done"> {
  const file = ctx.message?.document && messageFile(ctx.message);
  if (!file || !ctx.message) {
    await ctx.show({ text: ctx.words.t("remind-want-letter") });
    return "again";
  }
  if (file.size > ctx.deps.maxDownload) throw tooLarge(file, ctx.deps.maxDownload);
  const { caption = "", message_id: messageId } = ctx.message;
  await startLetter(ctx.deps.cases, known(ctx), planId, { ...file, caption, messageId }, ctx.key);
  return "done";
}
