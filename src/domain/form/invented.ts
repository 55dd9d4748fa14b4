/**
 * What a unit might have answered last time, invented: whoever tries a form before any unit has answered it sees the
 * button of the last period and the question about a number that jumps. Always the same for the same form.
 */
import type { Answer, DraftState } from "./draft.ts";
import { boundsOf, fits } from "./fits.ts";
import { type Field, type Form, isNumeric, isYear } from "./form.ts";

/** Answers to the questions that look at the last period, and to no other. */
export function inventedLast(form: Form): DraftState["answers"] {
  const invented = form.fields.filter(looksBack).flatMap((field): [string, Answer][] => {
    const value = usual(field);
    return value !== null && fits(field, value) ? [[field.key, { value, at: "" }]] : [];
  });
  return Object.fromEntries(invented);
}

const looksBack = (field: Field): boolean =>
  field.default?.from === "last" || ("jump" in field && field.jump !== undefined);

function usual(field: Field): string | number | string[] | null {
  if (isNumeric(field)) {
    const { min, max } = boundsOf(field);
    const common = isYear(field) ? 1985 : field.kind === "percent" ? 90 : 45;
    return Math.min(max, Math.max(min, common));
  }
  switch (field.kind) {
    case "text":
      return "(nội dung kỳ trước)";
    case "yesno":
      return "yes";
    case "choice":
      return field.options[0]?.value ?? null;
    case "choices":
      return field.options.slice(0, 1).map((one) => one.value);
    default:
      return null;
  }
}
