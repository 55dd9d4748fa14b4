/** What a report says to a question; what is worked out is worked out once for each report. */
import type { DraftState, Value } from "../form/draft.ts";
import { type Field, type FieldKey, fieldOf } from "../form/form.ts";
import { answerIn, standing } from "../form/standing.ts";
import type { SentVersion } from "./owed.ts";

const drafts = new WeakMap<SentVersion, DraftState>();

/** Null: not answered, or skipped. */
export function saidIn(report: SentVersion, field: Field): Value {
  const { form } = report.asked;
  if (field.kind !== "computed") return answerIn(form, report.answers, field)?.value ?? null;
  const draft = drafts.get(report) ?? { answers: report.answers, cursor: "review" as const };
  drafts.set(report, draft);
  return standing(form, draft, field)?.value ?? null;
}

/** A number, where the version that was answered has such a question and it holds one. */
export function numberIn(report: SentVersion, key: FieldKey): number | null {
  const field = fieldOf(report.asked.form, key);
  const value = field && saidIn(report, field);
  return typeof value === "number" ? value : null;
}
