/**
 * A form is an ordered list of typed questions. It is data: staff edit it, it is stored as JSON and never
 * changed once used (a change is a new version), and the engine in this folder walks it one question at a time.
 * `parse-form.ts` checks a form that comes from outside; the rules written here are the ones it enforces.
 */

/** Names a field in answers, buttons and tables: `[a-z][a-z0-9_]*`, unique in the form, not "review" or "nil". */
export type FieldKey = string;

interface FieldBase {
  key: FieldKey;
  /** The question as it is asked, in Vietnamese. */
  title: string;
  /** A short name for lists, cards and messages about the answer: "Dự học". */
  label: string;
  /** Headings and notes that stand above the question, one a line. */
  above?: string;
  /** One line under the question, best with an example. */
  hint?: string;
  /** A required field can't be skipped; a report without it can't be sent. */
  required: boolean;
  /** Asked only while this is true; an answer to it that is no longer relevant is kept and not sent. */
  relevant?: string;
  /** What an answer (`.` in it) must satisfy, and what is said when it does not. */
  constraint?: string;
  constraintMessage?: string;
  /** What is offered as the answer, by a button. Never taken without a tap. */
  default?: Default;
  /** *Riêng tư*: never asked in a messenger, masked in what is shown, not exported unless asked for. */
  private?: boolean;
  /** Other words for other kinds of units; see `wording.ts`. */
  wording?: Wording[];
  /** How the answers of many units become one figure; where it is not said, `summary/measure.ts` judges. */
  total?: TotalMode;
  /** The name of a total that the form declares over unlike things: "Tổng số người dự". */
  together?: string;
  /** The figure as a sentence: "Có ${present} dự học trên ${called} được triệu tập (đạt ${present%})." */
  sentence?: string;
}

/**
 * `sum`: units and periods are added (what happened in a period). `last`: units are added, of several periods the last
 * one counts (what there is at a date). `mean`: the mean of the answers. `none`: never added.
 */
export type TotalMode = "sum" | "last" | "mean" | "none";

export const totalModes: readonly TotalMode[] = ["sum", "last", "mean", "none"];

/** A constant (as people would type it), what the unit answered last time, or the sum of other numbers. */
export type Default =
  | { from: "constant"; value: string }
  | { from: "last" }
  | { from: "sum"; of: FieldKey[] };

/**
 * How the question is put to units of these kinds: a Đoàn counts *đoàn viên* where a chi bộ counts *đảng viên*.
 * `unit` is what is counted; numbers that count different things are never added together.
 */
export interface Wording {
  kinds: string[];
  title?: string;
  label?: string;
  hint?: string;
  unit?: string;
}

/** Free text of 1 to `maxLength` characters (code points). `long` asks for a narrative, not a line. */
export type TextField = FieldBase & { kind: "text"; maxLength: number; long?: boolean };

/** A whole number from 0 (or `min`) to `max`, never more than {@link LARGEST_INTEGER}. */
export type IntegerField = FieldBase & {
  kind: "integer";
  min?: number;
  max?: number;
  /** What is counted ("đồng chí"); people may type it after the number. */
  unit?: string;
  /** The key of another integer field whose answer this one must not exceed. No circles. */
  notMoreThan?: FieldKey;
  /** Asked back when this many times more, or fewer, than last period. */
  jump?: number;
};

/** A number with up to `decimals` (2) places, with its unit of measure. */
export type DecimalField = FieldBase & {
  kind: "decimal";
  min?: number;
  max?: number;
  decimals?: number;
  unit?: string;
  jump?: number;
};

/** A share in percent, 0 to `max` (100), with up to two places. */
export type PercentField = FieldBase & { kind: "percent"; max?: number; jump?: number };

/** One day. */
export type DateField = FieldBase & { kind: "date"; notAfterToday?: boolean };

/** Yes or no. */
export type YesNoField = FieldBase & { kind: "yesno" };

/** One or several days; `notAfterToday` for what has already been done. */
export type DaysField = FieldBase & { kind: "days"; notAfterToday?: boolean };

/** `value` is stored, `label` is what people see. Both are unique among the options of a field. */
export interface Option {
  value: string;
  label: string;
}

/** One of the options or, with `other`, words of the person's own. */
export type ChoiceField = FieldBase & { kind: "choice"; options: Option[]; other?: boolean };

/** Several of the options, at most `max` of them. */
export type ChoicesField = FieldBase & { kind: "choices"; options: Option[]; max?: number };

/** A unit, or a person of the answering unit, from the register. */
export type RegisterField = FieldBase & { kind: "register"; of: "unit" | "person" };

/** Up to `max` files or photographs. */
export type FilesField = FieldBase & { kind: "files"; max: number };

/** A column of a group: a question with one short answer and no rules that look at other questions. */
export type Column = TextField | IntegerField | DecimalField | DateField | YesNoField | ChoiceField;

/**
 * The same questions for each of several people or things: row by row, from a pasted list or from an Excel file.
 * `max` is the quota. `unique` names the columns by which a row is known, in this list and across units.
 */
export type GroupField = FieldBase & {
  kind: "group";
  columns: Column[];
  min?: number;
  max: number;
  unique?: FieldKey[];
  /** What one row is: "người". */
  item?: string;
};

/**
 * Never asked: worked out from other answers whenever it is looked at, and private as soon as one of them is. `unit`
 * "%" writes it as a share.
 */
export type ComputedField = FieldBase & {
  kind: "computed";
  formula: string;
  decimals?: number;
  unit?: string;
};

/** One typed question. */
export type Field =
  | TextField
  | IntegerField
  | DecimalField
  | PercentField
  | DateField
  | DaysField
  | YesNoField
  | ChoiceField
  | ChoicesField
  | RegisterField
  | FilesField
  | GroupField
  | ComputedField;

/** A form as the engine walks it: at least one field; `nil` when it may be answered "không phát sinh". */
export interface Form {
  title: string;
  nil: boolean;
  fields: Field[];
}

/** No count in a report of a grassroots unit is larger: a larger one is a slip of the finger. */
export const LARGEST_INTEGER = 1_000_000;

/** The largest amount with decimals. */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** The most days one answer may hold; a range is written out day by day. */
export const MOST_DAYS = 31;

/** The longest answer in one's own words to a choice with `other`, in characters. */
export const LONGEST_OTHER = 200;

/** The most rows a group may be given. */
export const MOST_ROWS = 200;

/** Whether the answers of this field are numbers. */
export function isNumeric(field: Field): field is IntegerField | DecimalField | PercentField {
  return field.kind === "integer" || field.kind === "decimal" || field.kind === "percent";
}

/** A whole number between these is a year where the form allows no other. */
export const YEARS = { min: 1900, max: 2100 };

/** Whether the whole number is a year, which is written without a dot: its bounds say so, or what it is called. */
export function isYear(field: Field): boolean {
  if (field.kind !== "integer" || field.unit !== undefined) return false;
  const { min, max, label } = field;
  if (min !== undefined && max !== undefined) return min >= YEARS.min && max <= YEARS.max;
  return /^(?:sinh )?năm(?: (?!nay|qua|trước)|$)|^year\b/i.test(label.normalize("NFC").trim());
}

/** The field with this key, or null when the form has none (any more). */
export function fieldOf(form: Form, key: FieldKey): Field | null {
  return form.fields.find((field) => field.key === key) ?? null;
}
