/**
 * A report filled in on a page: every filling of one sending is kept in one transaction, onto the draft that the
 * page was read from. What is wrong with single answers comes back beside what was kept.
 */
import type { DraftState } from "../../domain/form/draft.ts";
import { type Fault, type Filling, type FillMoment, fill } from "../../domain/form/fill.ts";
import type { FieldKey, Form } from "../../domain/form/form.ts";
import { privateFields } from "../../domain/form/private.ts";
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import { kept, missing, unanswered } from "../../domain/form/standing.ts";
import { dayOf } from "../../domain/moment.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassified } from "../../domain/plan/read/classification.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { registerFor } from "../../store/form/register.ts";
import { type ReportWork, saveDraft } from "../../store/report/drafts.ts";
import { type Act, type CaseContext, transact } from "../case.ts";
import { checkHolder, checkOpen, reportFor } from "../report/write-report.ts";
import { openNotices } from "../sending/open-notices.ts";

export type Faults = ReadonlyMap<FieldKey, readonly Fault[]>;

/**
 * @param goesOn in the chat: once all that is private is answered, the chat shows what is left to do
 * @param revision of the draft that was read. Throws draft-gone where the report was sent meanwhile, draft-moved where
 * the draft is another one now, draft-held, obligation-closed.
 */
export async function fillReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  fillings: ReadonlyMap<FieldKey, Filling>,
  revision: number,
  goesOn = false,
): Promise<Faults> {
  const fillIn = async ({ tx, now }: Act) => {
    const work = await reportFor(ctx, by, obligationId, tx);
    checkOpen(work);
    if (!work.draft) throw new Problem("draft-gone");
    checkHolder(work.draft, by);
    if (work.draft.revision !== revision) throw new Problem("draft-moved");
    const moment = {
      today: dayOf(now, ctx.zone),
      at: now.toISOString(),
      register: await registerOf(tx, work),
      ...(work.last && { last: work.last.answers }),
    };
    const { draft, faults } = fillAll(work.form, work.draft.state, fillings, moment);
    const saved = await saveDraft(tx, work.draft.id, revision, draft, {
      holderId: by.personId,
      formVersionId: work.formVersionId,
      at: now,
      from: work.draft.state,
    });
    if (!saved) throw new Problem("draft-moved");
    if (goesOn && isPrivateDone(work.form, work.draft.state, draft))
      await openNotices(tx, [by.personId], now, {
        kind: "page_filled",
        key: `page-filled:${work.draft.id}:${revision}`,
        obligationId,
      });
    return faults;
  };
  return transact(ctx, by, null, fillIn, "notices");
}

/** Something private was answered just now, and nothing private is left to answer. */
function isPrivateDone(form: Form, before: DraftState, after: DraftState): boolean {
  const fields = privateFields(form).filter((field) => field.kind !== "computed");
  const changed = fields.some((field) => kept(before, field) !== kept(after, field));
  return changed && !missing(form, after).some((field) => field.private);
}

/** In the form's order, so that a question made relevant by an answer above it is filled in the same go. */
function fillAll(
  form: Form,
  state: DraftState,
  fillings: ReadonlyMap<FieldKey, Filling>,
  moment: FillMoment,
): { draft: DraftState; faults: Faults } {
  const faults = new Map<FieldKey, readonly Fault[]>();
  let draft = state;
  for (const { key } of form.fields) {
    const filling = fillings.get(key);
    if (!filling) continue;
    if (wordsOf(filling).some((words) => isClassified(words.normalize("NFC")))) {
      faults.set(key, [{ problem: new Problem("answer-classified") }]);
      continue;
    }
    const filled = fill(form, draft, key, filling, moment);
    draft = filled.draft;
    if (filled.faults.length > 0) faults.set(key, filled.faults);
  }
  // In the chat one goes on with what is still open.
  const cursor = draft.only?.[0] ?? unanswered(form, draft)[0]?.key ?? "review";
  return { draft: { ...draft, cursor }, faults };
}

/** Both kinds, as far as the form asks for them. */
export async function registerOf(
  tx: Tx,
  work: Pick<ReportWork, "form" | "unitId">,
): Promise<RegisterEntry[]> {
  const kinds = new Set(work.form.fields.flatMap((field) => (field.kind === "register" ? [field.of] : [])));
  const entries: RegisterEntry[] = [];
  for (const of of kinds) entries.push(...(await registerFor(tx, of, work.unitId)));
  return entries;
}

function wordsOf(filling: Filling): string[] {
  switch (filling.kind) {
    case "text":
      return [filling.text, filling.reason ?? ""];
    case "options":
      return [filling.other];
    case "rows":
      return [...filling.rows.map((row) => Object.values(row).join("\n")), filling.pasted];
    case "files":
      return filling.added.map((file) => file.name);
  }
}
