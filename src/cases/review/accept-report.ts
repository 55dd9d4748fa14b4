/**
 * The board accepts reports, one or many: from then on they are locked. Each is taken by compare-and-set, so that of
 * two who review at once the second learns who was first; of many, those that can't be accepted are told and the
 * others are.
 */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkUndecided, reportToReview } from "./review.ts";

export interface Accepted {
  accepted: number[];
  refused: { reportId: number; problem: Problem }[];
}

export async function acceptReports(
  ctx: CaseContext,
  by: Who,
  reportIds: readonly number[],
  update: UpdateKey | null,
): Promise<Accepted | typeof ALREADY> {
  return transact(ctx, by, update, async (act) => {
    const outcome: Accepted = { accepted: [], refused: [] };
    // In one order for everybody: two who accept the same reports at once must not wait for each other.
    for (const reportId of [...new Set(reportIds)].sort((a, b) => a - b)) {
      try {
        await accept(act, by, reportId);
        outcome.accepted.push(reportId);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        outcome.refused.push({ reportId, problem: error });
      }
    }
    return outcome;
  });
}

async function accept({ tx, now, audit }: Act, by: Who, reportId: number): Promise<void> {
  const report = await reportToReview(tx, by, reportId);
  checkUndecided(report);
  const { count } = await tx.report.updateMany({
    where: { id: reportId, review: "awaiting" },
    data: { review: "accepted", decidedById: by.personId, decidedAt: now },
  });
  if (count === 0) throw new Problem("button-old");
  await audit("report.accept", ["Report", reportId], { code: report.code });
}
