/**
 * From stored or uploaded JSON to a form the engine can walk. Strict on purpose: a property with a slip in its name
 * ("notmorethan") would otherwise be a rule that nobody notices is missing.
 */
import { type ChoiceField, type Field, type Form, type IntegerField, LARGEST_INTEGER } from "./form.ts";
import { eachOnce, flagAt, listAt, objectAt, textAt, wholeAt, wrong } from "./shape.ts";

const own = {
  text: ["maxLength", "long"],
  integer: ["min", "max", "unit", "notMoreThan"],
  days: ["notAfterToday"],
  choice: ["options", "other"],
  files: ["max"],
} as const;

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
  eachOnce(
    "form.fields (key)",
    parsed.fields.map((field) => field.key),
  );
  for (const [i, field] of parsed.fields.entries()) {
    checkLimit(`form.fields[${i}].notMoreThan`, parsed, field);
  }
  return parsed;
}

function parseField(where: string, json: unknown): Field {
  const kind = objectAt(where, json).kind;
  if (typeof kind !== "string" || !Object.hasOwn(own, kind)) {
    wrong(`${where}.kind`, `one of ${Object.keys(own).join(", ")} is expected`);
  }
  const known = kind as keyof typeof own;
  const field = objectAt(where, json, ["kind", "key", "title", "label", "hint", "required", ...own[known]]);
  const base = {
    key: parseKey(`${where}.key`, field.key),
    title: textAt(`${where}.title`, field.title),
    label: textAt(`${where}.label`, field.label),
    ...optional("hint", field, where, textAt),
    required: flagAt(`${where}.required`, field.required),
  };
  switch (known) {
    case "text": {
      const maxLength = wholeAt(`${where}.maxLength`, field.maxLength, 1, 100_000);
      return { ...base, kind: known, maxLength, ...optional("long", field, where, flagAt) };
    }
    case "integer":
      return { ...base, ...parseBounds(where, field) };
    case "days":
      return { ...base, kind: known, ...optional("notAfterToday", field, where, flagAt) };
    case "choice":
      return { ...base, ...parseOptions(where, field) };
    case "files":
      return { ...base, kind: known, max: wholeAt(`${where}.max`, field.max, 1, 100) };
  }
}

function parseKey(where: string, json: unknown): string {
  const key = textAt(where, json);
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key)) wrong(where, "small letters, digits and _ are expected");
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

// A limit names another integer field, and following the limits never leads back.
function checkLimit(where: string, form: Form, field: Field): void {
  const led = new Set<string>();
  for (let at: Field | undefined = field; at?.kind === "integer" && at.notMoreThan !== undefined; ) {
    led.add(at.key);
    const key: string = at.notMoreThan;
    at = form.fields.find((one) => one.key === key);
    if (at?.kind !== "integer") wrong(where, `“${key}” is no integer field of this form`);
    if (led.has(key)) wrong(where, "the limits go in a circle");
  }
}

// The property, parsed, if it is there.
function optional<K extends string, T>(
  name: K,
  json: Record<string, unknown>,
  where: string,
  parse: (where: string, json: unknown) => T,
): Partial<Record<K, T>> {
  if (json[name] === undefined) return {};
  return { [name]: parse(`${where}.${name}`, json[name]) } as Record<K, T>;
}
