/** What a report says, in one fixed spelling, and whether it may be sent. */
import { Problem } from "../problem.ts";
import type { DraftState, Value } from "./draft.ts";
import type { Form } from "./form.ts";
import { missing, standing } from "./standing.ts";

/**
 * Stable JSON for the SHA-256 of a report: `{"nil":false,"answers":[["called",47],…]}`, one pair per field of the
 * form, sorted by key. It depends on the answers that stand and on nothing else: not on the order of fields or of
 * answering, moments, or messages; skipped, unanswered and no longer relevant are all null. What is worked out from
 * other answers is not in it. A nil report has no answers.
 *
 * @param salt chance of the report's own, where answers are private: without it whoever has a receipt, which shows the
 * hash, could try which private answer gives it. It stands last: `,"salt":"…"`.
 */
export function canonicalAnswers(
  form: Form,
  draft: DraftState,
  nil: boolean,
  salt: string | null = null,
): string {
  const given = form.fields.filter((field) => field.kind !== "computed");
  const keys = nil ? [] : given.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const answers = keys.map((field) => [field.key, plain(standing(form, draft, field)?.value ?? null)]);
  return JSON.stringify({ nil, answers, ...(salt !== null && { salt }) });
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

// Properties in a fixed order: the database gives them back in its own.
function plain(value: Value): unknown {
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : ordered(item)));
  return typeof value === "object" && value !== null ? ordered(value) : value;
}

function ordered(item: object): Record<string, unknown> {
  const order = ["id", "name", "size", "mime"];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(item) as [string, unknown][];
  return Object.fromEntries(entries.toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}
