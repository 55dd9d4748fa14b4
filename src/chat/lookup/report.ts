import { checkReads } from "../../domain/people/reach.ts";
import { Problem } from "../../domain/problem.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";
import { type BotContext, known } from "../context.ts";

/** A report of a board this person may read. */
export async function readableReport(ctx: BotContext, reportId: number): Promise<ReviewReport> {
  const report = await findReview(ctx.deps.cases.db, { id: reportId });
  if (!report) throw new Problem("button-old");
  checkReads(known(ctx), report.plan);
  return report;
}
