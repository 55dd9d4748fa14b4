/**
 * From stored or uploaded JSON to a form the engine can walk. Strict on purpose: a property with a slip in its name
 * ("notmorethan") would otherwise be a rule that nobody notices is missing.
 */

import {
  type ChoiceField,
  type Column,
  type Field,
  type Form,
  type GroupField,
  type IntegerField,
  LARGEST_AMOUNT,
  LARGEST_INTEGER,
  MOST_ROWS,
  type TotalMode,
  totalModes,
} from "./form.ts";
import {
  checkDefault,
  checkLimit,
  checkRules,
  checkTotals,
  derivePrivate,
  parseDefault,
  parseWordings,
  ruleAt,
} from "./parse-rules.ts";
import { eachOnce, flagAt, listAt, numberAt, objectAt, optional, textAt, wholeAt, wrong } from "./shape.ts";

const own = {
  text: ["maxLength", "long"],
  integer: ["min", "max", "unit", "notMoreThan", "jump"],
  decimal: ["min", "max", "unit", "decimals", "jump"],
  percent: ["max", "jump"],
  date: ["notAfterToday"],
  days: ["notAfterToday"],
  yesno: [],
  choice: ["options", "other"],
  choices: ["options", "max"],
  register: ["of"],
  files: ["max"],
  group: ["columns", "min", "max", "unique", "item"],
  computed: ["formula", "decimals", "unit"],
} as const;

const common = [
  ...["kind", "key", "title", "label", "above", "hint", "required"],
  ...["relevant", "constraint", "constraintMessage", "default", "private", "wording"],
  ...["total", "together", "sentence"],
];

/** A longer form is not a form but a file. */
const MOST_FIELDS = 400;

/** Kinds that may be a column of a group, and what a column may not have. */
const columnKinds = ["text", "integer", "decimal", "date", "yesno", "choice"];

/**
 * A copy of the form in `json`, checked.
 *
 * @throws Error with the place and what is wrong there: "form.fields[2].key: “called” stands there twice".
 */
export function parseForm(json: unknown): Form {
  const form = objectAt("form", json, ["title", "nil", "fields"]);
  const parsed: Form = {
    title: textAt("form.title", form.title),
    nil: flagAt("form.nil", form.nil),
    fields: listAt("form.fields", form.fields).map((field, i) => parseField(`form.fields[${i}]`, field)),
  };
  if (parsed.fields.length > MOST_FIELDS) wrong("form.fields", `at most ${MOST_FIELDS} questions`);
  eachOnce(
    "form.fields (key)",
    parsed.fields.map((field) => field.key),
  );
  for (const [i, field] of parsed.fields.entries()) {
    checkLimit(`form.fields[${i}].notMoreThan`, parsed, field);
    checkDefault(`form.fields[${i}].default`, parsed, field);
  }
  derivePrivate(parsed);
  checkRules(parsed);
  checkTotals(parsed);
  return parsed;
}

function parseField(where: string, json: unknown): Field {
  const kind = objectAt(where, json).kind;
  if (typeof kind !== "string" || !Object.hasOwn(own, kind)) {
    wrong(`${where}.kind`, `one of ${Object.keys(own).join(", ")} is expected`);
  }
  const known = kind as keyof typeof own;
  const field = objectAt(where, json, [...common, ...own[known]]);
  const base = {
    key: parseKey(`${where}.key`, field.key),
    title: textAt(`${where}.title`, field.title),
    label: textAt(`${where}.label`, field.label),
    ...optional("above", field, where, textAt),
    ...optional("hint", field, where, textAt),
    required: flagAt(`${where}.required`, field.required),
    ...optional("relevant", field, where, ruleAt),
    ...optional("constraint", field, where, ruleAt),
    ...optional("constraintMessage", field, where, textAt),
    ...optional("default", field, where, parseDefault),
    ...optional("private", field, where, flagAt),
    ...optional("wording", field, where, parseWordings),
    ...optional("total", field, where, totalAt),
    ...optional("together", field, where, textAt),
    ...optional("sentence", field, where, textAt),
  };
  const factor = (place: string, value: unknown) => numberAt(place, value, 1.1, 1_000);
  switch (known) {
    case "text": {
      const maxLength = wholeAt(`${where}.maxLength`, field.maxLength, 1, 100_000);
      return { ...base, kind: known, maxLength, ...optional("long", field, where, flagAt) };
    }
    case "integer":
      return { ...base, ...parseBounds(where, field), ...optional("jump", field, where, factor) };
    case "decimal": {
      const amount = (place: string, value: unknown) =>
        numberAt(place, value, -LARGEST_AMOUNT, LARGEST_AMOUNT);
      const bounds = {
        ...optional("min", field, where, amount),
        ...optional("max", field, where, amount),
      };
      if ((bounds.min ?? 0) > (bounds.max ?? LARGEST_AMOUNT)) wrong(`${where}.min`, "it is more than max");
      return {
        ...base,
        kind: known,
        ...bounds,
        ...optional("unit", field, where, textAt),
        ...optional("decimals", field, where, places),
        ...optional("jump", field, where, factor),
      };
    }
    case "percent":
      return {
        ...base,
        kind: known,
        ...optional("max", field, where, (place, value) => numberAt(place, value, 1, 10_000)),
        ...optional("jump", field, where, factor),
      };
    case "date":
    case "days":
      return { ...base, kind: known, ...optional("notAfterToday", field, where, flagAt) };
    case "yesno":
      return { ...base, kind: known };
    case "choice":
      return { ...base, ...parseOptions(where, field) };
    case "choices": {
      const { options } = parseOptions(where, { options: field.options });
      const most = (place: string, value: unknown) => wholeAt(place, value, 1, options.length);
      return { ...base, kind: known, options, ...optional("max", field, where, most) };
    }
    case "register": {
      if (field.of !== "unit" && field.of !== "person")
        wrong(`${where}.of`, "“unit” or “person” is expected");
      return { ...base, kind: known, of: field.of as "unit" | "person" };
    }
    case "files":
      return { ...base, kind: known, max: wholeAt(`${where}.max`, field.max, 1, 100) };
    case "group":
      return { ...base, ...parseGroup(where, field) };
    case "computed":
      return {
        ...base,
        kind: known,
        formula: ruleAt(`${where}.formula`, field.formula),
        ...optional("decimals", field, where, places),
        ...optional("unit", field, where, textAt),
      };
  }
}

