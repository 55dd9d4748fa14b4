/**
 * The engine: one input takes a draft to the next draft and to what to show. Pure; a refused input changes
 * nothing, and a draft passed in is never written to.
 *
 * Where the cursor goes. After an answer: to the next field in order that nothing stands for, else to the first
 * such field, else to the review; so a jump from the review returns there by itself. `back` walks the fields in
 * order, answered or not, and at the first one does nothing. A cursor the form no longer knows counts as the first
 * unanswered field.
 */
import { Problem } from "../problem.ts";
import { answerField, readTyped } from "./answer.ts";
import { checkComplete } from "./canonical.ts";
import type { Answer, DraftState, Value } from "./draft.ts";
import { type Field, type FieldKey, type Form, fieldOf } from "./form.ts";
import type { Input } from "./input.ts";
import { meansNil } from "./read/words.ts";
import { askedAgain, conflictOf, kept, missing, standing, unanswered } from "./standing.ts";

/** What to show: a question, the review before sending, or the confirmation of "không phát sinh". */
export type Next =
  | {
      kind: "ask";
      field: Field;
      /** Place of the field in the form, from 1. */
      index: number;
      total: number;
      /** How many fields have an answer; skipped ones count. */
      answered: number;
      /** The answer that stands, when a question is visited again. */
      answer: Answer | null;
      /** `number-more-than`, when the answer given before was set aside because another number was made smaller. */
      conflict: Problem | null;
      canSkip: boolean;
      canBack: boolean;
      /** At the first question of a form that may be answered "không phát sinh". */
      canNil: boolean;
      /** Nothing is missing: the review may be opened from here. */
      canReview: boolean;
    }
  | {
      kind: "review";
      lines: { field: Field; answer: Answer | null }[];
      answered: number;
      total: number;
      /** What keeps the report from being sent, as in `checkComplete`. */
      missing: FieldKey[];
    }
  | { kind: "nil" };

/** The new draft and what to show; or why not, and what to show again. `understood`: the answer now recorded. */
export type Advance =
  | { ok: true; draft: DraftState; next: Next; understood?: { field: Field; value: Value } }
  | { ok: false; problem: Problem; next: Next };

/** `today`: ISO day in the committee's zone. `at`: ISO instant written on answers. */
export interface Moment {
  today: string;
  at: string;
}

/** What a draft shows, as it lies: the question at its cursor, the review, or the nil confirmation. */
export function nextOf(form: Form, draft: DraftState): Next {
  const cursor = cursorOf(form, draft);
  if (cursor === "nil") return { kind: "nil" };
  const total = form.fields.length;
  const answered = total - unanswered(form, draft).length;
  const lacking = missing(form, draft).map((field) => field.key);
  const index = form.fields.findIndex((field) => field.key === cursor);
  const field = form.fields[index];
  if (!field) {
    const lines = form.fields.map((one) => ({ field: one, answer: standing(form, draft, one) }));
    return { kind: "review", lines, answered, total, missing: lacking };
  }
  return {
    kind: "ask",
    field,
    index: index + 1,
    total,
    answered,
    answer: standing(form, draft, field) ?? askedAgain(draft, field),
    conflict: conflictOf(form, draft, field),
    canSkip: !field.required,
    canBack: index > 0,
    canNil: form.nil && index === 0,
    canReview: lacking.length === 0,
  };
}

/**
 * One step. "không phát sinh" typed at the first question of a form that allows it is `nil`. Whoever moves a draft
 * to another version of its form shows `nextOf` first: the next words answer what was shown last.
 *
 * Problems besides the readers': `button-old` (the tap does not belong to what is asked now), `form-incomplete`
 * {count, fields} (review too early), `question-none` (words or a file while nothing is asked).
 */
