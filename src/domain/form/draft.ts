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

/**
 * What was answered: text and choice a string (the option's value, or own words), integer a number, days ISO days
 * ("2024-04-22", ascending, each once), files their references in the order they came. Null: skipped.
 */
export type Value = string | number | string[] | FileRef[] | null;

/** One answer. `messageId` is the chat message that gave it, so that editing the message corrects the answer. */
export interface Answer {
  value: Value;
  messageId?: number;
  /** ISO instant. */
  at: string;
  /** What was sent before and is asked again because the report was returned; gone once it is answered or kept. */
  ask?: true;
}

/** Plain JSON. `cursor` is the question that waits for an answer, or one of the two closing screens. */
export interface DraftState {
  answers: Record<FieldKey, Answer>;
  cursor: FieldKey | "review" | "nil";
}

/** A draft with no answers, at the first question. */
export function emptyDraft(form: Form): DraftState {
  return { answers: {}, cursor: form.fields[0]?.key ?? "review" };
}
