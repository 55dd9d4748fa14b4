/**
 * *Đề nghị bổ sung*: staff choose the questions concerned, say why and set a date; what they have so far is a row, so
 * that a restart between two taps loses nothing. Sending it is one transaction: the report is returned, a draft the
 * unit had open is marked, and the message to the unit stands in the queue.
 */
import { fieldOf } from "../../domain/form/form.ts";
import { markToMend } from "../../domain/form/mend.ts";
import { dayOf, instantOf, plusDays } from "../../domain/moment.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Calendar } from "../../domain/reminder/calendar.ts";
import { plusWorkdays } from "../../domain/reminder/workdays.ts";
import type { Tx } from "../../store/database.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { findReportWork, saveDraft } from "../../store/report/drafts.ts";
import { type ReturnField, ReturnFields } from "../../store/report/returns.ts";
import type { ReviewReport } from "../../store/report/reviews.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { messageUnit, sendersOf } from "../sending/message-unit.ts";
import { checkReason } from "./reopen-report.ts";
import { checkUndecided, reportToReview } from "./review.ts";

/** Working days a unit has to mend its report, unless staff say otherwise. */
export const MEND_WORKDAYS = 3;
/** The furthest date of a return, in days. */
const LONGEST_DAYS = 90;

/** A return that is being written, with the report it is about. */
export interface Returning {
  id: number;
  report: ReviewReport;
  fields: ReturnField[];
  reason: string | null;
  dueBefore: Date;
}

export type ReturnChange =
  | { kind: "toggle"; key: string }
  /** Why this question; null takes the reason back. */
  | { kind: "why"; key: string; text: string }
  | { kind: "reason"; text: string }
  | { kind: "day"; day: string }
  | { kind: "workdays"; count: number };

/** Opens the return this person is writing about the report, or begins one. */
export async function beginReturn(
  ctx: CaseContext,
  by: Who,
  reportId: number,
  update: UpdateKey | null,
): Promise<number | typeof ALREADY> {
  return transact<number>(ctx, by, update, async ({ tx, now }) => {
    const report = await reportToReview(tx, by, reportId);
    checkUndecided(report);
    if (report.plan.state !== "published" || report.obligationState !== "open")
      throw new Problem("obligation-closed");
    const dueBefore = dayAfter(
      plusWorkdays(await readCalendar(tx), dayOf(now, ctx.zone), MEND_WORKDAYS),
      ctx.zone,
    );
    const open = await tx.return.findFirst({ where: { reportId, byId: by.personId, sentAt: null } });
    // One that has lain for days gets at least the usual time from now.
    if (open && open.dueBefore < dueBefore)
      await tx.return.update({ where: { id: open.id }, data: { dueBefore } });
    if (open) return open.id;
    const made = await tx.return.create({
      data: { reportId, byId: by.personId, fields: [], dueBefore, createdAt: now },
    });
    return made.id;
  });
}

/** The return this person is writing; throws button-old where it has been sent or dropped. */
export async function returning(
  ctx: CaseContext,
  by: Who,
  returnId: number,
  tx: Tx = ctx.db,
): Promise<Returning> {
  const row = await tx.return.findUnique({ where: { id: returnId } });
  if (!row || row.byId !== by.personId || row.sentAt) throw new Problem("button-old");
  const report = await reportToReview(tx, by, row.reportId);
  checkUndecided(report);
  return {
    id: row.id,
    report,
    fields: ReturnFields.parse(row.fields),
    reason: row.reason,
    dueBefore: row.dueBefore,
  };
}

export async function changeReturn(
  ctx: CaseContext,
  by: Who,
  returnId: number,
  change: ReturnChange,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx, now }) => {
    const present = await returning(ctx, by, returnId, tx);
    const data = changed(present, change, now, ctx.zone, await readCalendar(tx));
    await tx.return.update({ where: { id: returnId }, data });
    return true;
  });
}

