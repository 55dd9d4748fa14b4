/**
 * Writing a report, answer by answer. The engine decides, this case keeps: every answer is in the database before
 * the next question is asked, and is saved only onto the revision it was given for.
 */

import { checkNamedFile } from "../../documents/read/report-file.ts";
import { type Advance, advance, correct, cursorOf } from "../../domain/form/advance.ts";
import { checkComplete } from "../../domain/form/canonical.ts";
import { type DraftState, emptyDraft } from "../../domain/form/draft.ts";
import { type Form, fieldOf } from "../../domain/form/form.ts";
import type { Input } from "../../domain/form/input.ts";
import { draftToMend } from "../../domain/form/mend.ts";
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import { dayOf } from "../../domain/moment.ts";
import { checkWrites } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassified } from "../../domain/plan/read/classification.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { registerFor } from "../../store/form/register.ts";
import {
  findFormVersion,
  findReportWork,
  formAsSent,
  type ReportDraft,
  type ReportWork,
  type SentReport,
  saveDraft,
} from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkRoom, type SentFile } from "../sent-file.ts";

/** The report of an obligation, for somebody who holds a post of the unit. Throws obligation-not-found, not-allowed. */
export async function reportFor(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  tx: Tx = ctx.db,
): Promise<ReportWork> {
  const work = await findReportWork(tx, obligationId);
  if (!work) throw new Problem("obligation-not-found");
  checkWrites(by, work);
  return work;
}

/** The newest version as it was sent, with the form that it answers. Throws button-old where nothing was sent. */
export async function asSent<Work extends ReportWork>(
  ctx: CaseContext,
  work: Work,
): Promise<Work & { sent: SentReport }> {
  if (!work.sent) throw new Problem("button-old");
  return { ...work, sent: work.sent, form: await formAsSent(ctx.db, work) };
}

/** Whether answers are still taken. */
export function checkOpen(work: ReportWork): void {
  if (work.state !== "open" || work.planState !== "published") throw new Problem("obligation-closed");
  if (work.sent?.review === "accepted") throw new Problem("report-accepted");
}

/** One person writes at a time; who has left the unit holds nothing. Throws draft-held {name}. */
export function checkHolder(draft: ReportDraft, by: Who): void {
  if (isHeldByOther(draft, by)) throw new Problem("draft-held", { name: draft.holderName });
}

export const isHeldByOther = (draft: ReportDraft, by: Who): boolean =>
  draft.holderId !== by.personId && draft.holderStays;

/**
 * Begins the report, or a further version of one that was sent (with its answers to start from; where it was
 * returned, the questions concerned are asked again and no other); does nothing where a draft lies already.
 */
export async function openReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx, now, audit }) => {
    const work = await reportFor(ctx, by, obligationId, tx);
    checkOpen(work);
    if (work.draft) return true;
    const state = work.sent && !work.sent.nil ? nextVersion(work, work.sent) : emptyDraft(work.form);
    const only = state.only ? JSON.stringify(state.only) : null;
    // Two people of one unit who begin at once share one draft.
    await tx.$executeRaw`
      INSERT INTO "Draft" ("obligationId", "holderId", "formVersionId", "answers", "cursor", "only", "paper", "revision", "startedAt", "updatedAt")
      VALUES (${obligationId}, ${by.personId}, ${work.formVersionId}, ${JSON.stringify(state.answers)}::jsonb, ${state.cursor}, ${only}::jsonb, ${state.paper === true}, 1, ${now}, ${now})
      ON CONFLICT ("obligationId") DO NOTHING`;
    await audit("report.open", ["Obligation", obligationId]);
    return true;
  });
}

function nextVersion(work: ReportWork, sent: SentReport): DraftState {
  const before: DraftState = { answers: sent.answers, cursor: "review" };
  // A report that was its file, and complete as that, is one again.
  const paper = checkComplete(work.form, before) !== null && hasFile(work.form, before);
  const again: DraftState = paper ? { ...before, only: [], paper } : before;
  if (!work.mend) return again;
  const keys = work.mend.fields.map((one) => one.key);
  return { ...again, ...draftToMend(work.form, sent.answers, keys) };
}

export type Step =
  | Input
  | { kind: "sent-file"; file: SentFile }
  | { kind: "correction"; messageId: number; text: string };

export interface Given {
  step: Step;
  /** What the person saw: the field asked (or the draft's revision, for "send"). Null: whatever is asked now. */
  field: string | null;
  /** Given on a page of ours, where private questions are asked too. */
  privately?: boolean;
}

/** An answer that was taken, with the report as it has left it. */
export type Taken = Extract<Advance, { ok: true }> & { work: ReportWork };

/**
 * One answer. A refused one changes nothing and comes back with its Problem. Throws draft-gone where the report was
 * sent meanwhile, draft-moved where the question answered is no longer the one that is asked.
 */
