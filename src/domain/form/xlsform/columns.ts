/**
 * The headings of the three sheets, and those of our own. Ours begin with `dondoc_`: other tools of XLSForm pass over
 * headings and sheets they don't know, so that one file serves all of them.
 */
import type { Headings } from "./sheet.ts";

/** The language that exported headings name. */
export const LANGUAGE = "Tiếng Việt (vi)";

/** Columns of `survey` that XLSForm has. */
const standard = [
  ...["type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"],
  ...["default", "calculation", "readonly", "appearance", "parameters", "repeat_count"],
] as const;

/** Columns of `survey` that only this project has, with what they hold. */
export const ownColumns = [
  /** The short name in lists and cards. */
  "dondoc_short",
  /** What XLSForm has no type for: percent, year, days, yesno, choice, unit, person. */
  "dondoc_kind",
  /** What is counted or measured. */
  "dondoc_unit",
  /** Bounds: of a number, of how many files, options, people (the quota). */
  "dondoc_min",
  "dondoc_max",
  "dondoc_max_length",
  "dondoc_decimals",
  /** The name of a question whose number this one must not exceed. */
  "dondoc_not_more_than",
  "dondoc_not_after_today",
  /** Asked back when so many times more, or fewer, than last period. */
  "dondoc_jump",
  "dondoc_private",
  /** Of a group: the columns by which a row is known, and what a row is. */
  "dondoc_unique",
  "dondoc_item",
  /** How many answers become one figure: sum, last, mean, none. */
  "dondoc_total",
  /** The name of a total over unlike things that this number is a part of. */
  "dondoc_together",
  /** The figure as a sentence of a report. */
  "dondoc_sentence",
] as const;

export type SurveyColumn = (typeof standard)[number] | (typeof ownColumns)[number];

const media = ["media", "image", "audio", "video", "big_image", "autoplay"];

export const surveyHeadings: Headings = {
  // A row that is disabled is no question: it is looked at in survey.ts, and never written.
  known: [...standard, ...ownColumns, "disabled"],
  quiet: ["required_message", "guidance_hint", "note", "comment", "comments", "description"],
  refused: ["choice_filter", "trigger", "save_to", "bind", "body", "instance", ...media],
};

export const choiceHeadings: Headings = { known: ["list_name", "name", "label"], refused: media };

export const settingHeadings: Headings = {
  known: ["form_title", "form_id", "dondoc_nil"],
  quiet: ["version", "default_language", "id_string", "title", "instance_name", "style", "public_key"],
};

/** How a question is put to units of other kinds: one row for each wording. */
export const WORDING_SHEET = "dondoc_wording";

export const wordingHeadings: Headings = { known: ["name", "kinds", "label", "short", "hint", "unit"] };