export function advance(form: Form, draft: DraftState, input: Input, moment: Moment): Advance {
  const cursor = cursorOf(form, draft);
  const refuse = (problem: Problem): Advance => ({ ok: false, problem, next: nextOf(form, draft) });
  const to = (place: DraftState["cursor"]): Advance => moved(form, { ...draft, cursor: place });
  switch (input.kind) {
    case "nil":
      return form.nil ? to("nil") : refuse(new Problem("button-old"));
    case "jump":
      return fieldOf(form, input.field) ? to(input.field) : refuse(new Problem("button-old"));
    case "back":
      return to(placeBefore(form, cursor));
    case "review": {
      const problem = checkComplete(form, draft);
      return problem ? refuse(problem) : to("review");
    }
  }

  const field = fieldOf(form, cursor);
  if (!field) {
    const said = input.kind === "text" || input.kind === "file";
    return refuse(new Problem(said ? "question-none" : "button-old"));
  }
  const first = field === form.fields[0];
  if (input.kind === "text" && form.nil && first && meansNil(input.text)) return to("nil");

  const outcome = answerField(form, draft, field, input, moment.today);
  if (outcome instanceof Problem) return refuse(outcome);
  if (outcome === "keep") {
    const again = askedAgain(draft, field);
    if (again) {
      const conflict = conflictOf(form, draft, field);
      if (conflict) return refuse(conflict);
      const after = record(draft, field, again.value, again.messageId, moment);
      const place = placeAfter(form, after, field);
      return moved(form, { ...after, cursor: place }, { field, value: again.value });
    }
    const value = standing(form, draft, field)?.value ?? null;
    return moved(form, { ...draft, cursor: placeAfter(form, draft, field) }, { field, value });
  }
  const { value, messageId, stay } = outcome;
  const after = record(draft, field, value, messageId, moment);
  const place = stay ? field.key : placeAfter(form, after, field);
  return moved(form, { ...after, cursor: place }, { field, value });
}

/**
 * The person edited the message that gave an answer: the answer is read again from the new words. The cursor
 * stays. Null when no stored answer came from that message (any more). Relative days ("hôm qua") are counted from
 * `moment.today`: pass the day of the original message if that is what shall count.
 */
export function correct(
  form: Form,
  draft: DraftState,
  messageId: number,
  text: string,
  moment: Moment,
): Advance | null {
  const field = form.fields.find((one) => kept(draft, one)?.messageId === messageId);
  if (!field) return null;
  const value = readTyped(form, draft, field, text, moment.today);
  if (value instanceof Problem) return { ok: false, problem: value, next: nextOf(form, draft) };
  return moved(form, record(draft, field, value, messageId, moment), { field, value });
}

function moved(form: Form, draft: DraftState, understood?: { field: Field; value: Value }): Advance {
  const next = nextOf(form, draft);
  return understood ? { ok: true, draft, next, understood } : { ok: true, draft, next };
}

function record(
  draft: DraftState,
  field: Field,
  value: Value,
  messageId: number | undefined,
  { at }: Moment,
): DraftState {
  const answer: Answer = messageId === undefined ? { value, at } : { value, messageId, at };
  return { ...draft, answers: { ...draft.answers, [field.key]: answer } };
}

// The cursor as this version of the form understands it.
function cursorOf(form: Form, draft: DraftState): DraftState["cursor"] {
  const { cursor } = draft;
  const known = cursor === "review" || (cursor === "nil" && form.nil) || fieldOf(form, cursor) !== null;
  return known ? cursor : (unanswered(form, draft)[0]?.key ?? "review");
}

function placeAfter(form: Form, draft: DraftState, field: Field): DraftState["cursor"] {
  const open = unanswered(form, draft);
  const position = form.fields.indexOf(field);
  return (open.find((one) => form.fields.indexOf(one) > position) ?? open[0])?.key ?? "review";
}

function placeBefore(form: Form, cursor: DraftState["cursor"]): DraftState["cursor"] {
  if (cursor === "review") return form.fields.at(-1)?.key ?? "review";
  const index = form.fields.findIndex((field) => field.key === cursor);
  return form.fields[Math.max(0, index - 1)]?.key ?? "review";
}
