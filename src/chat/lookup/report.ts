import { Problem } from "../../domain/problem.ts";
import { readableBoards } from "../../store/people/people.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";
import { type BotContext, known } from "../context.ts";

/** A report of a board this person may read. */
export async function readableReport(ctx: BotContext, reportId: number): Promise<ReviewReport> {
  const report = await findReview(ctx.deps.cases.db, { id: reportId });
  if (!report) throw new Problem("button-old");
  const boards = readableBoards(known(ctx));
  if (boards !== "all" && !boards.includes(report.plan.boardId)) throw new Problem("not-allowed");
  return report;
}
