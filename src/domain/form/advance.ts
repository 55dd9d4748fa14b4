/**
 * The engine: one input takes a draft to the next draft and to what to show. Pure; a refused input changes
 * nothing, and a draft passed in is never written to.
 *
 * Where the cursor goes. After an answer: to the next field in order that nothing stands for, else to the first
 * such field, else to the review; so a jump from the review returns there by itself. `back` walks the fields in
 * order, answered or not, and at the first one does nothing. A cursor the form no longer knows, or whose question
 * is no longer relevant, counts as the first unanswered field. A draft with `only` asks those and forgets each as it
 * is answered; what an answer among them makes missing is asked too.
 */
import { Problem } from "../problem.ts";
import { answerField, readField, readTyped } from "./answer.ts";
import { checkComplete } from "./canonical.ts";
import { doubtOf } from "./doubted.ts";
import type { Answer, DraftState, Value } from "./draft.ts";
import { type Field, type FieldKey, type Form, fieldOf } from "./form.ts";
import { editRows, type GroupPlace, gives, groupPlace } from "./group.ts";
import type { Input } from "./input.ts";
import type { Around } from "./outcome.ts";
import type { RowFault } from "./read/rows.ts";
import { meansNil } from "./read/words.ts";
import {
  answeredCount,
  asked,
  conflictOf,
  isRelevant,
  kept,
  missing,
  standing,
  unanswered,
} from "./standing.ts";
import { type Suggestion, suggestionFor } from "./suggestion.ts";

/** What to show: a question, the review before sending, or the confirmation of "không phát sinh". */
export type Next =
  | {
      kind: "ask";
      field: Field;
      /** Place of the field among the questions that are asked now, from 1. */
      index: number;
      total: number;
      /** How many fields have an answer; skipped ones count. */
      answered: number;
      /** The answer that stands, when a question is visited again. */
      answer: Answer | null;
      /** Why the answer given before was set aside: another number was made smaller, a list is over its quota. */
      conflict: Problem | null;
      /** A number given that is far from the last one: to be confirmed or, once `sure`, explained. */
      doubt?: { value: number; last: number; sure: boolean };
      /** What is offered as the answer by a button. */
      suggestion?: Suggestion;
      /** The rows of a group so far, and which column of which row is asked. */
      group?: GroupPlace;
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
      /** The report itself is in its file: what has no answer stands there. */
      paper?: true;
    }
  | { kind: "nil" };

/** The new draft and what to show; or why not, and what to show again. `understood`: the answer now recorded. */
export type Advance =
  | {
      ok: true;
      draft: DraftState;
      next: Next;
      understood?: { field: Field; value: Value };
      /** Rows of a list that could not be taken, beside those that were. */
      faults?: readonly RowFault[];
    }
  | { ok: false; problem: Problem; next: Next };

/** When and among what an answer is given. `at`: ISO instant written on answers. */
export interface Moment extends Around {
  at: string;
}

