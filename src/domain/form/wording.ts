/**
 * One form, several kinds of units: a chi bộ reports *đảng viên*, a Đoàn *đoàn viên*, an association *hội viên*. The
 * question is put in each one's words, and numbers that count different things are never added together.
 */
import type { DraftState } from "./draft.ts";
import { type Field, type Form, isNumeric } from "./form.ts";

/** The form in the words for units of this kind. */
export function wordedFor(form: Form, unitKind: string): Form {
  if (!form.fields.some((field) => field.wording)) return form;
  return { ...form, fields: form.fields.map((field) => worded(field, unitKind)) };
}

function worded(field: Field, unitKind: string): Field {
  const own = field.wording?.find((one) => one.kinds.some((kind) => alike(kind, unitKind)));
  if (!own) return field;
  const { title, label, hint, unit } = own;
  const words = {
    ...field,
    ...(title !== undefined && { title }),
    ...(label !== undefined && { label }),
    ...(hint !== undefined && { hint }),
  };
  return unit !== undefined && (words.kind === "integer" || words.kind === "decimal")
    ? { ...words, unit }
    : words;
}

/** What was added up: one field, one thing that is counted. */
export interface Total {
  field: Field;
  /** What is counted ("đoàn viên"); "" where the form does not say. */
  unit: string;
  sum: number;
  /** Reports that gave a number. */
  reports: number;
}

/** The sums of the whole numbers and decimals of several reports, in the form's order, apart by what they count. */
export function totalsOf(
  form: Form,
  reports: readonly { unitKind: string; answers: DraftState["answers"] }[],
): Total[] {
  const totals: Total[] = [];
  for (const field of form.fields) {
    // Shares can't be added, and what is private is not for a summary.
    if (!isNumeric(field) || field.kind === "percent" || field.private) continue;
    const byUnit = new Map<string, Total>();
    for (const { unitKind, answers } of reports) {
      const value = answers[field.key]?.value;
      if (typeof value !== "number") continue;
      const own = worded(field, unitKind);
      const unit = (own.kind === "integer" || own.kind === "decimal" ? own.unit : undefined) ?? "";
      const total = byUnit.get(unit) ?? { field: own, unit, sum: 0, reports: 0 };
      byUnit.set(unit, { ...total, sum: total.sum + value, reports: total.reports + 1 });
    }
    totals.push(...byUnit.values());
  }
  return totals;
}

const alike = (a: string, b: string) =>
  a.normalize("NFC").trim().toLowerCase() === b.normalize("NFC").trim().toLowerCase();

/** The kinds of units that a form has words of their own for, each once, in the order in which they are named. */
export function kindsOf(form: Form): string[] {
  return [...new Set(form.fields.flatMap((field) => (field.wording ?? []).flatMap((one) => one.kinds)))];
}
