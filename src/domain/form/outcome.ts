/** What comes in at one question, what it is read with, and what becomes of it. */
import type { Problem } from "../problem.ts";
import type { Answer, DraftState, RowSource, Value } from "./draft.ts";
import type { Input } from "./input.ts";
import type { RegisterEntry } from "./read/choices.ts";
import type { RowFault } from "./read/rows.ts";

/** The inputs that answer a question; the others move about. */
export type AnsweringInput = Extract<
  Input,
  { kind: "text" | "option" | "file" | "done" | "skip" | "suggested" | "confirm" | "remove" }
>;

/** What an answer is read with, besides the form and the draft. */
export interface Around {
  /** ISO day in the committee's zone. */
  today: string;
  /** The unit's answers to the same form last time. */
  last?: DraftState["answers"];
  /** On a page of ours, where private questions are asked too; never in a messenger. */
  privately?: boolean;
  /** What of the register may be chosen here. */
  register?: readonly RegisterEntry[];
}

/**
 * A new value (`stay`: more of it may come, or it has to be confirmed), `erase`: nothing is left of the answer, or
 * `keep`: go on with the answer that is there.
 */
export type Outcome =
  | {
      value: Value;
      messageId?: number;
      gave?: RowSource[];
      stay?: boolean;
      doubt?: Answer["doubt"];
      reason?: string;
      /** Rows of a list that could not be taken. */
      faults?: readonly RowFault[];
    }
  | "erase"
  | "keep"
  | Problem;
