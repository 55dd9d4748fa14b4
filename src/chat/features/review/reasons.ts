/**
 * The words staff write while they review: reasons of a return, its date, why an acceptance is taken back. Short waits,
 * so the plugin is used plainly; each is in our own tables before the next is asked.
 */
import { reopenReport } from "../../../cases/review/reopen-report.ts";
import { changeReturn, returning } from "../../../cases/review/return-report.ts";
import { readDays } from "../../../domain/form/read/days.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { type Taken, waitForWords } from "../../dialogues/wait-for-words.ts";
import { askWhy } from "./return-view.ts";
import { showCard, showSummary } from "./show.ts";

type Wanted =
  | { kind: "why"; returnId: number; key: string }
  | { kind: "common"; returnId: number }
  | { kind: "day"; returnId: number }
  | { kind: "reopen"; reportId: number };

export const reviewReasons = waitForWords<Wanted>("review-reasons", {
  mends: (code) => mendable.has(code),
  take,
});

/** Asks for words; what was being asked before is given up. */
export async function askWords(ctx: BotContext, wanted: Wanted): Promise<void> {
  await ctx.answerTap();
  await question(ctx, wanted);
  await reviewReasons.ask(ctx, wanted);
}

async function question(ctx: BotContext, wanted: Wanted): Promise<void> {
  if (wanted.kind === "reopen") await ctx.show({ text: ctx.words.t("review-ask-reopen") });
  else if (wanted.kind === "day") await ctx.show({ text: ctx.words.t("return-ask-day") });
  else {
    const about = await returning(ctx.deps.cases, known(ctx), wanted.returnId);
    await ctx.show(askWhy(ctx.words, about, wanted.kind === "why" ? wanted.key : null));
  }
}

/** What other words can put right. */
const mendable = new Set<string>([
  "reason-expected",
  "text-too-long",
  "answer-classified",
  "return-date",
  "date-unreadable",
  "date-impossible",
  "dates-too-many",
]);

async function take(ctx: BotContext, wanted: Wanted, text: string): Promise<Taken<Wanted>> {
  const { cases } = ctx.deps;
  const who = known(ctx);
  if (wanted.kind === "reopen") {
    await reopenReport(cases, who, wanted.reportId, text, ctx.key);
    await showCard(ctx, wanted.reportId, "new");
    return "done";
  }
  const { returnId } = wanted;
  if (wanted.kind === "day") {
    await changeReturn(cases, who, returnId, { kind: "day", day: dayIn(ctx, text) }, ctx.key);
  } else if (wanted.kind === "common") {
    await changeReturn(cases, who, returnId, { kind: "reason", text }, ctx.key);
  } else {
    await changeReturn(cases, who, returnId, { kind: "why", key: wanted.key, text }, ctx.key);
    const about = await returning(cases, who, returnId);
    const next = about.fields.find((one) => one.why === null);
    if (next && about.reason === null) {
      const then: Wanted = { kind: "why", returnId, key: next.key };
      await question(ctx, then);
      return { next: then };
    }
  }
  await showSummary(ctx, returnId, "new");
  return "done";
}

function dayIn(ctx: BotContext, text: string): string {
  const label = ctx.words.t("return-day-label");
  const days = readDays(
    { kind: "days", key: "due", title: "", label, required: true },
    text,
    dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone),
  );
  if (days instanceof Problem) throw days;
  const [day] = days;
  if (days.length !== 1 || !day) throw new Problem("date-unreadable", { label, text });
  return day;
}
