/**
 * What a unit has answered so far. A draft is saved after every input and may lie for weeks, so it can be older
 * than the form it is read with: `standing.ts` decides which of its answers still hold.
 */
import type { FieldKey, Form } from "./form.ts";

/** A file kept elsewhere; the answer only points at it. `size` in bytes. */
export interface FileRef {
  id: number;
  name: string;
  size: number;
  mime: string;
}

/** A unit or a person of the register; the name as it was when it was chosen. */
export interface RegisterRef {
  register: "unit" | "person";
  ref: number;
  name: string;
}

/** One row of a group, by column; a column that is not there has not been asked yet, null was skipped. */
export type GroupRow = Record<FieldKey, string | number | null>;

/**
 * What was answered: text and choice a string (the option's value, or own words), integer, decimal and percent a
 * number, date an ISO day, days ISO days ("2024-04-22", ascending, each once), yesno "yes" or "no", choices the
 * options' values in the order of the form, files their references in the order they came. Null: skipped.
 */
export type Value = string | number | string[] | FileRef[] | GroupRow[] | RegisterRef | null;

/** Whence a row of a list came: the chat message that gave it whole, or those that gave its columns; null: a page. */
export type RowSource = number | Record<FieldKey, number> | null;

/** One answer. `messageId` is the chat message that gave it, so that editing the message corrects the answer. */
export interface Answer {
  value: Value;
  messageId?: number;
  /** Of a list filled in in the chat: the source of each row. */
  gave?: RowSource[];
  /** ISO instant. */
  at: string;
  /**
   * A number far from the last one, `last`, that waits to be confirmed. It does not stand until then. `sure`: it
   * was confirmed, and the reason is being asked.
   */
  doubt?: { last: number; sure?: boolean };
  /** Why the number is so far from the last one. */
  reason?: string;
}

/** Plain JSON. `cursor` is the question that waits for an answer, or one of the two closing screens. */
export interface DraftState {
  answers: Record<FieldKey, Answer>;
  cursor: FieldKey | "review" | "nil";
  /** Where there is a list: only these are asked, each once, in the form's order; the others stand as they are. */
  only?: FieldKey[];
  /** The report itself is in its file: of the questions, only the figures are required. */
  paper?: boolean;
}

/** A draft with no answers, at the first question. */
export function emptyDraft(form: Form): DraftState {
  return { answers: {}, cursor: form.fields[0]?.key ?? "review" };
}
