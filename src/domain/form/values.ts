/** Values as people read them on a card, in a list, in a message. Vietnamese notation; no sentences. */
import { DateTime } from "luxon";
import type { GroupRow, Value } from "./draft.ts";
import { type Field, type GroupField, isYear } from "./form.ts";

const NOTHING = "–";

const MASK = "•••";

/**
 * "22/4/2024, 23/4/2024" · "1.234" · "1985" of a year · "95,7%" · the option's label or the person's own words · "2 tệp" · "3 người" ·
 * "–" for what was skipped, is unanswered, or is no value of this kind of field. What is private is masked unless
 * `reveal` is given.
 */
export function valueText(field: Field, value: Value, reveal = false): string {
  if (field.private && !reveal && value !== null) return MASK;
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? value : NOTHING;
    case "integer":
      return typeof value === "number" ? wholeText(field, value) : NOTHING;
    case "decimal":
      return typeof value === "number" ? measured(value, field.unit) : NOTHING;
    case "percent":
      return typeof value === "number" ? `${amountText(value)}%` : NOTHING;
    case "computed":
      return typeof value === "number" ? measured(value, field.unit) : NOTHING;
    case "date":
      return typeof value === "string" ? dayText(value) : NOTHING;
    case "days":
      return Array.isArray(value) ? value.map((day) => dayText(String(day))).join(", ") : NOTHING;
    case "yesno":
      return value === "yes" ? "Có" : value === "no" ? "Không" : NOTHING;
    case "choice":
      return typeof value === "string" ? labelOf(field.options, value) : NOTHING;
    case "choices":
      return Array.isArray(value)
        ? value.map((one) => labelOf(field.options, String(one))).join("; ")
        : NOTHING;
    case "register":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? value.name : NOTHING;
    case "files":
      return Array.isArray(value) ? `${value.length} tệp` : NOTHING;
    case "group":
      return Array.isArray(value)
        ? `${countText(field, value.length)}: ${(value as GroupRow[]).map((row) => rowText(field, row)).join("; ")}`
        : NOTHING;
  }
}

/** "3 người" */
export const countText = (field: GroupField, count: number): string => `${count} ${field.item ?? "mục"}`;

/** One row of a group: "Nguyễn Văn A, 1985, Phó Trưởng phòng". */
export function rowText(field: GroupField, row: GroupRow): string {
  return field.columns
    .map((column) => {
      const value = row[column.key];
      return value === null || value === undefined ? "" : valueText(column, value);
    })
    .filter((cell) => cell !== "")
    .join(", ");
}

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

const measured = (value: number, unit: string | undefined) =>
  unit === "%" ? `${amountText(value)}%` : unit ? `${amountText(value)} ${unit}` : amountText(value);

/** A number with dots between thousands and a decimal comma: 1234.5 → "1.234,5". */
export function amountText(value: number): string {
  const [whole = "", places] = String(Math.abs(value)).split(".");
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  return `${value < 0 ? "-" : ""}${text}${places === undefined ? "" : `,${places}`}`;
}

/** An ISO day as written in Viet Nam: "2024-04-02" → "2/4/2024". */
export function dayText(iso: string): string {
  return DateTime.fromISO(iso, { zone: "utc" }).toFormat("d/M/yyyy");
}

/** A whole number with dots between thousands: 1234 → "1.234". */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** A whole number as this question writes it: "1.234", and "1985" where it asks for a year. */
export const wholeText = (field: Field, value: number): string =>
  isYear(field) ? String(value) : numberText(value);

/**
 * A share with one decimal and a decimal comma: (45, 47) → "95,7%". All is "100%" and none is "0%", and only they
 * are: 1999 of 2000 reads "99,9%", 1 of 5000 "0,1%". "–" when there is no whole.
 */
export function shareText(part: number, whole: number): string {
  if (!(whole > 0)) return NOTHING;
  if (part === whole) return "100%";
  if (part <= 0) return "0%";
  const rounded = Math.max(1, Math.round((part * 1000) / whole));
  const tenths = part < whole ? Math.min(999, rounded) : Math.max(1001, rounded);
  return `${Math.floor(tenths / 10)},${tenths % 10}%`;
}
