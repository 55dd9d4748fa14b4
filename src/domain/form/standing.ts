/**
 * Which answers stand. An answer stands when its question is relevant, its value fits the field as the form has it
 * now, exceeds no limit set by another answer and meets the field's own rule. One that does not stand is *set
 * aside*, never erased: should the cause go away (the other number is put right, the question is relevant again),
 * the answer stands again and nobody types it twice.
 *
 * Limits (`notMoreThan`): a dependent number is refused when it is typed too large. When the number it depends on
 * is made smaller later, that change is accepted, because it may be the one that is right, and the dependent is
 * set aside. A limit counts only while the answer that sets it stands, so in a chain c ≤ b ≤ a a smaller a sets
 * aside b and leaves c alone until b is answered again.
 *
 * Rules look at answers that stand, which rules decide again: what has been worked out for a draft is remembered as
 * long as the draft object lives, so that a form of hundreds of questions costs one look at each.
 */
import { Problem } from "../problem.ts";
import type { Answer, DraftState, GroupRow, Value } from "./draft.ts";
import { holds, numberOf, type Result } from "./expression/evaluate.ts";
import { firstDuplicate, fits, isWholeRow } from "./fits.ts";
import { type Field, type FieldKey, type Form, fieldOf, type GroupField, isNumeric } from "./form.ts";

/** The most a number may be, and the field whose answer says so. */
export interface Limit {
  field: Field;
  value: number;
}

interface Known {
  standing: Map<FieldKey, Answer | null>;
  relevant: Map<FieldKey, boolean>;
}

const memory = new WeakMap<DraftState, WeakMap<Form, Known>>();

function knownOf(form: Form, draft: DraftState): Known {
  const forms = memory.get(draft) ?? new WeakMap<Form, Known>();
  const known = forms.get(form) ?? { standing: new Map(), relevant: new Map() };
  forms.set(form, known);
  memory.set(draft, forms);
  return known;
}

/** The answer that stands for the field, or null: not answered, set aside, or not relevant. */
export function standing(form: Form, draft: DraftState, field: Field): Answer | null {
  const { standing: known } = knownOf(form, draft);
  const before = known.get(field.key);
  if (before !== undefined) return before;
  // Rules that lead in a circle (parse-form refuses them) end here instead of looping.
  known.set(field.key, null);
  const answer = workedOut(form, draft, field);
  known.set(field.key, answer);
  return answer;
}

function workedOut(form: Form, draft: DraftState, field: Field): Answer | null {
  if (!isRelevant(form, draft, field)) return null;
  if (field.kind === "computed") {
    const value = numberOf(field.formula, answersFor(form, draft, null));
    if (value === null) return null;
    const scale = 10 ** (field.decimals ?? 1);
    return { value: Math.round(value * scale) / scale, at: "" };
  }
  const answer = kept(draft, field);
  if (answer === null || answer.doubt || !fits(field, answer.value)) return null;
  return conflictWith(form, draft, field, answer.value) === null ? answer : null;
}

/** Whether the question is asked at all, as the other answers are now. */
export function isRelevant(form: Form, draft: DraftState, field: Field): boolean {
  if (field.relevant === undefined) return true;
  const { relevant: known } = knownOf(form, draft);
  const before = known.get(field.key);
  if (before !== undefined) return before;
  known.set(field.key, true);
  const relevant = holds(field.relevant, answersFor(form, draft, null));
  known.set(field.key, relevant);
  return relevant;
}

/** What another answer allows this field, or null when nothing limits it now. The field's own answer has no part. */
export function limitOf(form: Form, draft: DraftState, field: Field): Limit | null {
  if (field.kind !== "integer" || field.notMoreThan === undefined) return null;
  const other = fieldOf(form, field.notMoreThan);
  if (other?.kind !== "integer") return null;
  const value = standing(form, draft, other)?.value;
  return typeof value === "number" ? { field: other, value } : null;
}

/** Why the answer kept for this field was set aside, when other answers or its own list are the cause. */
export function conflictOf(form: Form, draft: DraftState, field: Field): Problem | null {
  const answer = kept(draft, field);
  if (!answer || answer.value === null || !isRelevant(form, draft, field)) return null;
  if (field.kind === "group" && Array.isArray(answer.value)) {
    const fault = groupConflict(field, answer.value as GroupRow[]);
    if (fault) return fault;
  }
  return fits(field, answer.value) ? conflictWith(form, draft, field, answer.value) : null;
}

