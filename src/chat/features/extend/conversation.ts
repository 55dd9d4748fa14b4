/**
 * The words that /extend waits for: a day, then a reason, from the unit; a day or a reason from staff. Buttons do
 * the same without it. Nothing is kept before it is whole: what was tapped and typed so far stands in the arguments.
 */
import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { decideExtension } from "../../../cases/obligation/decide-extension.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { typedDay } from "../../typed-day.ts";
import { extensionOf, sendRequest, showReason } from "./show.ts";
import { decided } from "./view.ts";

export const EXTEND = "extend";

export type Waiting =
  | { obligationId: number; day: string | null }
  | { extensionId: number; decision: "refuse" | "offer" };

export async function extendConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  first: Waiting,
): Promise<void> {
  let waiting: Waiting = first;
  for (;;) {
    const turn = await conversation.wait();
    const text = turn.message?.text;
    if (text === undefined || text.startsWith("/")) await conversation.skip({ next: true });
    const now = waiting;
    const next = await conversation.external((ctx) => take(ctx, now, text ?? ""));
    if (next === "again") await conversation.skip();
    else if (next === "done") return;
    else waiting = next as Waiting;
  }
}

/** What is waited for next; "again" where the words did not fit. */
async function take(ctx: BotContext, waiting: Waiting, text: string): Promise<Waiting | "again" | "done"> {
  try {
    if ("extensionId" in waiting) {
      const decision =
        waiting.decision === "refuse"
          ? { kind: "refuse" as const, reason: text }
          : { kind: "offer" as const, day: typedDay(ctx, text) };
      await decideExtension(ctx.deps.cases, known(ctx), waiting.extensionId, decision, ctx.key);
      await ctx.show(decided(ctx.words, await extensionOf(ctx, waiting.extensionId), waiting.decision));
      return "done";
    }
    if (waiting.day === null) {
      const day = typedDay(ctx, text);
      await showReason(ctx, waiting.obligationId, day);
      return { ...waiting, day };
    }
    await sendRequest(ctx, waiting.obligationId, waiting.day, text);
    return "done";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return mendable.has(error.code) ? "again" : "done";
  }
}

/** What another word can put right. */
const mendable = new Set<string>([
  "date-unreadable",
  "date-impossible",
  "dates-too-many",
  "extension-past",
  "extension-not-later",
  "extension-too-far",
  "text-expected",
  "text-too-long",
  "answer-classified",
]);
