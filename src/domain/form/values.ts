/** Values as people read them on a card, in a list, in a message. Vietnamese notation; no sentences. */
import { DateTime } from "luxon";
import type { Value } from "./draft.ts";
import type { Field } from "./form.ts";

const NOTHING = "–";

/**
 * "22/4/2024, 23/4/2024" · "1.234" · the option's label or the person's own words · "2 tệp" · "–" for what was
 * skipped, is unanswered, or is no value of this kind of field.
 */
export function valueText(field: Field, value: Value): string {
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? value : NOTHING;
    case "integer":
      return typeof value === "number" ? numberText(value) : NOTHING;
    case "days":
      return Array.isArray(value) ? value.map((day) => dayText(String(day))).join(", ") : NOTHING;
    case "choice":
      return typeof value === "string"
        ? (field.options.find((option) => option.value === value)?.label ?? value)
        : NOTHING;
    case "files":
      return Array.isArray(value) ? `${value.length} tệp` : NOTHING;
  }
}

/** An ISO day as written in Viet Nam: "2024-04-02" → "2/4/2024". */
export function dayText(iso: string): string {
  return DateTime.fromISO(iso, { zone: "utc" }).toFormat("d/M/yyyy");
}

/** A whole number with dots between thousands: 1234 → "1.234". */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

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
