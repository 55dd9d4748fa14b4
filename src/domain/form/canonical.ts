/** What a report says, in one fixed spelling, and whether it may be sent. */
import { Problem } from "../problem.ts";
import type { DraftState, FileRef, Value } from "./draft.ts";
import type { Form } from "./form.ts";
import { missing, standing } from "./standing.ts";

/**
 * Stable JSON for the SHA-256 of a report: `{"nil":false,"answers":[["called",47],…]}`, one pair per field of the
 * form, sorted by key. It depends on the answers that stand and on nothing else: not on the order of fields or of
 * answering, moments, or messages; skipped and unanswered are both null. A nil report has no answers.
 */
export function canonicalAnswers(form: Form, draft: DraftState, nil: boolean): string {
  const keys = nil ? [] : form.fields.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const answers = keys.map((field) => [field.key, plain(standing(form, draft, field)?.value ?? null)]);
  return JSON.stringify({ nil, answers });
}

/**
 * Null when the answers may be sent as a report, else `form-incomplete` {count, fields}: `fields` names by label
 * what is missing or contradicts another answer. A nil report needs no answers and is not asked about here.
 */
export function checkComplete(form: Form, draft: DraftState): Problem | null {
  const fields = missing(form, draft);
  if (fields.length === 0) return null;
  return new Problem("form-incomplete", {
    count: fields.length,
    fields: fields.map((field) => field.label).join(", "),
  });
}

// A file's properties in a fixed order: the database gives them back in its own.
function plain(value: Value): Value {
  if (!Array.isArray(value)) return value;
  return value.map((item) =>
    typeof item === "string" ? item : { id: item.id, name: item.name, size: item.size, mime: item.mime },
  ) as string[] | FileRef[];
}
