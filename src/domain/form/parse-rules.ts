/**
 * The rules of a form from outside: each can be read, names only questions of the form, and following what looks at
 * what never leads back. So a rule can always be worked out, and never for long.
 */
import { ExpressionError, parseExpression, referencesOf } from "./expression/parse.ts";
import {
  type Default,
  type Field,
  type FieldKey,
  type Form,
  fieldOf,
  isNumeric,
  type Wording,
} from "./form.ts";
import { listAt, objectAt, optional, textAt, wrong } from "./shape.ts";

/** A rule that can be read. */
export function ruleAt(where: string, json: unknown): string {
  const source = textAt(where, json);
  try {
    parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) wrong(where, `the rule can't be read at ${error.message}`);
    throw error;
  }
  return source;
}

export function parseDefault(where: string, json: unknown): Default {
  const { from } = objectAt(where, json);
  if (from === "constant") {
    const { value } = objectAt(where, json, ["from", "value"]);
    return { from, value: textAt(`${where}.value`, value) };
  }
  if (from === "sum") {
    const { of } = objectAt(where, json, ["from", "of"]);
    return { from, of: listAt(`${where}.of`, of).map((key, i) => textAt(`${where}.of[${i}]`, key)) };
  }
  if (from !== "last") wrong(`${where}.from`, "“constant”, “last” or “sum” is expected");
  objectAt(where, json, ["from"]);
  return { from: "last" };
}

export function parseWordings(where: string, json: unknown): Wording[] {
  return listAt(where, json).map((one, i) => {
    const place = `${where}[${i}]`;
    const wording = objectAt(place, one, ["kinds", "title", "label", "hint", "unit"]);
    return {
      kinds: listAt(`${place}.kinds`, wording.kinds).map((kind, k) => textAt(`${place}.kinds[${k}]`, kind)),
      ...optional("title", wording, place, textAt),
      ...optional("label", wording, place, textAt),
      ...optional("hint", wording, place, textAt),
      ...optional("unit", wording, place, textAt),
    };
  });
}

/** A limit names another integer field, and following the limits never leads back. */
export function checkLimit(where: string, form: Form, field: Field): void {
  const led = new Set<string>();
  for (let at: Field | undefined = field; at?.kind === "integer" && at.notMoreThan !== undefined; ) {
    led.add(at.key);
    const key: string = at.notMoreThan;
    at = form.fields.find((one) => one.key === key);
    if (at?.kind !== "integer") wrong(where, `“${key}” is no integer field of this form`);
    if (led.has(key)) wrong(where, "the limits go in a circle");
  }
}

/** What is added up are numbers of this form. */
export function checkDefault(where: string, form: Form, field: Field): void {
  if (field.default?.from !== "sum") return;
  for (const key of field.default.of) {
    const other = fieldOf(form, key);
    if (!other || other === field || !isNumeric(other))
      wrong(`${where}.of`, `“${key}” is no other number of this form`);
  }
}

/** What is worked out from a private answer gives it away, and so is private itself: written into the fields. */
export function derivePrivate(form: Form): void {
  const hidden = new Set(form.fields.filter((field) => field.private).map((field) => field.key));
  if (hidden.size === 0) return;
  const open = new Set(form.fields.filter((field) => field.kind === "computed" && !field.private));
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const field of open) {
      const rules = [field.relevant, field.kind === "computed" ? field.formula : undefined];
      const names = rules.flatMap((rule) => (rule ? referencesOf(parseExpression(rule)) : []));
      if (!names.some((name) => hidden.has(name))) continue;
      field.private = true;
      hidden.add(field.key);
      open.delete(field);
    }
  }
}

