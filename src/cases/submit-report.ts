/**
 * The report is sent: a numbered version that is never overwritten, with its look-up code and hash. In the same
 * transaction the board's running message is marked as changed, and with the last unit's report the closing
 * summary is opened, so that neither can be forgotten by a kill.
 */
import { createHash } from "node:crypto";
import { canonicalAnswers, checkComplete } from "../domain/form/canonical.ts";
import type { DraftState, FileRef } from "../domain/form/draft.ts";
import { standingAnswers } from "../domain/form/standing.ts";
import { isInTime } from "../domain/obligation/status.ts";
import { reportCode } from "../domain/plan/code.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import type { Tx } from "../store/database.ts";
import type { ReportWork } from "../store/drafts.ts";
import { findObligations } from "../store/obligations.ts";
import type { Who } from "../store/people.ts";
import { lockPlan } from "../store/plans.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "./case.ts";
import { openNotices } from "./open-notices.ts";
import { checkHolder, checkOpen, reportFor } from "./write-report.ts";

/** Reports within this time share one message to the board. */
export const NOTICE_MINUTES = 10;

/** @param revision of the draft the person saw when sending */
export async function submitReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  revision: number,
  update: UpdateKey | null,
): Promise<{ code: string; inTime: boolean } | typeof ALREADY> {
  return transact(
    ctx,
    update,
    async (tx, now) => {
      const { planId } = await reportFor(ctx, by, obligationId, tx);
      // Reports of one plan are sent one after the other: the last of them must see that it is the last.
      await lockPlan(tx, planId);
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      checkHolder(work.draft, by);
      if (work.draft.revision !== revision) throw new Problem("draft-moved");
      const { state } = work.draft;
      const nil = state.cursor === "nil";
      const incomplete = nil ? null : checkComplete(work.form, state);
      if (incomplete) throw incomplete;
      const version = (work.sent?.version ?? 0) + 1;
      const code = reportCode(work.obligationCode, version);
      const answers = nil ? {} : standingAnswers(work.form, state);
      const report = await tx.report.create({
        data: {
          obligationId,
          version,
          code,
          formVersionId: work.formVersionId,
          answers: JSON.parse(JSON.stringify(answers)),
          nil,
          sha256: createHash("sha256")
            .update(canonicalAnswers(work.form, state, nil))
            .digest("hex"),
          personId: by.personId,
          submittedAt: now,
          review: "awaiting",
          files: { create: filesOf(work, answers) },
        },
      });
      await tx.draft.delete({ where: { id: work.draft.id } });
      await writeAudit(tx, {
        at: now,
        personId: by.personId,
        actor: "person",
        action: "report.submit",
        subject: "Report",
        subjectId: report.id,
        detail: { code, nil },
      });
      await tellBoard(tx, work, now);
      return { code, inTime: isInTime(work.firstSentAt ?? now, work.effectiveDueBefore) };
    },
    "notices",
  );
}

function filesOf(work: ReportWork, answers: DraftState["answers"]) {
  return work.form.fields
    .filter((field) => field.kind === "files")
    .flatMap((field) =>
      ((answers[field.key]?.value ?? []) as FileRef[]).map((file) => ({ fileId: file.id, field: field.key })),
    );
}

async function tellBoard(tx: Tx, work: ReportWork, now: Date): Promise<void> {
  const { planId, ownerId } = work;
  const open = await tx.notice.findFirst({
    where: {
      kind: "reports",
      planId,
      personId: ownerId,
      openedAt: { gt: new Date(now.getTime() - NOTICE_MINUTES * 60_000), lte: now },
    },
    orderBy: { openedAt: "desc" },
  });
  if (open) {
    await tx.notice.update({ where: { id: open.id }, data: { revision: { increment: 1 } } });
  } else {
    await openNotices(tx, [ownerId], now, {
      kind: "reports",
      key: `reports:${planId}:${now.getTime()}`,
      planId,
    });
  }
  const owed = await findObligations(tx, { planId }, now);
  const missing = owed.filter(
    (one) => one.state === "open" && one.status !== "done-in-time" && one.status !== "done-late",
  );
  if (missing.length === 0) {
    await openNotices(tx, [ownerId], now, { kind: "closing", key: `closing:${planId}`, planId });
  }
}
