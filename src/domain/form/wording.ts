/**
 * One form, several kinds of units: a chi bộ reports *đảng viên*, a Đoàn *đoàn viên*, an association *hội viên*. The
 * question is put in each one's words, and numbers that count different things are never added together.
 */
import type { Field, Form, Wording } from "./form.ts";

/** The form in the words for units of this kind. */
export function wordedFor(form: Form, unitKind: string): Form {
  if (!form.fields.some((field) => field.wording)) return form;
  return { ...form, fields: form.fields.map((field) => wordedField(field, unitKind)) };
}

/** The words of their own that the question has for units of this kind. */
export function wordingFor(field: Field, unitKind: string): Wording | undefined {
  return field.wording?.find((one) => one.kinds.some((kind) => alike(kind, unitKind)));
}

/** The question in the words for units of this kind. */
export function wordedField(field: Field, unitKind: string): Field {
  const own = wordingFor(field, unitKind);
  if (!own) return field;
  const { title, label, hint, unit } = own;
  const words = {
    ...field,
    ...(title !== undefined && { title }),
    ...(label !== undefined && { label }),
    ...(hint !== undefined && { hint }),
  };
  return unit !== undefined &&
    (words.kind === "integer" || words.kind === "decimal" || words.kind === "computed")
    ? { ...words, unit }
    : words;
}

const alike = (a: string, b: string) =>
  a.normalize("NFC").trim().toLowerCase() === b.normalize("NFC").trim().toLowerCase();

/** The kinds of units that a form has words of their own for, each once, in the order in which they are named. */
export function kindsOf(form: Form): string[] {
  return [...new Set(form.fields.flatMap((field) => (field.wording ?? []).flatMap((one) => one.kinds)))];
}
