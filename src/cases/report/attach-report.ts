/**
 * A file somebody sent unasked turns out to be the report: it becomes the report's file, and of the questions only
 * the figures are asked, because the board adds them up; the rest stands in the file.
 */
import { emptyDraft, type FileRef } from "../../domain/form/draft.ts";
import { isNumeric } from "../../domain/form/form.ts";
import { asked, standing } from "../../domain/form/standing.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import { saveDraft } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import type { SentFile } from "../sent-file.ts";
import { checkHolder, checkOpen, keepFile, openReport, reportFor } from "./write-report.ts";

/** Throws form-no-files where the form takes none, files-too-many, draft-held, answer-classified. */
export async function attachReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  sent: readonly SentFile[],
  update: UpdateKey,
): Promise<true | typeof ALREADY> {
  await openReport(ctx, by, obligationId, null);
  return transact<true>(
    ctx,
    by,
    update,
    async ({ tx, now }) => {
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      checkHolder(work.draft, by);
      if (sent.some((one) => isClassifiedName(one.name))) throw new Problem("answer-classified");
      const field = work.form.fields.find((one) => one.kind === "files" && !one.private);
      if (field?.kind !== "files") throw new Problem("form-no-files");
      const { id, revision, state } = work.draft;
      const before = (standing(work.form, state, field)?.value ?? []) as FileRef[];
      if (before.length + sent.length > field.max)
        throw new Problem("files-too-many", { label: field.label, max: field.max });
      const files: FileRef[] = [];
      for (const one of sent) files.push((await keepFile(ctx, tx, by, one, now)).file);
      const answers = {
        ...state.answers,
        [field.key]: { value: [...before, ...files], at: now.toISOString() },
      };
      const next = { ...emptyDraft(work.form), ...state, answers, paper: true };
      const only = asked(work.form, next)
        .filter((one) => isNumeric(one) && standing(work.form, next, one) === null)
        .map((one) => one.key);
      const cursor = only[0] ?? "review";
      const saved = await saveDraft(
        tx,
        id,
        revision,
        { ...next, only, cursor },
        {
          holderId: by.personId,
          formVersionId: work.formVersionId,
          at: now,
          from: state,
        },
      );
      if (!saved) throw new Problem("draft-moved");
      return true;
    },
    "files",
  );
}
