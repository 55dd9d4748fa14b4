/**
 * Between a form and the controls of a page: how an answer stands in its controls, and what came back from them. A
 * control that comes back as it was shown says nothing, so that an old page can't undo what was answered meanwhile.
 */
import { createHash } from "node:crypto";
import type { Answer, FileRef, GroupRow, RegisterRef } from "../../domain/form/draft.ts";
import type { Filling } from "../../domain/form/fill.ts";
import type { Field, GroupField } from "../../domain/form/form.ts";
import { valueText } from "../../domain/form/values.ts";
import type { SentFields, Upload } from "../door/sent-form.ts";

/** Names of controls. */
export const named = {
  value: (key: string) => `f.${key}`,
  other: (key: string) => `o.${key}`,
  cell: (key: string, row: number, column: string) => `g.${key}.${row}.${column}`,
  pasted: (key: string) => `p.${key}`,
  /** A table whose rows go the way of a pasted list. */
  table: (key: string) => `x.${key}`,
  drop: (key: string) => `d.${key}`,
  sure: (key: string) => `s.${key}`,
  reason: (key: string) => `r.${key}`,
  /** What the controls said when the page was written, shortened. */
  was: (key: string) => `w.${key}`,
};

export type Body = SentFields | Readonly<Record<string, string | readonly string[]>>;

/** The controls of one question as they were filled in. */
export interface Shown {
  text: string;
  options: string[];
  other: string;
  rows: Record<string, string>[];
  pasted: string;
  sure: boolean;
  reason: string;
}

const nothing: Shown = { text: "", options: [], other: "", rows: [], pasted: "", sure: false, reason: "" };

/** How an answer stands in the controls of its question. */
export function shownOf(field: Field, answer: Answer | null): Shown {
  const value = answer?.value ?? null;
  if (value === null) return nothing;
  switch (field.kind) {
    case "choice": {
      const known = field.options.some((one) => one.value === value);
      return known
        ? { ...nothing, options: [String(value)] }
        : { ...nothing, other: field.other ? String(value) : "" };
    }
    case "yesno":
      return { ...nothing, options: [String(value)] };
    case "choices":
      return { ...nothing, options: Array.isArray(value) ? value.map(String) : [] };
    case "register":
      return { ...nothing, text: `#${(value as RegisterRef).ref}` };
    case "group":
      return { ...nothing, rows: cellsOf(field, Array.isArray(value) ? (value as GroupRow[]) : []) };
    case "files":
    case "computed":
      return nothing;
    case "text":
      return { ...nothing, text: typeof value === "string" ? value : "" };
    default: {
      const { unit: _, ...bare } = { unit: "", ...field };
      const text = valueText({ ...bare, private: false } as Field, value, true);
      return { ...nothing, text: text === "–" ? "" : text, reason: answer?.reason ?? "" };
    }
  }
}

function cellsOf(field: GroupField, rows: GroupRow[]): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(
      field.columns.map((column) => {
        const value = row[column.key] ?? null;
        if (value === null) return [column.key, ""];
        if (column.kind === "text") return [column.key, String(value)];
        const { unit: _, ...bare } = { unit: "", ...column };
        return [column.key, valueText(bare as Field, value, true)];
      }),
    ),
  );
}

/** The controls of one question in what was sent. */
export function sentOf(field: Field, body: Body): Shown {
  const text = (name: string) => lastText(body, name).replaceAll("\r\n", "\n");
  const { key } = field;
  switch (field.kind) {
    case "choice":
    case "choices":
    case "yesno":
      return {
        ...nothing,
        options: texts(body, named.value(key)).filter((one) => one !== ""),
        other: text(named.other(key)).trim(),
      };
    case "group":
      return { ...nothing, rows: rowsIn(field, body), pasted: text(named.pasted(key)) };
    case "files":
    case "computed":
      return nothing;
    default:
      return {
        ...nothing,
        text: text(named.value(key)).trim(),
        sure: text(named.sure(key)) !== "",
        reason: text(named.reason(key)).trim(),
      };
  }
}

/** Whether the controls of a question were on the page at all; of boxes to tick, nobody can tell. */
export function isSent(field: Field, body: Body): boolean {
  const ticked = field.kind === "choice" || field.kind === "choices" || field.kind === "yesno";
  if (ticked || field.kind === "files") return true;
  if (field.kind !== "group") return Object.hasOwn(body, named.value(field.key));
  return Object.keys(body).some(
    (name) => name.startsWith(`g.${field.key}.`) || name === named.pasted(field.key),
  );
}

/** Up to the number of rows a list may have, and some: what is beyond is nobody's typing. */
const MOST_TYPED = 300;

function rowsIn(field: GroupField, body: Body): Record<string, string>[] {
  const numbers = Object.keys(body).flatMap((name) => {
    const [mark, key, row] = name.split(".");
    return mark === "g" && key === field.key && /^\d{1,3}$/.test(row ?? "") ? [Number(row)] : [];
  });
  const count = Math.min(MOST_TYPED, Math.max(-1, ...numbers) + 1);
  const rows = Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      field.columns.map((column) => [
        column.key,
        lastText(body, named.cell(field.key, row, column.key)).trim(),
      ]),
    ),
  );
  return rows.filter((row) => Object.values(row).some((cell) => cell !== ""));
}

/** One word for what the controls say; the same words, the same stamp. */
export function stampOf(shown: Shown): string {
  const { text, options, other, rows, pasted, sure, reason } = shown;
  const plain = rows.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  const whole = JSON.stringify([text.trim(), [...options].sort(), other.trim(), plain, pasted, sure, reason]);
  return createHash("sha256").update(whole).digest("base64url").slice(0, 12);
}

/** What the controls of a question ask for; null where they came back as they were shown. Files are apart. */
export function fillingOf(field: Field, sent: Shown, was: string): Filling | null {
  if (stampOf(sent) === was) return null;
  switch (field.kind) {
    case "choice":
    case "choices":
    case "yesno":
      return { kind: "options", values: sent.options, other: sent.other };
    case "group":
      return { kind: "rows", rows: sent.rows, pasted: sent.pasted };
    case "files":
    case "computed":
      return null;
    default:
      return { kind: "text", text: sent.text, sure: sent.sure, reason: sent.reason };
  }
}

/** Which files stay and which have come. */
export function filesOf(
  field: Field,
  body: Body,
  before: readonly FileRef[],
): { kept: number[]; came: Upload[] } {
  const gone = new Set(texts(body, named.drop(field.key)).map(Number));
  const came = uploads(body, named.value(field.key));
  return { kept: before.map((one) => one.id).filter((id) => !gone.has(id)), came };
}

const valuesOf = (body: Body, name: string): (string | Upload)[] =>
  [body[name] ?? []].flat() as (string | Upload)[];

/** Files that were chosen in a control; one where none was chosen sends an empty one without a name. */
export const uploads = (body: Body, name: string): Upload[] =>
  valuesOf(body, name).filter(
    (one): one is Upload => typeof one !== "string" && (one.size > 0 || one.name !== ""),
  );

export const texts = (body: Body, name: string): string[] =>
  valuesOf(body, name).filter((one): one is string => typeof one === "string");

/** Several controls of one name: the last one speaks. */
export const lastText = (body: Body, name: string): string => texts(body, name).at(-1) ?? "";