export async function answerReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  given: Given,
  update: UpdateKey | null,
): Promise<Taken | Extract<Advance, { ok: false }> | typeof ALREADY> {
  return transact<Taken | Extract<Advance, { ok: false }>>(
    ctx,
    by,
    update,
    async ({ tx, now }) => {
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      checkHolder(work.draft, by);
      if (isSecret(given.step)) throw new Problem("answer-classified");
      const { state, revision, id } = work.draft;
      const cursor = cursorOf(work.form, state, given.privately);
      const sameForm = work.draft.formVersionId === work.formVersionId;
      if (given.field !== null && given.field !== cursor)
        throw new Problem(sameForm ? "draft-moved" : "form-changed");
      await checkSameQuestion(tx, work, work.draft, given, given.field ?? cursor);
      const moment = {
        today: dayOf(now, ctx.zone),
        at: now.toISOString(),
        ...(work.last && { last: work.last.answers }),
        register: await registerAt(tx, work, cursor),
        ...(given.privately && { privately: true }),
      };
      const step = given.step;
      const result =
        step.kind === "correction"
          ? correct(work.form, state, step.messageId, step.text, moment)
          : advance(
              work.form,
              state,
              step.kind === "sent-file" ? await keepFile(ctx, tx, by, step.file, now) : step,
              moment,
            );
      if (!result) throw new Problem("draft-moved");
      if (!result.ok) {
        // The file of a refused answer must not stay behind: the transaction is given up with it.
        if (step.kind === "sent-file") throw result.problem;
        return result;
      }
      const saved = await saveDraft(tx, id, revision, result.draft, {
        holderId: by.personId,
        // That the form has changed is noted when the person is told so, with the question that follows.
        formVersionId: work.draft.formVersionId,
        at: now,
        from: state,
      });
      if (!saved) throw new Problem("draft-moved");
      const holder = { holderId: by.personId, holderName: by.name, holderStays: true };
      const draft = { ...work.draft, ...holder, revision: revision + 1, updatedAt: now, state: result.draft };
      return { ...result, work: { ...work, draft } };
    },
    ...(given.step.kind === "sent-file" ? ["files" as const] : []),
  );
}

/**
 * The form has a new version since the last answer: what was typed answers the question as it was shown. Where that
 * question is another one now, it is shown first. Throws form-changed.
 */
async function checkSameQuestion(
  tx: Tx,
  work: ReportWork,
  draft: ReportDraft,
  given: Given,
  key: string,
): Promise<void> {
  const moves = ["jump", "back", "review", "nil"].includes(given.step.kind);
  if (moves || draft.formVersionId === work.formVersionId) return;
  const before = await findFormVersion(tx, draft.formVersionId, work.unitKind);
  const [was, is] = [before && fieldOf(before, key), fieldOf(work.form, key)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  throw new Problem("form-changed");
}

/** Takes note that the person has seen the new version of the form. */
export async function noteNewVersion(ctx: CaseContext, by: Who, obligationId: number): Promise<void> {
  await transact(ctx, by, null, async ({ tx, now }) => {
    const work = await reportFor(ctx, by, obligationId, tx);
    if (!work.draft || work.draft.formVersionId === work.formVersionId) return;
    const { id, revision, state } = work.draft;
    await saveDraft(tx, id, revision, state, {
      holderId: by.personId,
      formVersionId: work.formVersionId,
      at: now,
      from: state,
    });
  });
}

/** The register is looked at only where a question asks for it. */
async function registerAt(tx: Tx, work: ReportWork, cursor: string): Promise<RegisterEntry[]> {
  const field = fieldOf(work.form, cursor);
  return field?.kind === "register" ? registerFor(tx, field.of, work.unitId) : [];
}

const hasFile = (form: Form, state: DraftState) =>
  form.fields.some((field) => field.kind === "files" && Array.isArray(state.answers[field.key]?.value));

/** A report passes the same guard as a plan: words and file names here, what is in a file when it has been fetched. */
function isSecret(step: Step): boolean {
  if (step.kind === "sent-file") return isClassifiedName(step.file.name);
  return (step.kind === "text" || step.kind === "correction") && isClassified(step.text.normalize("NFC"));
}

export async function keepFile(
  ctx: CaseContext,
  tx: Tx,
  by: Who,
  file: SentFile,
  now: Date,
): Promise<Extract<Input, { kind: "file" }>> {
  const fault = checkNamedFile(file.name, file.size);
  if (fault) throw fault;
  checkRoom(ctx);
  const { id } = await tx.storedFile.create({ data: { ...file, channel: by.line, createdAt: now } });
  return { kind: "file", file: { id, name: file.name, size: file.size, mime: file.mime } };
}
