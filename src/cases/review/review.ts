/** What every decision about a report begins with: may this person decide, and is this still the version to decide about? */
import { may } from "../../domain/people/permissions.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { Who } from "../../store/people/people.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";

/**
 * The newest version of a report of the person's own board, with its plan locked against reports that come in
 * meanwhile. Throws button-old, not-allowed, review-own (nobody decides about what he or his unit has sent),
 * report-newer.
 */
export async function reportToReview(tx: Tx, by: Who, reportId: number): Promise<ReviewReport> {
  if (!may(by.roles, "report.review")) throw new Problem("not-allowed");
  const seen = await findReview(tx, { id: reportId });
  if (!seen) throw new Problem("button-old");
  if (!by.memberships.some((one) => one.boardId === seen.plan.boardId)) throw new Problem("not-allowed");
  await lockPlan(tx, seen.plan.id);
  const report = (await findReview(tx, { id: reportId })) ?? seen;
  const own = report.sender.id === by.personId || by.posts.some((post) => post.unitId === report.unitId);
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
