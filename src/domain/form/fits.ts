/**
 * Does a stored value still answer this field? Forms get new versions while drafts lie half done. What the value
 * means is judged again (its kind, its range, its option); how much of it there is, is not: nobody types a
 * narrative again because a limit of length moved, nor sends files again.
 */
import { DateTime } from "luxon";
import type { FileRef } from "./draft.ts";
import { type Field, LARGEST_INTEGER } from "./form.ts";

/** True when `value` can stand as the answer to `field`. Null (skipped) fits every field that is not required. */
export function fits(field: Field, value: unknown): boolean {
  if (value === null) return !field.required;
  switch (field.kind) {
    case "text":
      return isWords(value);
    case "integer":
      return (
        Number.isInteger(value) &&
        (value as number) >= Math.max(0, field.min ?? 0) &&
        (value as number) <= Math.min(LARGEST_INTEGER, field.max ?? LARGEST_INTEGER)
      );
    case "days":
      return isListOf(value, isDay);
    case "choice":
      return isWords(value) && (field.other === true || field.options.some((one) => one.value === value));
    case "files":
      return isListOf(value, isFile);
  }
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
