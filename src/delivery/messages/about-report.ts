/** What is told a unit about a report it has sent: which one, and how it stands now. */
import { findNewestReview, findReview, type ReviewReport } from "../../store/report/reviews.ts";
import { findSubject } from "../../store/sending/rounds.ts";
import type { Addressee, At } from "../message.ts";

export interface AboutReport {
  report: ReviewReport;
  addressee: Addressee;
  /** The return that it speaks of still stands, and no newer version was sent. */
  open: boolean;
}

/** Null where nothing is owed any more, or the plan does not stand. */
export async function readReport(
  { db }: At,
  { id, reader }: { id: number; reader: Addressee },
): Promise<AboutReport | null> {
  const subject = await findSubject(db, id);
  if (!subject) return null;
  const { obligationId, returned } = subject;
  const report = await (returned
    ? findReview(db, { id: returned.reportId })
    : findNewestReview(db, obligationId));
  if (report?.obligationState !== "open" || report.plan.state !== "published") return null;
  const open = isNewest(report) && report.returned?.id === returned?.id;
  return { report, addressee: reader, open };
}

export const isNewest = (report: ReviewReport) => report.newest === report.version;
