/**
 * Two reports side by side: what a later version changed, and how the numbers stand against the last period. For
 * people: labels and values as they read them, never keys.
 */
import { jumps } from "./doubted.ts";
import type { Answer, FileRef, Value } from "./draft.ts";
import { type Field, type FieldKey, type Form, isNumeric } from "./form.ts";
import { shareText, valueText } from "./values.ts";

/** The answers of one version with the form they were given to. */
export interface Version {
  form: Form;
  answers: Readonly<Record<FieldKey, Answer>>;
  nil: boolean;
}

/** One question whose answer is another now. Texts are whole for short values, else the part that differs. */
export interface Change {
  label: string;
  before: string;
  after: string;
}

const NOTHING = "–";
/** Values up to this length are shown whole; of longer ones the part that differs, with some words around it. */
const WHOLE = 120;
const AROUND = 4;

/** In the order of the later form; questions it no longer has come last. A nil report has no answers. */
export function changesBetween(before: Version, after: Version): Change[] {
  const fields = [
    ...after.form.fields,
    ...before.form.fields.filter((field) => !after.form.fields.some((one) => one.key === field.key)),
  ];
  return fields.flatMap((field): Change[] => {
    const old = before.form.fields.find((one) => one.key === field.key) ?? field;
    const [was, is] = [answerOf(before, field.key), answerOf(after, field.key)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    // What is or was private is masked, and still has changed.
    if (field.private || old.private) {
      const masked = { ...field, private: true };
      return [{ label: field.label, before: valueText(masked, was), after: valueText(masked, is) }];
    }
    if (field.kind === "files") return [{ label: field.label, before: names(was), after: names(is) }];
    const [from, to] = [valueText(old, was), valueText(field, is)];
    if (from === to) return [];
    return [{ label: field.label, ...differing(from, to) }];
  });
}

/** A number beside the one of the last period; `jump` where they are out of proportion. */
export interface Figure {
  label: string;
  now: string;
  before: string | null;
  jump: boolean;
}

/** Where the form does not say from which factor on a number is looked at twice. */
const USUAL_JUMP = 3;
/** From 1 to 3 is no jump, unless the form says so. */
const SMALL = 10;

/** The whole numbers of a report, with their share where one is part of another ("45 (95,7%)"). */
export function figuresAgainst(last: Version | null, report: Version): Figure[] {
  if (report.nil) return [];
  return report.form.fields.flatMap((field): Figure[] => {
    const value = answerOf(report, field.key);
    if (typeof value !== "number" || !isNumeric(field) || field.private) return [];
    const before = last && answerOf(last, field.key);
    return [
      {
        label: field.label,
        now: withShare(report, field, value),
        before: last && typeof before === "number" ? withShare(last, field, before) : null,
        jump: typeof before === "number" && isJump(field, before, value),
      },
    ];
  });
}

/** The board is shown from nothing to many as a jump too; the unit is not asked about it. */
export function isJump({ jump }: { jump?: number | undefined }, before: number, now: number): boolean {
  if (jump === undefined && Math.max(before, now) < SMALL) return false;
  return before === 0 ? now >= SMALL : jumps(before, now, jump ?? USUAL_JUMP);
}

function withShare(version: Version, field: Field, value: number): string {
  const whole = field.kind === "integer" && field.notMoreThan ? answerOf(version, field.notMoreThan) : null;
  const share = typeof whole === "number" && whole > 0 ? ` (${shareText(value, whole)})` : "";
  return `${valueText(field, value)}${share}`;
}

function answerOf(version: Version, key: FieldKey): Value {
  if (version.nil || !Object.hasOwn(version.answers, key)) return null;
  return version.answers[key]?.value ?? null;
}

const names = (value: Value) =>
  Array.isArray(value) && value.length > 0
    ? (value as FileRef[]).map((file) => file.name).join(", ")
    : NOTHING;

// Long narratives: the words both begin and end with are left out but for a few.
function differing(before: string, after: string): { before: string; after: string } {
  if (before.length <= WHOLE && after.length <= WHOLE) return { before, after };
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const part = (words: string[]) => {
    const from = Math.max(0, head - AROUND);
    const until = words.length - Math.max(0, tail - AROUND);
    const text = words.slice(from, until).join(" ");
    return `${from > 0 ? "… " : ""}${text}${until < words.length ? " …" : ""}` || NOTHING;
  };
  return { before: part(a), after: part(b) };
}
