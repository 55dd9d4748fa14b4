/**
 * One input at one question: what it means as an answer. The state and the cursor are `advance.ts`'s; here is
 * decided only what is taken, what is kept and what is refused.
 *
 * What was given is not lost by a passing word: a typed "bỏ qua" at a question that has an answer, or "không" at
 * a question that has files ("no more"), goes on and keeps it. Only the skip button, and an edit of the very
 * message that gave the answer, empty it.
 */
import { Problem } from "../problem.ts";
import type { DraftState, FileRef, Value } from "./draft.ts";
import type { Field, FilesField, Form } from "./form.ts";
import type { Input } from "./input.ts";
import { readChoice, skipsChoice } from "./read/choice.ts";
import { readDays } from "./read/days.ts";
import { readInteger } from "./read/integer.ts";
import { excerpt } from "./read/spelling.ts";
import { readText } from "./read/text.ts";
import { meansDone, meansNo, meansSkip } from "./read/words.ts";
import { askedAgain, exceeds, standing } from "./standing.ts";

/** The inputs that answer a question; the others move about. */
export type AnsweringInput = Extract<Input, { kind: "text" | "option" | "file" | "done" | "skip" }>;

/** A new value (`stay`: more of it may come), or `keep`: go on with the answer that is there. */
export type Outcome = { value: Value; messageId?: number; stay?: boolean } | "keep" | Problem;

/** What `input` means at `field`. `today` is an ISO day. */
export function answerField(
  form: Form,
  draft: DraftState,
  field: Field,
  input: AnsweringInput,
  today: string,
): Outcome {
  const present = standing(form, draft, field) ?? askedAgain(draft, field);
  const empty = (): Outcome =>
    field.required ? new Problem("answer-required", { label: field.label }) : { value: null };
  switch (input.kind) {
    case "skip":
      return empty();
    case "done":
      if (present) return "keep";
      if (field.kind !== "files") return new Problem("button-old");
      return field.required ? expected(field, "") : empty();
    case "file":
      return field.kind === "files"
        ? addFile(field, present?.value ?? null, input.file)
        : expected(field, input.file.name);
    case "option": {
      const known = field.kind === "choice" && field.options.some((option) => option.value === input.value);
      return known ? { value: input.value } : new Problem("button-old");
    }
    case "text": {
      const value = readTyped(form, draft, field, input.text, today);
      if (value instanceof Problem) return value;
      const passing = value === null && (field.kind === "files" || meansSkip(input.text));
      if (passing && present && present.value !== null) return "keep";
      return input.messageId === undefined ? { value } : { value, messageId: input.messageId };
    }
  }
}

/**
 * The value of typed words at a field; null for what may be and is skipped. A number is held against its limit.
 *
 * Problems: those of the readers, `answer-required` {label}, `number-more-than` {label, other, limit},
 * `file-expected` {label, text}.
 */
export function readTyped(
  form: Form,
  draft: DraftState,
  field: Field,
  typed: string,
  today: string,
): Value | Problem {
  const skipped = field.kind === "choice" ? skipsChoice(field, typed) : meansSkip(typed);
  if (skipped) return field.required ? new Problem("answer-required", { label: field.label }) : null;
  switch (field.kind) {
    case "text":
      return readText(field, typed);
    case "integer": {
      const value = readInteger(field, typed);
      return value instanceof Problem ? value : (exceeds(form, draft, field, value) ?? value);
    }
    case "days":
      return !field.required && meansNo(typed) ? null : readDays(field, typed, today);
    case "choice":
      return readChoice(field, typed);
    case "files": {
      const noMore = meansNo(typed) || meansDone(typed);
      const given = standing(form, draft, field) !== null || askedAgain(draft, field) !== null;
      return noMore && (given || !field.required) ? null : expected(field, typed);
    }
  }
}

function addFile(field: FilesField, value: Value, file: FileRef): Outcome {
  const files = (value ?? []) as FileRef[];
  if (files.some((one) => one.id === file.id)) return { value: files, stay: true };
  if (files.length >= field.max) return new Problem("files-too-many", { label: field.label, max: field.max });
  return { value: [...files, file], stay: true };
}

// The word for "this is not the kind of answer asked for"; `text` quotes what came, a file by its name.
function expected(field: Field, came: string): Problem {
  const codes = {
    text: "text-expected",
    integer: "number-expected",
    days: "date-unreadable",
    choice: "choice-expected",
    files: "file-expected",
  } as const;
  return new Problem(codes[field.kind], { label: field.label, text: excerpt(came) });
}
