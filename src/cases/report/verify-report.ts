/**
 * A look-up code proves its receipt: what was sent, when, and that the rows still give the hashes made then. For the
 * board's people and the unit's own; to anybody else a code of others is as unknown as one that does not exist.
 */
import { canonicalAnswers } from "../../domain/form/canonical.ts";
import { mayReadReport } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { typedReportCode } from "../../domain/plan/code.ts";
import { Problem } from "../../domain/problem.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";
import type { CaseContext } from "../case.ts";
import { sealOf, sha256Of } from "./seal-reports.ts";

export interface Verified {
  report: ReviewReport;
  /** The answers in the database give the hash made when they were sent. */
  answersAgree: boolean;
  /** The same of answers and files together; null while files are still on their way. */
  sealAgrees: boolean | null;
  /** Files that have not arrived from the messenger. */
  awaited: number;
  /** The code of the newest version, where this is an earlier one. */
  newer: string | null;
}

/** Throws report-unknown {code}. */
export async function verifyReport(ctx: CaseContext, by: Who, typed: string): Promise<Verified> {
  const code = typedReportCode(typed);
  const found = await ctx.db.report.findFirst({
    where: { code: { equals: code, mode: "insensitive" } },
    select: { id: true },
  });
  const report = found && (await findReview(ctx.db, { id: found.id }));
  if (!report || !mayReadReport(by, report)) throw new Problem("report-unknown", { code: code.slice(0, 40) });
  const answers = sha256Of(
    canonicalAnswers(report.form, { answers: report.answers, cursor: "review" }, report.nil, report.salt),
  );
  const own = report.files.filter((file) => file.addedAt === null);
  const awaited = own.filter((file) => file.sha256 === null).length;
  const seal = sealOf(
    answers,
    own.map((file) => ({ field: file.field, sha256: file.sha256 ?? "" })),
  );
  const newest =
    report.newest > report.version
      ? await ctx.db.report.findFirst({
          where: { obligationId: report.obligationId, version: report.newest },
          select: { code: true },
        })
      : null;
  return {
    report,
    answersAgree: answers === report.sha256,
    sealAgrees: report.seal === null ? null : seal === report.seal,
    awaited,
    newer: newest?.code ?? null,
  };
}
