/**
 * The report is sent: a numbered version that is never overwritten, with its look-up code and hash; it mends a return
 * that awaited it. In the same transaction the board's running message is marked as changed, and with the last unit's report the closing
 * summary is opened, so that neither can be forgotten by a kill.
 */
import { cursorOf } from "../../domain/form/advance.ts";
import { canonicalAnswers, checkComplete } from "../../domain/form/canonical.ts";
import type { DraftState, FileRef } from "../../domain/form/draft.ts";
import { openFiles, privateFields } from "../../domain/form/private.ts";
import { standingAnswers } from "../../domain/form/standing.ts";
import { dayOf, instantOf, plusDays } from "../../domain/moment.ts";
import { countsAt } from "../../domain/obligation/outage.ts";
import { isInTime } from "../../domain/obligation/status.ts";
import type { Who } from "../../domain/people/who.ts";
import { reportCode } from "../../domain/plan/code.ts";
import { Problem } from "../../domain/problem.ts";
import { plusWorkdays } from "../../domain/reminder/workdays.ts";
import type { Tx } from "../../store/database.ts";
import { findObligations } from "../../store/plan/obligations.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import { closedTogether, closingKey } from "../../store/reminder/digests.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import type { ReportWork } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { outageFor } from "../../store/sending/lanes.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { endWriting } from "./end-writing.ts";
import { checkMaySend } from "./propose-report.ts";
import { sealOf, sha256Of } from "./seal-reports.ts";
import { checkHolder, checkOpen, reportFor } from "./write-report.ts";

/** Reports within this time share one message to the board. */
export const NOTICE_MINUTES = 10;
/** Working days within which the copy with signature and seal may follow a report sent without it. */
export const SIGNED_WORKDAYS = 4;

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
    by,
    update,
    async ({ tx, now, audit }) => {
      const { planId } = await reportFor(ctx, by, obligationId, tx);
      // Reports of one plan are sent one after the other: the last of them must see that it is the last.
      await lockPlan(tx, planId);
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      checkMaySend(by, work);
      if (!work.draft) throw new Problem("draft-gone");
      checkHolder(work.draft, by);
      if (work.draft.revision !== revision) throw new Problem("draft-moved");
      const { state } = work.draft;
      const nil = cursorOf(work.form, state) === "nil";
      const incomplete = nil ? null : checkComplete(work.form, state);
      if (incomplete) throw incomplete;
      const version = (work.sent?.version ?? 0) + 1;
      const code = reportCode(work.obligationCode, version);
      // What stands, and nothing else: answers set aside stay behind with the draft.
      const answers = nil ? {} : standingAnswers(work.form, state);
      const files = filesOf(work, answers);
      const salt = nil || privateFields(work.form).length === 0 ? null : hex(ctx.random(16));
      const sha256 = sha256Of(canonicalAnswers(work.form, state, nil, salt));
      // With files on their way the seal has to wait for them.
      const sealed = files.length === 0 ? { seal: sealOf(sha256, []), sealedAt: now } : {};
      const { acting } = by;
      const counts =
        acting?.kind === "paper"
          ? countPaper(acting.receivedAt, work, now)
          : await countMoment(ctx, tx, by, work, update?.saidAt ?? null, now);
      const report = await tx.report.create({
        data: {
          obligationId,
          version,
          code,
          formVersionId: work.formVersionId,
          answers: JSON.parse(JSON.stringify(answers)),
          nil,
          sha256,
          salt,
          ...sealed,
          signedDue:
            nil || openFiles(work.form, files).length > 0 ? null : await signedDue(tx, work, now, ctx.zone),
          personId: by.personId,
          source: acting?.kind ?? "chat",
          ...counts,
          review: "awaiting",
          files: { create: files },
        },
      });
      await tx.draft.delete({ where: { id: work.draft.id } });
      const mendedAt = acting?.kind === "paper" ? counts.submittedAt : now;
      if (work.mend) await tx.return.update({ where: { id: work.mend.id }, data: { mendedAt } });
      const returns = work.returns.map((one) => ({ ...one, mendedAt: one.mendedAt ?? mendedAt }));
      await endWriting(tx, by, work, { answers, nil }, now);
      await audit("report.submit", ["Report", report.id], { code, nil, source: acting?.kind ?? "chat" });
      await tellBoard(tx, work, now);
      const firstSentAt = work.firstSentAt ?? counts.submittedAt;
      return { code, inTime: isInTime(firstSentAt, work.effectiveDueBefore, returns, now) };
    },
    "notices",
    // What is whole is sealed at once; what has files, when they have been fetched.
    "files",
  );
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Only a form that asks for files asks for the signed copy; what is private is none. */
async function signedDue(tx: Tx, work: ReportWork, now: Date, zone: string): Promise<Date | null> {
  if (!work.form.fields.some((field) => field.kind === "files" && !field.private)) return null;
  const day = plusWorkdays(await readCalendar(tx), dayOf(now, zone), SIGNED_WORKDAYS);
  return instantOf(plusDays(day, 1), "00:00", zone);
}

/** What came on paper counts from the day it came; it arrives when it has been typed in. */
function countPaper(receivedAt: Date, { sent }: ReportWork, now: Date) {
  // Versions are in order: what mends a report did not come before it.
  const submittedAt = sent && sent.submittedAt > receivedAt ? sent.submittedAt : receivedAt;
  return { submittedAt, arrivedAt: now };
}

/** The first version's moment decides whether it is in time; nobody is late because we were away. */
async function countMoment(
  { zone }: CaseContext,
  tx: Tx,
  by: Who,
  work: ReportWork,
  said: Date | null,
  now: Date,
) {
  const { effectiveDueBefore: dueBefore, sent } = work;
  const late = !sent && dueBefore !== null && now >= dueBefore;
  const outage = late ? await outageFor(tx, by, dueBefore) : null;
  const { at, forgiven } = countsAt({ arrived: now, said, dueBefore }, outage, zone);
  return forgiven && outage ? { submittedAt: at, arrivedAt: now, outageId: outage.id } : { submittedAt: now };
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
  // Each period of what recurs is closed by itself.
  const { milestoneId, period } = await tx.obligation.findUniqueOrThrow({
    where: { id: work.obligationId },
    select: { milestoneId: true, period: true },
  });
  const { ids } = await closedTogether(tx, planId, period === "" ? null : { milestoneId, period });
  const missing = (await findObligations(tx, { ids }, now)).filter(
    (one) => one.state === "open" && one.status !== "done-in-time" && one.status !== "done-late",
  );
  if (missing.length === 0) {
    const key = closingKey({ planId, milestoneId, period });
    await openNotices(tx, [ownerId], now, { kind: "closing", key, planId });
  }
}
