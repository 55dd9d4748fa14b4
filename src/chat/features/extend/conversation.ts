/**
 * The words that /extend waits for: a day, then a reason, from the unit; a day or a reason from staff. Buttons do
 * the same without it. Nothing is kept before it is whole: what was tapped and typed so far stands in the arguments.
 */
import { decideExtension } from "../../../cases/obligation/decide-extension.ts";
import { known } from "../../context.ts";
import { hasText, waitForWords } from "../../dialogues/wait-for-words.ts";
import { typedDay } from "../../typed-day.ts";
import { extensionOf, sendRequest, showReason } from "./show.ts";
import { decided } from "./view.ts";

type Wanted =
  | { obligationId: number; day: string | null }
  | { extensionId: number; decision: "refuse" | "offer" };

export const dayOrReason = waitForWords<Wanted>("extension-words", {
  hears: hasText,
  mends: (code) => mendable.has(code),
  async take(ctx, wanted, text) {
    if ("extensionId" in wanted) {
      const decision =
        wanted.decision === "refuse"
          ? { kind: "refuse" as const, reason: text }
          : { kind: "offer" as const, day: typedDay(ctx, text) };
      await decideExtension(ctx.deps.cases, known(ctx), wanted.extensionId, decision, ctx.key);
      await ctx.show(decided(ctx.words, await extensionOf(ctx, wanted.extensionId), wanted.decision));
      return "done";
    }
    if (wanted.day === null) {
      const day = typedDay(ctx, text);
      await showReason(ctx, wanted.obligationId, day);
      return { next: { ...wanted, day } };
    }
    await sendRequest(ctx, wanted.obligationId, wanted.day, text);
    return "done";
  },
});

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
