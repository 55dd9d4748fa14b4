/**
 * A decision is taken back: an acceptance with a reason that stands in the audit log (or at once, by the one who
 * slipped), a return with a word to those who have had it. The report then awaits a decision again.
 */

import type { Who } from "../../domain/people/who.ts";
import { isClassified } from "../../domain/plan/read/classification.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findReportWork, saveDraft } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { messageUnit } from "../sending/message-unit.ts";
import { reportToReview } from "./review.ts";

/** Within this time whoever accepted a report takes it back without giving a reason. */
export const UNDO_MINUTES = 10;
export const LONGEST_REASON = 500;

/** @param reason why, in 1 to {@link LONGEST_REASON} characters; null for an undo of one's own within minutes */
export async function reopenReport(
  ctx: CaseContext,
  by: Who,
  reportId: number,
  reason: string | null,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx, now, audit }) => {
    const report = await reportToReview(tx, by, reportId);
    if (report.review !== "accepted" || !report.decidedAt) throw new Problem("button-old");
    const fresh = now.getTime() - report.decidedAt.getTime() <= UNDO_MINUTES * 60_000;
    if (reason === null && !(fresh && report.decidedById === by.personId))
      throw new Problem("undo-late", { minutes: UNDO_MINUTES });
    if (reason !== null) checkReason(reason);
    const { count } = await tx.report.updateMany({
      where: { id: reportId, review: "accepted", decidedAt: report.decidedAt },
      data: { review: "awaiting", decidedById: null, decidedAt: null },
    });
    if (count === 0) throw new Problem("button-old");
    await audit("report.reopen", ["Report", reportId], { code: report.code, reason: reason ?? "undo" });
    return true;
  });
}

export async function withdrawReturn(
  ctx: CaseContext,
  by: Who,
  reportId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const report = await reportToReview(tx, by, reportId);
      const { returned } = report;
      if (report.review !== "returned" || !returned) throw new Problem("button-old");
      await tx.return.update({ where: { id: returned.id }, data: { withdrawnAt: now } });
      await tx.report.update({
        where: { id: reportId },
        data: { review: "awaiting", decidedById: null, decidedAt: null },
      });
      await unmarkDraft(tx, report.obligationId, now);
      const had = await tx.delivery.findMany({
        where: {
          campaign: { kind: "returned", returnId: returned.id },
          state: { in: ["sending", "sent", "unknown"] },
        },
        select: { personId: true },
      });
      await messageUnit(ctx, tx, now, {
        kind: "return_taken_back",
        key: `return-taken-back:${returned.id}`,
        planId: report.plan.id,
        returnId: returned.id,
        obligationId: report.obligationId,
        unitId: report.unitId,
        personIds: had.map((one) => one.personId),
        createdById: by.personId,
      });
      await audit("report.return.withdraw", ["Report", reportId], { code: report.code });
      return true;
    },
    "lane",
  );
}

// A draft that was begun to mend stays, with what was typed; it only asks nothing again any more.
async function unmarkDraft(tx: Tx, obligationId: number, now: Date): Promise<void> {
  const work = await findReportWork(tx, obligationId);
  if (!work?.draft) return;
  const { id, revision, holderId, formVersionId, state } = work.draft;
  const saved =
    !state.only ||
    (await saveDraft(
      tx,
      id,
      revision,
      { ...state, only: [] },
      { holderId, formVersionId, at: now, from: state },
    ));
  if (!saved) throw new Problem("draft-moved");
}

/** A reason people read: words, not too many, and nothing secret. */
export function checkReason(text: string): void {
  const said = text.trim();
  if (said === "") throw new Problem("reason-expected");
  if (said.length > LONGEST_REASON) throw new Problem("text-too-long", { max: LONGEST_REASON });
  if (isClassified(said.normalize("NFC"))) throw new Problem("answer-classified");
}
