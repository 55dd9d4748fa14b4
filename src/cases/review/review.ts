import { checkDecides, isOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";

/**
 * The newest version of a report about which this person decides, with its plan locked against reports that come in
 * meanwhile. Throws button-old, not-allowed, review-own (nobody decides about what he or his unit has sent),
 * report-newer.
 */
export async function reportToReview(tx: Tx, by: Who, reportId: number): Promise<ReviewReport> {
  const seen = await findReview(tx, { id: reportId });
  if (!seen) throw new Problem("button-old");
  checkDecides(by, "report.review", seen.plan);
  await lockPlan(tx, seen.plan.id);
  const report = (await findReview(tx, { id: reportId })) ?? seen;
  const own = report.sender.id === by.personId || isOwnUnit(by, report.unitId);
  if (own) throw new Problem("review-own", { unit: report.unitName });
  if (report.newest !== report.version) throw new Problem("report-newer", { version: report.newest });
  return report;
}

/** Throws report-decided, with who was first, unless a decision is still open. */
export function checkUndecided(report: ReviewReport): void {
  if (report.review === "awaiting") return;
  throw new Problem("report-decided", {
    unit: report.unitName,
    name: report.decidedBy ?? "–",
    state: report.review,
  });
}