/** Rules name questions of the form, and what they look at never leads back to them. */
export function checkRules(form: Form): void {
  const looksAt = new Map<FieldKey, FieldKey[]>();
  for (const [i, field] of form.fields.entries()) {
    const where = `form.fields[${i}]`;
    const seen: FieldKey[] = field.kind === "integer" && field.notMoreThan ? [field.notMoreThan] : [];
    const rules = {
      relevant: field.relevant,
      constraint: field.constraint,
      formula: field.kind === "computed" ? field.formula : undefined,
    };
    for (const [name, rule] of Object.entries(rules)) {
      if (rule === undefined) continue;
      for (const key of referencesOf(parseExpression(rule))) {
        if (!fieldOf(form, key)) wrong(`${where}.${name}`, `“${key}” is no field of this form`);
        if (key === field.key) wrong(`${where}.${name}`, "its own answer is written “.”");
        seen.push(key);
      }
    }
    // What is private must not show through the limit, the offer or the coming and going of what is not.
    const offered = field.default?.from === "sum" ? field.default.of : [];
    const hidden = [...seen, ...offered].find((key) => fieldOf(form, key)?.private);
    if (hidden !== undefined && !field.private)
      wrong(where, `“${hidden}” is private, and this question is not`);
    looksAt.set(field.key, seen);
  }
  const state = new Map<FieldKey, "open" | "done">();
  const walk = (key: FieldKey) => {
    if (state.get(key) === "done") return;
    const place = `form.fields[${form.fields.findIndex((field) => field.key === key)}]`;
    if (state.get(key) === "open") wrong(place, "the rules go in a circle");
    state.set(key, "open");
    for (const other of looksAt.get(key) ?? []) walk(other);
    state.set(key, "done");
  };
  for (const field of form.fields) walk(field.key);
}

/** What can be told in a sentence: "${present}" the number with what it counts, "${present%}" its share. */
export const placeholder = /\$\{\s*([a-z][a-z0-9_]*)\s*(%?)\s*\}/g;

/** Why a question can't be summed up as the form says, or null; the words are for whoever wrote the form. */
export function totalFault(form: Form, field: Field): "kind" | "share" | "together" | "part" | null {
  const { total, together } = field;
  const counts = isNumeric(field) || field.kind === "computed";
  if (total !== undefined && total !== "none") {
    if (!counts) return "kind";
    if (holdsShare(field)) return "share";
  }
  if (together === undefined) return null;
  if (!counts || holdsShare(field) || field.private || total === "none" || total === "mean")
    return "together";
  const others = form.fields.filter((one) => one !== field && one.together === together);
  // A part of a part would be counted twice.
  const part = field.kind === "integer" && others.some((one) => one.key === field.notMoreThan);
  return part ? "part" : null;
}

/** A share, of which there is no sum and no mean. */
export const holdsShare = (field: Field): boolean =>
  field.kind === "percent" || ("unit" in field && field.unit?.trim() === "%");

/** The first name in a sentence that is no figure of this form that may be shown, or null. */
export function sentenceFault(form: Form, sentence: string): string | null {
  const named = [...sentence.matchAll(placeholder)];
  const left = sentence.replace(placeholder, "");
  if (left.includes("${")) return left.slice(left.indexOf("${"), left.indexOf("${") + 20);
  for (const [, key = "", share] of named) {
    const field = fieldOf(form, key);
    const counts = field && (isNumeric(field) || field.kind === "computed");
    if (!field || !counts || field.private) return key;
    if (share && !(field.kind === "integer" && field.notMoreThan)) return `${key}%`;
  }
  return named.length === 0 ? sentence.slice(0, 20) : null;
}

export function checkTotals(form: Form): void {
  for (const [i, field] of form.fields.entries()) {
    const where = `form.fields[${i}]`;
    const fault = totalFault(form, field);
    if (fault)
      wrong(`${where}.${fault === "together" || fault === "part" ? "together" : "total"}`, faults[fault]);
    if (field.sentence === undefined) continue;
    const unknown = sentenceFault(form, field.sentence);
    if (unknown !== null)
      wrong(`${where}.sentence`, `“${unknown}” is no figure of this form that may be shown`);
  }
}

const faults = {
  kind: "only numbers are added",
  share: "shares are neither added nor averaged: they are worked out from totals",
  together: "a declared total is made of numbers that are added, and of nothing private",
  part: "it is a part of another number of the same total, and would be counted twice",
} as const;
