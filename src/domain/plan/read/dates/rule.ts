/**
 * A rule is a pattern with the phrase it was written for, examples it must take and counter-examples it must
 * leave: a test runs them all. The next phrase found in a real document is one more rule of ten lines.
 *
 * Patterns run on the scan (lower case, see scan.ts). They have no unbounded repetition inside another, and
 * gaps are bounded, so that a hostile page costs no more than a dull one.
 */
import type { Point } from "./point.ts";

interface Documented {
  name: string;
  /** The phrase of a real document (or of the decree on forms) the rule stands for. */
  source: string;
  examples: readonly string[];
  counterExamples: readonly string[];
}

/** A written form of a date. */
export interface AtomRule extends Documented {
  /** Global. */
  pattern: RegExp;
  /** The points it names, several for a list; null where the figures are no date. */
  read: (match: RegExpExecArray) => { points: Point[]; range?: boolean } | null;
  /** Only a date where a cue, a connection or a table cell says so ("8/10", "3/2024"). */
  weak?: boolean;
}

/** What stands before a date and says what it means. */
export interface CueRule extends Documented {
  role: CueRole;
  /** Matched against the text left of the date; ends in `$`. */
  before: RegExp;
  /** False where the words are no part of the temporal phrase ("Thời gian:"). */
  quoted?: boolean;
}

export type CueRole =
  | "strict" // the day itself is too late
  | "by" // the last possible day
  | "until"
  | "in" // within a period
  | "finish"
  | "on"
  | "from"
  | "label" // "Thời gian:"
  | "limit" // "Hạn:"
  | "expected"
  | "part" // "cuối", "khoảng": narrows, says nothing of its own
  | "time"
  | "weekday";

/** A repetition in words: "hằng tháng", "6 tháng một lần", "định kỳ". */
export interface RhythmRule extends Documented {
  pattern: RegExp;
  /** RRULE without days, or null where only "định kỳ" is said. */
  read: (match: RegExpExecArray) => string | null;
}
