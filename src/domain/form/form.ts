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
  /** One line under the question, best with an example. */
  hint?: string;
  /** A required field can't be skipped; a report without it can't be sent. */
  required: boolean;
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
};

/** One or several days; `notAfterToday` for what has already been done. */
export type DaysField = FieldBase & { kind: "days"; notAfterToday?: boolean };

/** `value` is stored, `label` is what people see. Both are unique among the options of a field. */
export interface Option {
  value: string;
  label: string;
}

/** One of the options or, with `other`, words of the person's own. */
export type ChoiceField = FieldBase & { kind: "choice"; options: Option[]; other?: boolean };

/** Up to `max` files or photographs. */
export type FilesField = FieldBase & { kind: "files"; max: number };

/** One typed question. */
export type Field = TextField | IntegerField | DaysField | ChoiceField | FilesField;

/** A form as the engine walks it: at least one field; `nil` when it may be answered "không phát sinh". */
export interface Form {
  title: string;
  nil: boolean;
  fields: Field[];
}

/** No count in a report of a grassroots unit is larger: a larger one is a slip of the finger. */
export const LARGEST_INTEGER = 1_000_000;

/** The most days one answer may hold; a range is written out day by day. */
export const MOST_DAYS = 31;

/** The longest answer in one's own words to a choice with `other`, in characters. */
export const LONGEST_OTHER = 200;

/** The field with this key, or null when the form has none (any more). */
export function fieldOf(form: Form, key: FieldKey): Field | null {
  return form.fields.find((field) => field.key === key) ?? null;
}
