/**
 * Does a stored value still answer this field? Forms get new versions while drafts lie half done. What the value
 * means is judged again (its kind, its range, its option); how much of it there is, is not: nobody types a
 * narrative again because a limit of length moved, nor sends files again. A list of people is different: its quota
 * is the very point of it.
 */
import { DateTime } from "luxon";
import type { FileRef, GroupRow } from "./draft.ts";
import { type Field, type GroupField, isNumeric, LARGEST_AMOUNT, LARGEST_INTEGER } from "./form.ts";

/** True when `value` can stand as the answer to `field`. Null (skipped) fits every field that is not required. */
export function fits(field: Field, value: unknown): boolean {
  if (value === null) return !field.required && field.kind !== "computed";
  switch (field.kind) {
    case "text":
      return isWords(value);
    case "integer":
    case "decimal":
    case "percent":
      return isNumber(field, value);
    case "date":
      return isDay(value);
    case "days":
      return isListOf(value, isDay);
    case "yesno":
      return value === "yes" || value === "no";
    case "choice":
      return isWords(value) && (field.other === true || field.options.some((one) => one.value === value));
    case "choices":
      return (
        isListOf(value, (item) => field.options.some((one) => one.value === item)) &&
        (value as unknown[]).length <= (field.max ?? field.options.length)
      );
    case "register":
      return (
        typeof value === "object" &&
        !Array.isArray(value) &&
        (value as { register?: unknown }).register === field.of
      );
    case "files":
      return isListOf(value, isFile);
    case "group":
      return (
        isListOf(value, (row) => isWholeRow(field, row)) &&
        (value as unknown[]).length <= field.max &&
        (value as unknown[]).length >= (field.min ?? 1) &&
        firstDuplicate(field, value as GroupRow[]) === null
      );
    case "computed":
      return typeof value === "number";
  }
}

/** The bounds of a number, both allowed. */
export function boundsOf(field: Field): { min: number; max: number } {
  if (field.kind === "percent") return { min: 0, max: field.max ?? 100 };
  if (field.kind === "decimal")
    return { min: field.min ?? 0, max: Math.min(LARGEST_AMOUNT, field.max ?? LARGEST_AMOUNT) };
  if (field.kind === "integer")
    return { min: Math.max(0, field.min ?? 0), max: Math.min(LARGEST_INTEGER, field.max ?? LARGEST_INTEGER) };
  return { min: 0, max: 0 };
}

/** A row whose every column was asked, each value fitting its column. */
export function isWholeRow(field: GroupField, row: unknown): row is GroupRow {
  return (
    typeof row === "object" &&
    row !== null &&
    field.columns.every(
      (column) => Object.hasOwn(row, column.key) && fits(column, (row as GroupRow)[column.key] ?? null),
    )
  );
}

/** What a row is known by: its `unique` columns in one spelling; null where the form names none or one is empty. */
export function rowKey(field: GroupField, row: GroupRow): string | null {
  if (!field.unique || field.unique.length === 0) return null;
  const parts = field.unique.map((key) => row[key]);
  if (parts.some((part) => part === null || part === undefined)) return null;
  return parts
    .map((part) => String(part).normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim())
    .join("|");
}

/** The first row that stands in the list twice: its place and that of the first of the two, from 0. */
export function firstDuplicate(
  field: GroupField,
  rows: readonly GroupRow[],
): { row: number; first: number } | null {
  const seen = new Map<string, number>();
  for (const [row, one] of rows.entries()) {
    const key = rowKey(field, one);
    if (key === null) continue;
    const first = seen.get(key);
    if (first !== undefined) return { row, first };
    seen.set(key, row);
  }
  return null;
}

function isNumber(field: Field, value: unknown): boolean {
  const { min, max } = boundsOf(field);
  if (typeof value !== "number" || !Number.isFinite(value) || !isNumeric(field)) return false;
  return (field.kind !== "integer" || Number.isInteger(value)) && value >= min && value <= max;
}

function isWords(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(test);
}

function isDay(item: unknown): boolean {
  return (
    typeof item === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(item) &&
    DateTime.fromISO(item, { zone: "utc" }).isValid
  );
}

function isFile(item: unknown): item is FileRef {
  return typeof item === "object" && item !== null && "id" in item && typeof item.id === "number";
}
