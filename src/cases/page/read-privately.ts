/**
 * The board reads what is private in a report: on a page of ours behind a personal link of half an hour, never in a
 * messenger. For those of the plan's own board who review; who opened what, and when, stands in the audit log, of the
 * content nothing does.
 */

import { privateFields } from "../../domain/form/private.ts";
import { answerIn } from "../../domain/form/standing.ts";
import { checkReadsPrivately } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { LinkRow } from "../../store/people/web-links.ts";
import { findReview, type ReviewReport } from "../../store/report/reviews.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { newPage } from "./page-address.ts";
import type { NewLink } from "./web-link.ts";

export const READING_MINUTES = 30;

type Read = Pick<ReviewReport, "form" | "answers" | "nil">;

/** Whether a report holds something that a messenger does not show. */
export function hasPrivate({ form, answers, nil }: Read): boolean {
  return !nil && privateFields(form).some((field) => answerIn(form, answers, field)?.value != null);
}

/** Throws button-old where nothing private is in it, not-allowed, private-web-absent. */
export async function makeReadingLink(
  ctx: CaseContext,
  by: Who,
  reportId: number,
  update: UpdateKey | null,
): Promise<(NewLink & { report: ReviewReport }) | typeof ALREADY> {
  return transact(ctx, by, update, async (act) => {
    const { tx } = act;
    const report = await findReview(tx, { id: reportId });
    if (!report || !hasPrivate(report)) throw new Problem("button-old");
    checkReadsPrivately(by, report.plan);
    if (ctx.webUrl() === null) throw new Problem("private-web-absent");
    const { obligationId } = report;
    const about = { obligationId, reportId, personId: by.personId, byId: by.personId };
    const page = await newPage(ctx, act, { ...about, minutes: READING_MINUTES });
    return { ...page, name: by.name, report };
  });
}

/** The report of an opened page, to be shown or taken along; that it was read is written down first. */
export async function readPrivately(
  ctx: CaseContext,
  by: Who,
  link: LinkRow,
  how: "page" | "word",
): Promise<ReviewReport> {
  return transact(ctx, by, null, async ({ tx, audit }) => {
    const report = await reportOf(tx, link);
    await audit("report.read-private", ["Report", report.id], { code: report.code, page: link.id, how });
    return report;
  });
}

/** One file of it. Throws file-gone where it is not there, or not yet. */
export async function readPrivateFile(
  ctx: CaseContext,
  by: Who,
  link: LinkRow,
  fileId: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const found = await transact(ctx, by, null, async ({ tx, audit }) => {
    const report = await reportOf(tx, link);
    const file = report.files.find((one) => one.id === fileId);
    if (!file?.sha256) throw new Problem("file-gone");
    const { id, code } = report;
    await audit("report.read-private", ["Report", id], { code, page: link.id, how: "file", fileId });
    return { name: file.name, sha256: file.sha256 };
  });
  return { name: found.name, bytes: await ctx.files.get(found.sha256) };
}

/** The page is shut before its time, on the page or in the chat. */
export async function closeReading(
  ctx: CaseContext,
  by: Who,
  reportId: number,
  update: UpdateKey | null,
): Promise<void> {
  await transact(ctx, by, update, async ({ tx, now, audit }) => {
    const { count } = await tx.webLink.updateMany({
      where: { reportId, personId: by.personId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    await audit("link.revoke", ["Report", reportId], { count });
  });
}

/** What a page is about, without its having been read yet. */
export async function reportOf(tx: Tx, link: LinkRow): Promise<ReviewReport> {
  const report = await findReview(tx, { id: link.reportId ?? -1 });
  if (!report) throw new Problem("button-old");
  return report;
}
