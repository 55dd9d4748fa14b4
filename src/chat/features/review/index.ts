/** /review: reports wait for the board's word; accept one or many, return with reasons, take a decision back. */
import { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { reportFor } from "../../../cases/report/write-report.ts";
import { acceptReports } from "../../../cases/review/accept-report.ts";
import { reopenReport, withdrawReturn } from "../../../cases/review/reopen-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { findReviews } from "../../../store/report/reviews.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { readableReport } from "../../lookup/report.ts";
import { askBoard, reviewActions as on, reviewCommand, unpackIds } from "./actions.ts";
import { privateReading } from "./privately.ts";
import { askWords } from "./reasons.ts";
import { returns } from "./return.ts";
import { showCard, showPick, showQueue } from "./show.ts";
import { boardContact } from "./unit-view.ts";
import { acceptedMany, wholeText } from "./view.ts";

export function reviewFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, reviewCommand, async (ctx) => {
    await showQueue(ctx, 0, 0, "new");
  });
  onAction(composer, on.queue, async (ctx, planId, page) => {
    await showQueue(ctx, planId, page, "here");
  });
  onAction(composer, on.card, async (ctx, reportId) => {
    await showCard(ctx, reportId, "here");
  });
  onAction(composer, on.whole, async (ctx, reportId) => {
    const report = await readableReport(ctx, reportId);
    for (const text of wholeText(ctx.words, report, ctx.deps.cases.clock.now())) await ctx.show({ text });
  });
  decisions(composer);
  returns(composer);
  composer.use(privateReading());
  onAction(composer, askBoard, async (ctx, obligationId) => {
    const { planId } = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    const plan = await findPlan(ctx.deps.cases.db, planId);
    if (plan) await ctx.show(boardContact(ctx.words, plan));
  });
  return composer;
}

function decisions(composer: Composer<BotContext>): void {
  onAction(composer, on.accept, async (ctx, reportId) => {
    const outcome = await acceptReports(ctx.deps.cases, known(ctx), [reportId], ctx.key);
    if (outcome !== ALREADY) await sayRefused(ctx, outcome.refused[0]?.problem);
    await showCard(ctx, reportId, "here");
  });
  onAction(composer, on.pick, async (ctx, planId, page, ticked) => {
    await showPick(ctx, planId, page, unpackIds(ticked));
  });
  onAction(composer, on.acceptMany, async (ctx, planId, ticked) => {
    const ids = unpackIds(ticked);
    const outcome = await acceptReports(ctx.deps.cases, known(ctx), ids, ctx.key);
    if (outcome === ALREADY) return showPick(ctx, planId, 0, []);
    const reports = await findReviews(ctx.deps.cases.db, outcome.accepted);
    await ctx.change(acceptedMany(ctx.words, reports, outcome.refused));
  });
  onAction(composer, on.undo, async (ctx, ticked) => {
    const ids = unpackIds(ticked);
    const [only] = ids;
    const single = ids.length === 1 ? only : undefined;
    try {
      for (const reportId of ids) await reopenReport(ctx.deps.cases, known(ctx), reportId, null, null);
    } catch (error) {
      // Too long ago for a slip: it takes a reason now.
      if (single === undefined || !(error instanceof Problem) || error.code !== "undo-late") throw error;
      await askWords(ctx, { kind: "reopen", reportId: single });
      return;
    }
    if (single !== undefined) await showCard(ctx, single, "here");
    else await showQueue(ctx, 0, 0, "here");
    return ctx.words.t("review-undone", { count: ids.length });
  });
  onAction(composer, on.reopen, async (ctx, reportId) => {
    await readableReport(ctx, reportId);
    await askWords(ctx, { kind: "reopen", reportId });
  });
  onAction(composer, on.withdraw, async (ctx, reportId) => {
    await withdrawReturn(ctx.deps.cases, known(ctx), reportId, ctx.key);
    await showCard(ctx, reportId, "here");
    return ctx.words.t("review-withdrawn");
  });
}

/** Says in the notice of the tap who was first, or what came meanwhile; the card then shows how things stand. */
async function sayRefused(ctx: BotContext, problem: Problem | undefined): Promise<void> {
  if (!problem) return;
  if (problem.code !== "report-decided" && problem.code !== "report-newer") throw problem;
  await ctx.answerTap(ctx.words.problem(problem));
}