/** What keeps `value` from standing beside the other answers: a limit, or the field's own rule. */
export function conflictWith(form: Form, draft: DraftState, field: Field, value: Value): Problem | null {
  if (value === null) return null;
  const limited = typeof value === "number" ? exceeds(form, draft, field, value) : null;
  if (limited) return limited;
  if (field.constraint === undefined) return null;
  if (holds(field.constraint, answersFor(form, draft, value))) return null;
  return new Problem("answer-constraint", { label: field.label, message: field.constraintMessage ?? "none" });
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

/**
 * The questions that are put to people: relevant and not worked out, in the form's order. Private ones only
 * `privately`, on a page of ours, and never in a messenger.
 */
export function asked(form: Form, draft: DraftState, privately = false): Field[] {
  return form.fields.filter(
    (field) => field.kind !== "computed" && (privately || !field.private) && isRelevant(form, draft, field),
  );
}

/** The questions nothing stands for, in the form's order. Skipped fields are answered. */
export function unanswered(form: Form, draft: DraftState, privately = false): Field[] {
  return asked(form, draft, privately).filter((field) => standing(form, draft, field) === null);
}

/** How many questions are dealt with; those to be asked again are not. */
export function answeredCount(form: Form, draft: DraftState, privately = false): number {
  const left = unanswered(form, draft, privately);
  return asked(form, draft, privately).filter(
    (field) => !left.includes(field) && !draft.only?.includes(field.key),
  ).length;
}

/**
 * The fields that keep a report from being sent: required ones without an answer (in a report that is a file, only
 * its figures are), any whose answer contradicts another or waits to be confirmed (dropping it in silence would
 * lose it), and those that were to be asked again and have not been.
 */
export function missing(form: Form, draft: DraftState): Field[] {
  return form.fields.filter((field) => {
    if (field.kind === "computed" || !isRelevant(form, draft, field)) return false;
    if (draft.only?.includes(field.key)) return true;
    if (standing(form, draft, field) !== null) return false;
    const answer = kept(draft, field);
    if (answer?.doubt || conflictOf(form, draft, field) !== null) return true;
    return field.required && (!draft.paper || isNumeric(field));
  });
}

/** The stored answer, standing or not. Own properties only: keys come from outside. */
export function kept(draft: DraftState, field: Field): Answer | null {
  return Object.hasOwn(draft.answers, field.key) ? (draft.answers[field.key] ?? null) : null;
}

/** The answers of a report: those that stand, and nothing of what was answered to questions no longer relevant. */
export function standingAnswers(form: Form, draft: DraftState): DraftState["answers"] {
  const answers: [FieldKey, Answer][] = form.fields.flatMap((field): [FieldKey, Answer][] => {
    const answer = field.kind === "computed" ? null : standing(form, draft, field);
    return answer ? [[field.key, answer]] : [];
  });
  return Object.fromEntries(answers);
}

/** The answer to one question of a report as it was sent; what is worked out is worked out from the others. */
export function answerIn(form: Form, answers: DraftState["answers"], field: Field): Answer | null {
  const sent: DraftState = { answers, cursor: "review" };
  return field.kind === "computed" ? standing(form, sent, field) : kept(sent, field);
}

/** What is wrong with a list as a list: over its quota, a row twice, too few rows. */
export function groupConflict(field: GroupField, rows: GroupRow[]): Problem | null {
  const { label } = field;
  const whole = rows.filter((row) => isWholeRow(field, row)).length;
  if (rows.length > field.max)
    return new Problem("group-over-quota", { label, count: rows.length, max: field.max });
  const duplicate = firstDuplicate(field, rows);
  if (duplicate)
    return new Problem("group-twice", { label, row: duplicate.row + 1, first: duplicate.first + 1 });
  if (whole === rows.length && field.min !== undefined && whole < field.min)
    return new Problem("group-too-few", { label, count: whole, min: field.min });
  return null;
}

/** What rules see of the answers: those that stand. */
function answersFor(form: Form, draft: DraftState, self: Value) {
  return {
    of: (key: string): Result => {
      const field = fieldOf(form, key);
      return field ? plainOf(standing(form, draft, field)?.value ?? null) : null;
    },
    self: plainOf(self),
  };
}

function plainOf(value: Value): Result {
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
  return typeof value === "object" && value !== null ? value.name : value;
}
