/** What a person can do at a form, whatever the messenger: type, tap, send a file, move about. */
import type { FileRef } from "./draft.ts";
import type { FieldKey } from "./form.ts";

/**
 * - `text`: typed words; `messageId` lets a later edit correct the answer. A button that stands for words
 *   ("Hôm nay") is sent as text.
 * - `option`: a tapped option of a choice, by its value; of several choices, one more or one less.
 * - `suggested`: the answer that is offered (a constant, last period's, a sum).
 * - `confirm`: the number that was doubted is right.
 * - `remove`: take out one row of a group, counted from 0.
 * - `file`: one file or photograph; an album is several inputs.
 * - `done`: "go on": no more files, or keep the answer that is there.
 * - `skip`: leave the question empty, erasing what was answered.
 * - `back`, `jump`, `review`: move, changing no answer.
 * - `nil`: "không phát sinh": to the screen that confirms it.
 */
export type Input =
  | { kind: "text"; text: string; messageId?: number }
  | { kind: "option"; value: string }
  | { kind: "file"; file: FileRef }
  | { kind: "suggested" }
  | { kind: "confirm" }
  | { kind: "remove"; row: number }
  | { kind: "done" }
  | { kind: "skip" }
  | { kind: "back" }
  | { kind: "jump"; field: FieldKey }
  | { kind: "review" }
  | { kind: "nil" };
