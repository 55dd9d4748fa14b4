/** What one version of a form has that another has not, for somebody who has to decide about it. */
import type { Field, Form } from "./form.ts";

/** What of a question has changed, in the words of whoever reads the list. */
export type ChangedPart =
  | ("kind" | "words" | "required" | "rules" | "options" | "limits" | "default" | "private" | "wording")
  | ("columns" | "total");

export type FormChange =
  | { kind: "title"; before: string; after: string }
  | { kind: "nil"; allowed: boolean }
  | { kind: "added" | "removed"; field: Field }
  /** `field` as it is now. */
  | { kind: "changed"; field: Field; parts: ChangedPart[] }
  /** The questions that stay stand in another order. */
  | { kind: "order" };

const parts: Readonly<Record<string, ChangedPart>> = {
  title: "words",
  label: "words",
  above: "words",
  hint: "words",
  unit: "words",
  item: "words",
  required: "required",
  relevant: "rules",
  constraint: "rules",
  constraintMessage: "rules",
  formula: "rules",
  notMoreThan: "rules",
  options: "options",
  other: "options",
  default: "default",
  private: "private",
  wording: "wording",
  columns: "columns",
  total: "total",
  together: "total",
  sentence: "total",
};
/** Of these, "no" and nothing mean the same. */
const flags = ["long", "other", "private", "notAfterToday"];

/** In the order in which people read them: the form, then its questions, then what is gone. Empty: the same form. */
export function changesBetween(before: Form, after: Form): FormChange[] {
  const changes: FormChange[] = [];
  if (before.title !== after.title) changes.push({ kind: "title", before: before.title, after: after.title });
  if (before.nil !== after.nil) changes.push({ kind: "nil", allowed: after.nil });
  for (const field of after.fields) {
    const old = before.fields.find((one) => one.key === field.key);
    const changed = old ? changedParts(old, field) : [];
    if (!old) changes.push({ kind: "added", field });
    else if (changed.length > 0) changes.push({ kind: "changed", field, parts: changed });
  }
  for (const field of before.fields)
    if (!after.fields.some((one) => one.key === field.key)) changes.push({ kind: "removed", field });
  const order = (form: Form, other: Form) =>
    form.fields
      .map((field) => field.key)
      .filter((key) => other.fields.some((field) => field.key === key))
      .join(" ");
  if (order(before, after) !== order(after, before)) changes.push({ kind: "order" });
  return changes;
}

function changedParts(before: Field, after: Field): ChangedPart[] {
  const [old, now] = [plain(before), plain(after)];
  if (old.kind !== now.kind) return ["kind"];
  const properties = new Set([...Object.keys(old), ...Object.keys(now)]);
  const changed = [...properties]
    .filter((property) => JSON.stringify(old[property]) !== JSON.stringify(now[property]))
    .map((property) => parts[property] ?? "limits");
  return [...new Set(changed)];
}

function plain(field: Field): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(field).filter(([property, value]) => value !== false || !flags.includes(property)),
  );
}
