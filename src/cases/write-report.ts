/**
 * Writing a report, answer by answer. The engine decides, this case keeps: every answer is in the database before
 * the next question is asked, and is saved only onto the revision it was given for.
 */
import { checkNamedFile } from "../documents/read/report-file.ts";
import { type Advance, advance, correct } from "../domain/form/advance.ts";
import { type DraftState, emptyDraft } from "../domain/form/draft.ts";
import type { Input } from "../domain/form/input.ts";
import { draftToMend } from "../domain/form/mend.ts";
import { dayOf } from "../domain/moment.ts";
import { isClassified } from "../domain/plan/read/classification.ts";
import { isClassifiedName } from "../domain/plan/read/file-mark.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import type { Tx } from "../store/database.ts";
import { findReportWork, type ReportWork, type SentReport, saveDraft } from "../store/drafts.ts";
import type { Who } from "../store/people.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "./case.ts";

/** The report of an obligation, for somebody who holds a post of the unit. Throws obligation-not-found, not-allowed. */
export async function reportFor(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  tx: Tx = ctx.db,
): Promise<ReportWork> {
  const work = await findReportWork(tx, obligationId);
  if (!work) throw new Problem("obligation-not-found");
  if (!writesFor(by, work)) throw new Problem("not-allowed");
  return work;
}

/** Whoever holds a post of the unit; and staff, for the one report they are typing in from paper. */
const writesFor = (by: Who, work: Pick<ReportWork, "obligationId" | "unitId">) =>
  by.posts.some((post) => post.unitId === work.unitId) || by.acting?.obligationId === work.obligationId;

/** Whether answers are still taken. */
export function checkOpen(work: ReportWork): void {
  if (work.state !== "open" || work.planState !== "published") throw new Problem("obligation-closed");
  if (work.sent?.review === "accepted") throw new Problem("report-accepted");
}

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
  return transact<true>(ctx, update, async (tx, now) => {
    const work = await reportFor(ctx, by, obligationId, tx);
    checkOpen(work);
    if (work.draft) return true;
    const state = work.sent && !work.sent.nil ? nextVersion(work, work.sent, now) : emptyDraft(work.form);
    // Two people of one unit who begin at once share one draft.
    await tx.$executeRaw`
      INSERT INTO "Draft" ("obligationId", "holderId", "formVersionId", "answers", "cursor", "revision", "startedAt", "updatedAt")
      VALUES (${obligationId}, ${by.personId}, ${work.formVersionId}, ${JSON.stringify(state.answers)}::jsonb, ${state.cursor}, 1, ${now}, ${now})
      ON CONFLICT ("obligationId") DO NOTHING`;
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "report.open",
      subject: "Obligation",
      subjectId: obligationId,
    });
    return true;
  });
}

function nextVersion(work: ReportWork, sent: SentReport, now: Date): DraftState {
  if (!work.mend) return { answers: sent.answers, cursor: "review" };
  const keys = work.mend.fields.map((one) => one.key);
  return draftToMend(work.form, sent.answers, keys, now.toISOString());
}

/** A file that came as an answer, before it has an id of ours. */
export interface SentFile {
  name: string;
  mime: string;
  size: number;
  remoteId: string;
}

export type Step =
  | Input
  | { kind: "sent-file"; file: SentFile }
  | { kind: "correction"; messageId: number; text: string };

export interface Given {
  step: Step;
  /** What the person saw: the field asked (or the draft's revision, for "send"). Null: whatever is asked now. */
  field: string | null;
}

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
): Promise<Advance | typeof ALREADY> {
  return transact(
    ctx,
    update,
    async (tx, now) => {
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      if (isSecret(given.step)) throw new Problem("answer-classified");
      const { state, revision, id } = work.draft;
      if (given.field !== null && given.field !== state.cursor) throw new Problem("draft-moved");
      const moment = { today: dayOf(now, ctx.zone), at: now.toISOString() };
      const step = given.step;
      const result =
        step.kind === "correction"
          ? correct(work.form, state, step.messageId, step.text, moment)
          : advance(
              work.form,
              state,
              step.kind === "sent-file" ? await keepFile(ctx, tx, step.file, now) : step,
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
        formVersionId: work.formVersionId,
        at: now,
      });
      if (!saved) throw new Problem("draft-moved");
      return result;
    },
    ...(given.step.kind === "sent-file" ? ["files" as const] : []),
  );
}

/** A report passes the same guard as a plan: words and file names here, what is in a file when it has been fetched. */
function isSecret(step: Step): boolean {
  if (step.kind === "sent-file") return isClassifiedName(step.file.name);
  return (step.kind === "text" || step.kind === "correction") && isClassified(step.text.normalize("NFC"));
}

async function keepFile(ctx: CaseContext, tx: Tx, file: SentFile, now: Date): Promise<Input> {
  const fault = checkNamedFile(file.name, file.size);
  if (fault) throw fault;
  const { id } = await tx.storedFile.create({ data: { ...file, channel: ctx.channel, createdAt: now } });
  return { kind: "file", file: { id, name: file.name, size: file.size, mime: file.mime } };
}
