/**
 * Which answers stand. An answer stands when its value fits the field as the form has it now and exceeds no limit
 * set by another answer. One that does not stand is *set aside*, never erased: the field counts as unanswered and
 * is asked again; should the cause go away (the other number is put right), the answer stands again and nobody
 * types it twice.
 *
 * Limits (`notMoreThan`): a dependent number is refused when it is typed too large. When the number it depends on
 * is made smaller later, that change is accepted, because it may be the one that is right, and the dependent is
 * set aside. A limit counts only while the answer that sets it stands, so in a chain c ≤ b ≤ a a smaller a sets
 * aside b and leaves c alone until b is answered again.
 */
import { Problem } from "../problem.ts";
import type { Answer, DraftState } from "./draft.ts";
import { fits } from "./fits.ts";
import { type Field, type FieldKey, type Form, fieldOf } from "./form.ts";

/** The most a number may be, and the field whose answer says so. */
export interface Limit {
  field: Field;
  value: number;
}

/** The answer that stands for the field, or null: not answered, set aside, or to be asked again. */
export function standing(form: Form, draft: DraftState, field: Field): Answer | null {
  return standingBelow(form, draft, field, []);
}

/** What was sent for this field before and is asked again, to be shown and perhaps kept; else null. */
export function askedAgain(draft: DraftState, field: Field): Answer | null {
  const answer = kept(draft, field);
  return answer?.ask && fits(field, answer.value) ? answer : null;
}

/** What another answer allows this field, or null when nothing limits it now. The field's own answer has no part. */
export function limitOf(form: Form, draft: DraftState, field: Field): Limit | null {
  return limitBelow(form, draft, field, []);
}

/** Why the answer kept for this field was set aside, when another number is the cause: to say so when asking. */
export function conflictOf(form: Form, draft: DraftState, field: Field): Problem | null {
  const value = kept(draft, field)?.value;
  return typeof value === "number" && fits(field, value) ? exceeds(form, draft, field, value) : null;
}

/** The Problem of a number above its limit, or null. */
export function exceeds(form: Form, draft: DraftState, field: Field, value: number): Problem | null {
  const limit = limitOf(form, draft, field);
  if (limit === null || value <= limit.value) return null;
  return new Problem("number-more-than", {
    label: field.label,
    other: limit.field.label,
    limit: limit.value,
  });
}

/** The fields nothing stands for, in the form's order. Skipped fields are answered. */
export function unanswered(form: Form, draft: DraftState): Field[] {
  return form.fields.filter((field) => standing(form, draft, field) === null);
}

/**
 * The fields that keep a report from being sent: required ones without an answer, those asked again after a return,
 * and any whose number contradicts another: dropping that number in silence would lose it.
 */
export function missing(form: Form, draft: DraftState): Field[] {
  return unanswered(form, draft).filter(
    (field) => field.required || askedAgain(draft, field) !== null || conflictOf(form, draft, field) !== null,
  );
}

/** The stored answer, standing or not. Own properties only: keys come from outside. */
export function kept(draft: DraftState, field: Field): Answer | null {
  return Object.hasOwn(draft.answers, field.key) ? (draft.answers[field.key] ?? null) : null;
}

// `below` holds the fields that led here, so that a form with limits in a circle ends instead of looping.
function standingBelow(form: Form, draft: DraftState, field: Field, below: FieldKey[]): Answer | null {
  const answer = kept(draft, field);
  if (answer === null || answer.ask || !fits(field, answer.value)) return null;
  const limit = limitBelow(form, draft, field, below);
  return limit !== null && Number(answer.value) > limit.value ? null : answer;
}

function limitBelow(form: Form, draft: DraftState, field: Field, below: FieldKey[]): Limit | null {
  if (field.kind !== "integer" || field.notMoreThan === undefined) return null;
  const led = [...below, field.key];
  const other = fieldOf(form, field.notMoreThan);
  if (other?.kind !== "integer" || led.includes(other.key)) return null;
  const value = standingBelow(form, draft, other, led)?.value;
  return typeof value === "number" ? { field: other, value } : null;
}
