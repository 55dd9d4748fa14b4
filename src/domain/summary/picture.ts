/**
 * The board's picture of what units answered: every figure, text and list, as plain JSON. Chat, Excel, Word and the
 * page show this value and work out nothing by themselves, so that a number is the same everywhere; frozen, it is
 * kept as it is.
 */
import type { GroupRow, Value } from "../form/draft.ts";
import type { Field, Option } from "../form/form.ts";
import type { Stage, Status, Tally } from "../obligation/status.ts";
import type { Way } from "./measure.ts";
import type { Rules, Use } from "./owed.ts";

/** Grows when its shape changes; a frozen picture keeps its own. */
export const PICTURE_VERSION = 1;

export interface Picture {
  version: typeof PICTURE_VERSION;
  /** ISO instant of the look at the database. */
  at: string;
  rules: Rules;
  plans: PicturePlan[];
  occasions: PictureOccasion[];
  /** In the register's order. */
  units: PictureUnit[];
  progress: Progress;
  /** By kind of unit, where there are several; they sum to `progress`. */
  groups: { kind: string; progress: Progress }[];
  /** One for each thing owed, by deadline and then by the register. */
  rows: PictureRow[];
  columns: Column[];
  figures: Figure[];
  declared: Declared[];
  choices: ChoiceCount[];
  /** Questions with days as answers. */
  days: DaysSpan[];
  headings: Heading[];
  lists: List[];
  /** Private questions: their names, and how many answered where that may be told. */
  privates: { label: string; answered: number | null }[];
}

export interface PicturePlan {
  id: number;
  kind: string | null;
  number: string | null;
  title: string;
  issuer: string | null;
  /** ISO day. */
  issuedOn: string | null;
}

export interface PictureOccasion {
  planId: number;
  milestoneId: number;
  period: string;
  action: string;
  dueBefore: string | null;
}

export interface PictureUnit {
  id: number;
  code: string;
  name: string;
  kind: string;
}

/** The board's figures (see `domain/obligation/status.ts`), with what stands apart. */
export type Progress = Tally & {
  /** Units among them; one may owe several reports. */
  units: number;
  /** "Không phát sinh". */
  nil: number;
  extended: number;
  /** In the figures of the unit above. */
  covered: number;
};

export interface PictureRow {
  obligationId: number;
  code: string;
  /** Places in `units` and `occasions`. */
  unit: number;
  occasion: number;
  status: Status;
  stage: Stage;
  behind: boolean;
  inTime: boolean | null;
  use: Use;
  /** The effective deadline. */
  dueBefore: string | null;
  extended: boolean;
  timesReturned: number;
  firstSentAt: string | null;
  report: { id: number; code: string; version: number; formVersion: number; at: string } | null;
  /** Of each column; null: not asked, not answered, private. */
  answers: Value[];
}

/** A question, over all versions of its form and all forms that ask it. */
export interface Column {
  key: string;
  kind: Field["kind"];
  label: string;
  title: string;
  unit: string;
  way: Way | null;
  options: Option[];
  /** Of a list. */
  columns: { key: string; label: string; kind: Field["kind"]; options: Option[]; field: Field }[];
  item: string;
  isYear: boolean;
  /** Versions of the form that ask it; `gone`: the newest one does not. */
  versions: number[];
  gone: boolean;
  sentence: string | null;
  /** Where it belongs in a report. */
  section: Section;
}

export type Section = "results" | "strengths" | "difficulties" | "tasks" | "proposals";

/** What is counted of one thing. */
export interface Figure {
  column: number;
  measure: string;
  label: string;
  unit: string;
  way: Way;
  /** The sum; of `mean` the mean; of `ratio` what its formula gives of the totals; null where none is made. */
  value: number | null;
  /** Units that gave a number, of those that were asked: "từ 38/45 đơn vị". */
  answered: number;
  asked: number;
  /** Reports behind it: more than `answered` where units answered several times. */
  reports: number;
  min: Extreme | null;
  max: Extreme | null;
  /** Of the sum, what is accepted and what waits for review; they sum to it. */
  accepted: Part;
  awaiting: Part;
  share: Share | null;
  /** Rows behind the value. */
  rows: number[];
  outliers: Outlier[];
  compared: Compared | null;
}

export interface Part {
  value: number;
  reports: number;
}

export interface Extreme {
  value: number;
  /** Places in `units`. */
  units: number[];
}

/** A number as part of another, from the totals of those reports that gave both. */
export interface Share {
  of: string;
  label: string;
  part: number;
  whole: number;
  reports: number;
}

/** A number that somebody should look at before the total is signed. */
export interface Outlier {
  row: number;
  why: "last" | "median" | "above";
  value: number;
  /** The unit's last number, the median, or the number it must not exceed. */
  against: number;
}

/** The same thing in other periods. */
export interface Compared {
  /** From the year's beginning, this period counted in; null for what is not added over periods. */
  sinceYear: Then | null;
  lastYear: (Then & Change) | null;
  previous: (Then & Change) | null;
}

export interface Then {
  value: number;
  answered: number;
  asked: number;
}

export interface Change {
  difference: number;
  /** Null where there was nothing. */
  percent: number | null;
}

/** A total over unlike things that the form declares, with its parts. */
export interface Declared {
  label: string;
  value: number;
  /** Places in `figures`. */
  parts: number[];
}

export interface ChoiceCount {
  column: number;
  answered: number;
  asked: number;
  options: { value: string; label: string; units: number[]; reports: number; own: boolean }[];
}

export interface DaysSpan {
  column: number;
  answered: number;
  asked: number;
  first: string;
  last: string;
}

/** The answers in words to one question. */
export interface Heading {
  column: number;
  /** Units that wrote something, of those asked; of these `nothing` say that there is nothing. */
  answered: number;
  asked: number;
  nothing: number[];
  passages: Passage[];
}

/** One thing that was said, by whom. */
export interface Passage {
  /** The same for the same words, whoever says them and whenever. */
  id: string;
  text: string;
  /** Places in `units`; never empty. */
  units: number[];
  /** Each wording with its units, where they differ. */
  wordings: { text: string; units: number[] }[];
  /** Alike ones have the same number and stand together. */
  group: number;
}

/** What units listed, row by row. */
export interface List {
  column: number;
  answered: number;
  asked: number;
  rows: { row: number; cells: GroupRow }[];
  /** Rows of different units with the same key: the same person twice. */
  twice: number[][];
}
