/** /plans and /status: what was sent, who has it, who has reported, who is late, by name. */
import { Composer } from "grammy";
import { asSent } from "../../../cases/report/write-report.ts";
import { openFiles } from "../../../domain/form/private.ts";
import { readableBoards } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { countDeliveries, countUnits, listPlans } from "../../../store/plan/plans.ts";
import { findReportWork } from "../../../store/report/drafts.ts";
import { filesOfReport } from "../../../store/report/stored-files.ts";
import { announcementOutcome } from "../../../store/sending/deliveries.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { readablePlan } from "../../lookup/plan.ts";
import { findByName } from "../../lookup/plan-by-name.ts";
import { readableReport } from "../../lookup/report.ts";
import { silentOf } from "../../lookup/silent.ts";
import { readPrivatelyButton } from "../../phrases/private-reading.ts";
import { whole } from "../../phrases/sent-report.ts";
import type { Screen } from "../../screen.ts";
import { reviewActions } from "../review/actions.ts";
import { planActions, plansCommand, statusCommand } from "./actions.ts";
import { sendFiles } from "./send-files.ts";
import { namesOf, outcome, PLANS_PAGE, planCard, planList, reportList, status } from "./view.ts";

export function plansFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, plansCommand, async (ctx) => {
    await ctx.show(await listScreen(ctx, 0));
  });
  onCommand(composer, statusCommand, async (ctx) => {
    const planId = ctx.match.trim() === "" ? await onlyPlan(ctx) : await findByName(ctx, ctx.match);
    if (planId === null) await ctx.show(await listScreen(ctx, 0));
    else await ctx.show(await statusScreen(ctx, planId));
  });
  onAction(composer, planActions.page, async (ctx, page) => {
    await ctx.change(await listScreen(ctx, page));
  });
  onAction(composer, planActions.open, async (ctx, planId) => {
    const { db, clock } = ctx.deps.cases;
    const plan = await readablePlan(ctx, planId);
    const [sent, units, owed] = [
      await countDeliveries(db, { planId }),
      await countUnits(db, planId),
      await findObligations(db, { planId }, clock.now()),
    ];
    const silent = await silentOf(ctx, planId);
    await ctx.change(planCard(ctx.words, plan, sent, units, owed, silent.length, clock.now()));
  });
  onAction(composer, planActions.status, async (ctx, planId) => {
    await ctx.change(await statusScreen(ctx, planId));
  });
  onAction(composer, planActions.names, async (ctx, planId, group, page) => {
    const plan = await readablePlan(ctx, planId);
    const now = ctx.deps.cases.clock.now();
    await ctx.change(namesOf(ctx.words, plan, group, await owedOf(ctx, planId), page, now));
  });
  onAction(composer, planActions.outcome, async (ctx, planId, page) => {
    const plan = await readablePlan(ctx, planId);
    await ctx.change(outcome(ctx.words, plan, await announcementOutcome(ctx.deps.cases.db, planId), page));
  });
  reports(composer);
  return composer;
}

function reports(composer: Composer<BotContext>): void {
  onAction(composer, planActions.reports, async (ctx, planId, page) => {
    const plan = await readablePlan(ctx, planId);
    await ctx.change(reportList(ctx.words, plan, await owedOf(ctx, planId), page));
  });
  onAction(composer, planActions.report, async (ctx, obligationId) => {
    const work = await sentReport(ctx, obligationId);
    const report = await readableReport(ctx, work.sent.id);
    const count = openFiles(report.form, report.files).length;
    const screen = whole(ctx.words, work);
    const button = {
      text: ctx.words.t("plans-report-files", { count }),
      data: planActions.files.data(obligationId),
    };
    const review = {
      text: ctx.words.t("review-open"),
      data: reviewActions.card.data(work.sent.id),
    };
    const buttons = [count > 0 ? [button] : [], readPrivatelyButton(ctx.words, known(ctx), report), [review]];
    await ctx.show({ ...screen, buttons });
  });
  onAction(composer, planActions.files, async (ctx, obligationId) => {
    const work = await sentReport(ctx, obligationId);
    const files = await filesOfReport(ctx.deps.cases.db, work.sent.id);
    const { form } = await readableReport(ctx, work.sent.id);
    // What is private stays on the page: never through a messenger, whoever asks.
    await sendFiles(
      ctx,
      openFiles(form, files).map((one) => one.file),
    );
  });
}

async function sentReport(ctx: BotContext, obligationId: number) {
  const work = await findReportWork(ctx.deps.cases.db, obligationId);
  if (!work?.sent) throw new Problem("button-old");
  await readablePlan(ctx, work.planId);
  return asSent(ctx.deps.cases, work);
}

async function listScreen(ctx: BotContext, page: number): Promise<Screen> {
  const boards = readableBoards(known(ctx));
  const found = await listPlans(ctx.deps.cases.db, boards, PLANS_PAGE + 1, page * PLANS_PAGE);
  return planList(ctx.words, found, page);
}

async function statusScreen(ctx: BotContext, planId: number): Promise<Screen> {
  const plan = await readablePlan(ctx, planId);
  return status(ctx.words, plan, await owedOf(ctx, planId), ctx.deps.cases.clock.now());
}

const owedOf = (ctx: BotContext, planId: number) =>
  findObligations(ctx.deps.cases.db, { planId }, ctx.deps.cases.clock.now());

async function onlyPlan(ctx: BotContext): Promise<number | null> {
  const found = await listPlans(ctx.deps.cases.db, readableBoards(known(ctx)), 50, 0);
  const published = found.filter((plan) => plan.state === "published");
  return published.length === 1 ? (published[0]?.id ?? null) : null;
}
