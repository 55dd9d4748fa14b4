/**
 * One input at one question: what it means as an answer. The state and the cursor are `advance.ts`'s; here is
 * decided only what is taken, what is kept and what is refused.
 *
 * What was given is not lost by a passing word: a typed "bỏ qua" at a question that has an answer, or "không" at
 * a question that has files ("no more"), goes on and keeps it. Only the skip button, and an edit of the very
 * message that gave the answer, empty it.
 */
import { Problem } from "../problem.ts";
import { answerDoubted, doubtOf } from "./doubted.ts";
import type { Answer, DraftState, FileRef, Value } from "./draft.ts";
import { type ChoicesField, type Field, type FilesField, type Form, isYear } from "./form.ts";
import { answerGroup } from "./group.ts";
import type { AnsweringInput, Around, Outcome } from "./outcome.ts";
import { readAmount } from "./read/amount.ts";
import { readChoice, skipsChoice } from "./read/choice.ts";
import { readChoices, readRegister, readYesNo } from "./read/choices.ts";
import { readDate, readDays } from "./read/days.ts";
import { readInteger } from "./read/integer.ts";
import { excerpt } from "./read/spelling.ts";
import { readText } from "./read/text.ts";
import { meansDone, meansNo, meansSkip } from "./read/words.ts";
import { conflictWith, kept, standing } from "./standing.ts";
import { suggestionFor } from "./suggestion.ts";

/** What `input` means at `field`. */
export function answerField(
  form: Form,
  draft: DraftState,
  field: Field,
  input: AnsweringInput,
  around: Around,
): Outcome {
  const before = kept(draft, field);
  if (before?.doubt && input.kind !== "skip") {
    const outcome = answerDoubted(before, input, (text) => readTyped(form, draft, field, text, around));
    if (outcome) return outcome;
  } else if (before?.doubt?.sure) return { value: before.value, ...idOf(before) };
  if (field.kind === "group") {
    const outcome = answerGroup(field, before, input, (column, text) => readField(column, text, around));
    if (outcome) return outcome;
  }
  const present = standing(form, draft, field);
  const empty = (): Outcome =>
    field.required ? new Problem("answer-required", { label: field.label }) : { value: null };
  switch (input.kind) {
    case "skip":
      return empty();
    case "done":
      if (present) return "keep";
      if (field.kind === "files") return field.required ? expected(field, "") : empty();
      if (field.kind === "choices") return field.required ? expected(field, "") : empty();
      return new Problem("button-old");
    case "file":
      return field.kind === "files"
        ? addFile(field, present?.value ?? null, input.file)
        : expected(field, input.file.name);
    case "option":
      if (field.kind === "choices") return toggled(field, present?.value ?? null, input.value);
      return isOption(field, input.value) ? { value: input.value } : new Problem("button-old");
    case "suggested": {
      const suggestion = suggestionFor(form, draft, field, around, readField);
      if (!suggestion) return new Problem("button-old");
      return conflictWith(form, draft, field, suggestion.value) ?? { value: suggestion.value };
    }
    case "confirm":
    case "remove":
      return new Problem("button-old");
    case "text": {
      const value = readTyped(form, draft, field, input.text, around);
      if (value instanceof Problem) return value;
      const passing = value === null && (field.kind === "files" || meansSkip(input.text));
      if (passing && present && present.value !== null) return "keep";
      const doubt = doubtOf(field, value, around.last);
      return {
        value,
        ...(input.messageId !== undefined && { messageId: input.messageId }),
        ...(doubt && { doubt, stay: true }),
      };
    }
  }
}

/**
 * The value of typed words at a field; null for what may be and is skipped. It is held against what other answers
 * allow and against the field's own rule.
 *
 * Problems: those of the readers, `answer-required` {label}, `number-more-than` {label, other, limit},
 * `answer-constraint` {label, message}, `file-expected` {label, text}.
 */
export function readTyped(
  form: Form,
  draft: DraftState,
  field: Field,
  typed: string,
  around: Around,
): Value | Problem {
  if (field.kind === "files") {
    const noMore = meansNo(typed) || meansDone(typed);
    const given = standing(form, draft, field) !== null;
    if (!meansSkip(typed)) return noMore && (given || !field.required) ? null : expected(field, typed);
  }
  const value = readField(field, typed, around);
  return value instanceof Problem ? value : (conflictWith(form, draft, field, value) ?? value);
}

/** The value of typed words by the kind of the field alone. */
export function readField(field: Field, typed: string, around: Around): Value | Problem {
  const skipped = field.kind === "choice" ? skipsChoice(field, typed) : meansSkip(typed);
  if (skipped) return field.required ? new Problem("answer-required", { label: field.label }) : null;
  const none = !field.required && meansNo(typed);
  switch (field.kind) {
    case "text":
      return readText(field, typed);
    case "integer":
      return readInteger(field, typed);
    case "decimal":
    case "percent":
      return readAmount(field, typed);
    case "date":
      return none ? null : readDate(field, typed, around.today);
    case "days":
      return none ? null : readDays(field, typed, around.today);
    case "yesno":
      return readYesNo(field, typed);
    case "choice":
      return readChoice(field, typed);
    case "choices":
      return readChoices(field, typed);
    case "register":
      return none ? null : readRegister(field, typed, around.register ?? []);
    case "files":
    case "group":
    case "computed":
      return expected(field, typed);
  }
}

function isOption(field: Field, value: string): boolean {
  if (field.kind === "yesno") return value === "yes" || value === "no";
  return field.kind === "choice" && field.options.some((option) => option.value === value);
}

function toggled(field: ChoicesField, value: Value, option: string): Outcome {
  if (!field.options.some((one) => one.value === option)) return new Problem("button-old");
  const before = (value ?? []) as string[];
  const after = field.options
    .map((one) => one.value)
    .filter((one) => (one === option ? !before.includes(one) : before.includes(one)));
  if (field.max !== undefined && after.length > field.max)
    return new Problem("choices-too-many", { label: field.label, max: field.max });
  return after.length === 0 ? "erase" : { value: after, stay: true };
}

function addFile(field: FilesField, value: Value, file: FileRef): Outcome {
  const files = (value ?? []) as FileRef[];
  if (files.some((one) => one.id === file.id)) return { value: files, stay: true };
  if (files.length >= field.max) return new Problem("files-too-many", { label: field.label, max: field.max });
  return { value: [...files, file], stay: true };
}

const idOf = (answer: Answer) => (answer.messageId === undefined ? {} : { messageId: answer.messageId });

/** The word for "this is not the kind of answer asked for"; `text` quotes what came, a file by its name. */
export function expected(field: Field, came: string): Problem {
  const codes = {
    text: "text-expected",
    integer: "number-expected",
    decimal: "number-expected",
    percent: "number-expected",
    date: "date-unreadable",
    days: "date-unreadable",
    yesno: "yesno-expected",
    choice: "choice-expected",
    choices: "choices-expected",
    register: "register-unknown",
    files: "file-expected",
    group: "group-empty",
    computed: "button-old",
  } as const;
  const code = isYear(field) ? "year-expected" : codes[field.kind];
  return new Problem(code, { label: field.label, text: excerpt(came) });
}