function totalAt(where: string, json: unknown): TotalMode {
  const mode = totalModes.find((one) => one === json);
  return mode ?? wrong(where, `one of ${totalModes.join(", ")} is expected`);
}

const places = (where: string, json: unknown) => wholeAt(where, json, 0, 6);

function parseGroup(where: string, field: Record<string, unknown>) {
  const columns = listAt(`${where}.columns`, field.columns).map((json, i) => {
    const place = `${where}.columns[${i}]`;
    const column = parseField(place, json);
    if (!columnKinds.includes(column.kind))
      wrong(`${place}.kind`, `one of ${columnKinds.join(", ")} is expected`);
    if (column.key === "id") wrong(`${place}.key`, "“id” is a name of the engine's own");
    for (const rule of [
      "above",
      "relevant",
      "constraint",
      "default",
      "private",
      "wording",
      "notMoreThan",
      "jump",
      "together",
      "sentence",
    ])
      if (rule in column) wrong(`${place}.${rule}`, "a column has none");
    return column as Column;
  });
  if (columns.length > 12) wrong(`${where}.columns`, "at most 12 columns");
  const keys = columns.map((column) => column.key);
  eachOnce(`${where}.columns (key)`, keys);
  const max = wholeAt(`${where}.max`, field.max, 1, MOST_ROWS);
  const unique = optional("unique", field, where, (place, json) =>
    listAt(place, json).map((key, i) => {
      const name = textAt(`${place}[${i}]`, key);
      if (!keys.includes(name)) wrong(`${place}[${i}]`, `“${name}” is no column of this group`);
      return name;
    }),
  );
  const least = (place: string, json: unknown) => wholeAt(place, json, 0, max);
  const group: Pick<GroupField, "kind" | "columns" | "min" | "max" | "unique" | "item"> = {
    kind: "group",
    columns,
    ...optional("min", field, where, least),
    max,
    ...unique,
    ...optional("item", field, where, textAt),
  };
  return group;
}

function parseKey(where: string, json: unknown): string {
  const key = textAt(where, json);
  if (!/^[a-z][a-z0-9_]{0,31}$/.test(key)) wrong(where, "small letters, digits and _ are expected");
  if (key === "review" || key === "nil") wrong(where, `“${key}” is a name of the engine's own`);
  return key;
}

function parseBounds(where: string, field: Record<string, unknown>) {
  const bound = (place: string, json: unknown) => wholeAt(place, json, 0, LARGEST_INTEGER);
  const bounds: Pick<IntegerField, "kind" | "min" | "max" | "unit" | "notMoreThan"> = {
    kind: "integer",
    ...optional("min", field, where, bound),
    ...optional("max", field, where, bound),
    ...optional("unit", field, where, textAt),
    ...optional("notMoreThan", field, where, textAt),
  };
  if ((bounds.min ?? 0) > (bounds.max ?? LARGEST_INTEGER)) wrong(`${where}.min`, "it is more than max");
  return bounds;
}

function parseOptions(where: string, field: Record<string, unknown>) {
  const options = listAt(`${where}.options`, field.options).map((json, i) => {
    const place = `${where}.options[${i}]`;
    const option = objectAt(place, json, ["value", "label"]);
    return {
      value: textAt(`${place}.value`, option.value),
      label: textAt(`${place}.label`, option.label),
    };
  });
  const alike = (text: string) => text.normalize("NFC").trim().toLowerCase();
  eachOnce(
    `${where}.options (value)`,
    options.map((option) => option.value),
  );
  eachOnce(
    `${where}.options (label)`,
    options.map((option) => alike(option.label)),
  );
  const choice: Pick<ChoiceField, "kind" | "options" | "other"> = {
    kind: "choice",
    options,
    ...optional("other", field, where, flagAt),
  };
  return choice;
}
