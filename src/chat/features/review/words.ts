/**
 * The words staff write while they review: reasons of a return, its date, why an acceptance is taken back. Short waits,
 * so the plugin is used plainly; each is in our own tables before the next is asked.
 */
import type { Conversation } from "@grammyjs/conversations";
import type { Context } from "grammy";
import { reopenReport } from "../../../cases/review/reopen-report.ts";
import { changeReturn, returning } from "../../../cases/review/return-report.ts";
import { readDays } from "../../../domain/form/read/days.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { askWhy } from "./return-view.ts";
import { showCard, showSummary } from "./show.ts";

export const REVIEW_WORDS = "review-words";

export type Wanted =
  | { kind: "why"; returnId: number; key: string }
  | { kind: "common"; returnId: number }
  | { kind: "day"; returnId: number }
  | { kind: "reopen"; reportId: number };

export async function reviewWords(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  first: Wanted,
): Promise<void> {
  let wanted = first;
  for (;;) {
    const turn = await conversation.wait();
    const text = turn.message?.text;
    if (!turn.message || text?.startsWith("/")) await conversation.skip({ next: true });
    const present = wanted;
    const next = await conversation.external((ctx) => take(ctx, present, text ?? ""));
    if (next === "again") await conversation.skip();
    if (next === null || next === "again") return;
    wanted = next;
  }
}

/** Asks for words; what was being asked before is given up. */
export async function askWords(ctx: BotContext, wanted: Wanted): Promise<void> {
  await ctx.answerTap();
  await question(ctx, wanted);
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REVIEW_WORDS, wanted);
}

async function question(ctx: BotContext, wanted: Wanted): Promise<void> {
  if (wanted.kind === "reopen") await ctx.show({ text: ctx.words.t("review-ask-reopen") });
  else if (wanted.kind === "day") await ctx.show({ text: ctx.words.t("return-ask-day") });
  else {
    const about = await returning(ctx.deps.cases, known(ctx), wanted.returnId);
    await ctx.show(askWhy(ctx.words, about, wanted.kind === "why" ? wanted.key : null));
  }
}

// Null: done. "again": it would not do, and the reason has been said.
async function take(ctx: BotContext, wanted: Wanted, text: string): Promise<Wanted | "again" | null> {
  try {
    return await accept(ctx, wanted, text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return tryAgain.has(error.code) ? "again" : null;
  }
}

const tryAgain = new Set([
  "reason-expected",
  "text-too-long",
  "answer-classified",
  "return-date",
  "date-unreadable",
  "date-impossible",
  "dates-too-many",
]);

async function accept(ctx: BotContext, wanted: Wanted, text: string): Promise<Wanted | null> {
  const { cases } = ctx.deps;
  const who = known(ctx);
  if (wanted.kind === "reopen") {
    await reopenReport(cases, who, wanted.reportId, text, ctx.key);
    await showCard(ctx, wanted.reportId, "new");
    return null;
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
      return then;
    }
  }
  await showSummary(ctx, returnId, "new");
  return null;
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