/** What a draft shows, as it lies: the question at its cursor, the review, or the nil confirmation. */
export function nextOf(form: Form, draft: DraftState, around: Omit<Around, "today"> = {}): Next {
  const { privately = false } = around;
  const cursor = cursorOf(form, draft, privately);
  if (cursor === "nil") return { kind: "nil" };
  const questions = asked(form, draft, privately);
  const total = questions.length;
  const answered = answeredCount(form, draft, privately);
  const lacking = missing(form, draft).map((field) => field.key);
  const index = questions.findIndex((field) => field.key === cursor);
  const field = questions[index];
  if (!field) {
    const lines = form.fields
      .filter((one) => isRelevant(form, draft, one))
      .map((one) => ({ field: one, answer: standing(form, draft, one) }));
    return {
      kind: "review",
      lines,
      answered,
      total,
      missing: lacking,
      ...(draft.paper && { paper: true }),
    };
  }
  const before = kept(draft, field);
  const suggestion = suggestionFor(form, draft, field, { today: "", ...around }, readField);
  return {
    kind: "ask",
    field,
    index: index + 1,
    total,
    answered,
    answer: standing(form, draft, field),
    conflict: before?.doubt ? null : conflictOf(form, draft, field),
    ...(before?.doubt &&
      typeof before.value === "number" && {
        doubt: { value: before.value, last: before.doubt.last, sure: before.doubt.sure === true },
      }),
    ...(suggestion && { suggestion }),
    ...(field.kind === "group" && { group: groupPlace(field, before?.value ?? null) }),
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
  const { privately = false } = moment;
  const cursor = cursorOf(form, draft, privately);
  const refuse = (problem: Problem): Advance => ({ ok: false, problem, next: nextOf(form, draft, moment) });
  const to = (place: DraftState["cursor"]): Advance => moved(form, { ...draft, cursor: place }, moment);
  switch (input.kind) {
    case "nil":
      return form.nil ? to("nil") : refuse(new Problem("button-old"));
    case "jump": {
      const wanted = fieldOf(form, input.field);
      if (wanted?.private && !privately) return refuse(new Problem("field-private", { label: wanted.label }));
      return asked(form, draft, privately).some((one) => one === wanted)
        ? to(input.field)
        : refuse(new Problem("button-old"));
    }
    case "back":
      return to(placeBefore(form, draft, cursor, privately));
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
  const first = field === asked(form, draft, privately)[0];
  if (input.kind === "text" && form.nil && first && meansNil(input.text)) return to("nil");

  const outcome = answerField(form, draft, field, input, moment);
  if (outcome instanceof Problem) return refuse(outcome);
  if (outcome === "keep") {
    const value = standing(form, draft, field)?.value ?? null;
    const after = done(draft, field);
    return moved(form, { ...after, cursor: placeAfter(form, after, field, privately) }, moment, {
      field,
      value,
    });
  }
  if (outcome === "erase") {
    const { [field.key]: _, ...answers } = draft.answers;
    return moved(form, { ...draft, answers, cursor: field.key }, moment);
  }
  const { value, messageId, gave, stay, doubt, reason, faults } = outcome;
  const answer: Answer = {
    value,
    ...(messageId !== undefined && { messageId }),
    ...(gave?.some((source) => source !== null) && { gave }),
    at: moment.at,
    ...(doubt && { doubt }),
    ...(reason !== undefined && { reason }),
  };
  const after = record(draft, field, answer);
  if (stay) {
    const understood = doubt || field.kind === "group" ? undefined : { field, value };
    const step = moved(form, { ...after, cursor: field.key }, moment, understood);
    return faults ? { ...step, faults } : step;
  }
  const finished = done(after, field);
  return moved(form, { ...finished, cursor: placeAfter(form, finished, field, privately) }, moment, {
    field,
    value,
  });
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
  const field = form.fields.find((one) => cameWith(kept(draft, one), messageId));
  if (!field || field.private) return null;
  if (field.kind === "group") {
    const before = kept(draft, field) as Answer;
    const list = editRows(field, before, messageId, text, (column, cell) => readField(column, cell, moment));
    if (list instanceof Problem) return { ok: false, problem: list, next: nextOf(form, draft, moment) };
    const after = record(draft, field, { ...before, ...list, at: moment.at });
    return moved(form, after, moment, { field, value: list.value });
  }
  const value = readTyped(form, draft, field, text, moment);
  if (value instanceof Problem) return { ok: false, problem: value, next: nextOf(form, draft, moment) };
  const doubt = doubtOf(field, value, moment.last);
  const answer: Answer = { value, messageId, at: moment.at, ...(doubt && { doubt }) };
  // A number that has to be confirmed is asked about where it stands.
  const after = record(draft, field, answer);
  return moved(
    form,
    doubt ? { ...after, cursor: field.key } : after,
    moment,
    doubt ? undefined : { field, value },
  );
}

/** Whether the message gave the answer, or something of a list. */
const cameWith = (answer: Answer | null, id: number): boolean =>
  answer?.messageId === id || (answer?.gave ?? []).some((source) => gives(source, id));

function moved(
  form: Form,
  draft: DraftState,
  moment: Moment,
  understood?: { field: Field; value: Value },
): Extract<Advance, { ok: true }> {
  const next = nextOf(form, draft, moment);
  return understood ? { ok: true, draft, next, understood } : { ok: true, draft, next };
}

function record(draft: DraftState, field: Field, answer: Answer): DraftState {
  return { ...draft, answers: { ...draft.answers, [field.key]: answer } };
}

/** The draft once the question has been dealt with: it is not asked again. */
function done(draft: DraftState, field: Field): DraftState {
  return draft.only?.includes(field.key)
    ? { ...draft, only: draft.only.filter((key) => key !== field.key) }
    : draft;
}

/** What is asked now: the cursor as this version of the form, and the answers as they are now, understand it. */
export function cursorOf(form: Form, draft: DraftState, privately = false): DraftState["cursor"] {
  const { cursor } = draft;
  if (cursor === "review" || (cursor === "nil" && form.nil)) return cursor;
  if (asked(form, draft, privately).some((field) => field.key === cursor)) return cursor;
  return open(form, draft, privately)[0]?.key ?? "review";
}

/** The questions that are still to be put: all unanswered ones or, in a draft with `only`, those and what lacks. */
function open(form: Form, draft: DraftState, privately: boolean): Field[] {
  if (!draft.only) return unanswered(form, draft, privately);
  return missing(form, draft).filter((field) => privately || !field.private);
}

function placeAfter(form: Form, draft: DraftState, field: Field, privately: boolean): DraftState["cursor"] {
  const left = open(form, draft, privately);
  const position = form.fields.indexOf(field);
  return (left.find((one) => form.fields.indexOf(one) > position) ?? left[0])?.key ?? "review";
}

function placeBefore(
  form: Form,
  draft: DraftState,
  cursor: DraftState["cursor"],
  privately: boolean,
): DraftState["cursor"] {
  const questions = asked(form, draft, privately);
  if (cursor === "review") return questions.at(-1)?.key ?? "review";
  const index = questions.findIndex((field) => field.key === cursor);
  return questions[Math.max(0, index - 1)]?.key ?? "review";
}