function changed(present: Returning, change: ReturnChange, now: Date, zone: string, calendar: Calendar) {
  switch (change.kind) {
    case "toggle": {
      if (!fieldOf(present.report.form, change.key)) throw new Problem("button-old");
      const without = present.fields.filter((one) => one.key !== change.key);
      const added = without.length === present.fields.length;
      const chosen = added ? [...without, { key: change.key, why: null }] : without;
      const order = present.report.form.fields.map((field) => field.key);
      return { fields: chosen.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)) };
    }
    case "why": {
      checkReason(change.text);
      const why = change.text.normalize("NFC").trim();
      if (!present.fields.some((one) => one.key === change.key)) throw new Problem("button-old");
      return { fields: present.fields.map((one) => (one.key === change.key ? { ...one, why } : one)) };
    }
    case "reason":
      checkReason(change.text);
      return { reason: change.text.normalize("NFC").trim() };
    case "workdays":
      return { dueBefore: dayAfter(plusWorkdays(calendar, dayOf(now, zone), change.count), zone) };
    case "day": {
      const today = dayOf(now, zone);
      if (change.day < today || change.day > plusDays(today, LONGEST_DAYS))
        throw new Problem("return-date", { max: LONGEST_DAYS });
      return { dueBefore: dayAfter(change.day, zone) };
    }
  }
}

export async function dropReturn(
  ctx: CaseContext,
  by: Who,
  returnId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx }) => {
    await tx.return.deleteMany({ where: { id: returnId, byId: by.personId, sentAt: null } });
    return true;
  });
}

/** @returns the names of those the message goes to; none: the unit has nobody on the messenger */
export async function sendReturn(
  ctx: CaseContext,
  by: Who,
  returnId: number,
  update: UpdateKey | null,
): Promise<{ names: string[] } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const { report, fields, reason, dueBefore } = await returning(ctx, by, returnId, tx);
      if (!isReasoned({ fields, reason })) throw new Problem("reason-expected");
      if (dueBefore <= now) throw new Problem("return-date", { max: LONGEST_DAYS });
      const { count } = await tx.report.updateMany({
        where: { id: report.id, review: "awaiting" },
        data: { review: "returned", decidedById: by.personId, decidedAt: now },
      });
      if (count === 0) throw new Problem("button-old");
      await tx.return.update({ where: { id: returnId }, data: { sentAt: now } });
      await markDraft(tx, report, fields, now);
      const people = await sendersOf(tx, report.unitId, report.sender.id);
      await messageUnit(ctx, tx, now, {
        kind: "returned",
        key: `returned:${returnId}`,
        planId: report.plan.id,
        returnId,
        obligationId: report.obligationId,
        unitId: report.unitId,
        personIds: people.map((one) => one.personId),
        createdById: by.personId,
      });
      await audit("report.return", ["Report", report.id], {
        code: report.code,
        fields: fields.map((one) => one.key),
        dueBefore: dueBefore.toISOString(),
      });
      return { names: people.map((one) => one.name) };
    },
    "lane",
  );
}

/** Every question has its reason, or one reason covers them. */
export function isReasoned({ fields, reason }: Pick<Returning, "fields" | "reason">): boolean {
  return reason !== null || (fields.length > 0 && fields.every((one) => one.why !== null));
}

async function markDraft(
  tx: Tx,
  report: ReviewReport,
  fields: readonly ReturnField[],
  now: Date,
): Promise<void> {
  const work = await findReportWork(tx, report.obligationId);
  if (!work?.draft) return;
  const { id, revision, holderId, formVersionId, state } = work.draft;
  const marked = markToMend(
    work.form,
    state,
    report.answers,
    fields.map((one) => one.key),
  );
  const saved = await saveDraft(tx, id, revision, marked, {
    holderId,
    formVersionId,
    at: now,
    from: state,
  });
  if (!saved) throw new Problem("draft-moved");
}

const dayAfter = (day: string, zone: string) => instantOf(plusDays(day, 1), "00:00", zone);
