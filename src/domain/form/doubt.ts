/** Words that could mean several things: asked about, never guessed. */
import { Problem, type ProblemCode, type ProblemVars } from "../problem.ts";

/** One thing that may have been meant: `text` is shown, `say` is what it would have been typed as. */
export interface Offer {
  text: string;
  /** Only `0-9 . , % - #` and small letters, at most 20 of them: it travels in a button. */
  say: string;
}

/** A Problem with answers to choose from. */
export class Doubt extends Problem {
  constructor(
    code: ProblemCode,
    vars: ProblemVars,
    readonly offers: readonly Offer[],
  ) {
    super(code, vars);
  }
}
