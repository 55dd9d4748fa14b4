/** Fetches what a screen of /review shows, and shows it: in the message that was tapped, or in a new one. */

import { findDuplicates } from "../../../cases/report/find-duplicates.ts";
import { UNDO_MINUTES } from "../../../cases/review/reopen-report.ts";
import { isReasoned, returning } from "../../../cases/review/return-report.ts";
import { changesBetween } from "../../../domain/form/compare.ts";
import { boardsWith } from "../../../domain/people/reach.ts";
import {
  cameInTime,
  findEarlier,
  findLastPeriod,
  findReviews,
  findWaiting,
  type ReviewReport,
} from "../../../store/report/reviews.ts";
import { type BotContext, known } from "../../context.ts";
import { readableReport } from "../../lookup/report.ts";
import { readPrivatelyButton } from "../../phrases/private-reading.ts";
import type { Screen } from "../../screen.ts";
import { returnSummary } from "./return-view.ts";
import { card, PICK_PAGE, pickMany, queue } from "./view.ts";

type Place = "here" | "new";

const put = async (ctx: BotContext, screen: Screen, place: Place) => {
  if (place === "new") await ctx.show(screen);
  else await ctx.change(screen);
};

/** Only one's own boards' reports wait for one: the standing committee reads all, and decides about its own. */
export async function waitingFor(ctx: BotContext, planId: number | null) {
  const boards = boardsWith(known(ctx), "report.review");
  return findWaiting(ctx.deps.cases.db, boards, planId);
}

export async function showQueue(ctx: BotContext, planId: number, page: number, place: Place): Promise<void> {
  const waiting = await waitingFor(ctx, planId === 0 ? null : planId);
  await put(ctx, queue(ctx.words, waiting, planId, page), place);
}

export async function showCard(ctx: BotContext, reportId: number, place: Place): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const now = clock.now();
  const report = await readableReport(ctx, reportId);
  const earlier = report.version > 1 ? await findEarlier(db, report) : null;
  const waiting = await waitingFor(ctx, null);
  const others = waiting.filter((one) => one.id !== reportId);
  const next = others.find((one) => one.submittedAt >= report.submittedAt) ?? others[0];
  const fresh =
    report.decidedAt !== null && now.getTime() - report.decidedAt.getTime() <= UNDO_MINUTES * 60_000;
  const about = {
    report,
    changes: earlier && changesBetween(earlier, report),
    duplicates: await findDuplicates(db, report.obligationId, report.form, report.answers),
    lastPeriod: await findLastPeriod(db, report),
    next: next?.id ?? null,
    waiting: others.length,
    canUndo: fresh && report.decidedById === known(ctx).personId,
    privately: readPrivatelyButton(ctx.words, known(ctx), report),
  };
  await put(ctx, card(ctx.words, about, now), place);
}

export async function showPick(
  ctx: BotContext,
  planId: number,
  page: number,
  ticked: readonly number[],
): Promise<void> {
  const { db, clock } = ctx.deps.cases;
  const now = clock.now();
  const waiting = await waitingFor(ctx, planId);
  if (waiting.length === 0) return showQueue(ctx, 0, 0, "here");
  const at = Math.min(page, Math.floor((waiting.length - 1) / PICK_PAGE));
  const ids = waiting.slice(at * PICK_PAGE, (at + 1) * PICK_PAGE).map((one) => one.id);
  const reports = await findReviews(db, ids);
  const [first] = reports;
  if (!first) return showQueue(ctx, 0, 0, "here");
  const paging = { page: at, more: (at + 1) * PICK_PAGE < waiting.length, total: waiting.length };
  const timeliness = (report: ReviewReport) =>
    ctx.words.t(cameInTime(report, now) ? "report-in-time" : "report-late");
  await ctx.change(pickMany(ctx.words, first.plan, reports, ticked, paging, timeliness));
}

export async function showSummary(ctx: BotContext, returnId: number, place: Place): Promise<void> {
  const about = await returning(ctx.deps.cases, known(ctx), returnId);
  await put(ctx, returnSummary(ctx.words, about, isReasoned(about)), place);
}
