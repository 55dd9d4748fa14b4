/** What is counted and listed besides numbers: choices, days, words, lists. */
import type { GroupRow } from "../form/draft.ts";
import { rowKey } from "../form/fits.ts";
import type { Field } from "../form/form.ts";
import type { Asked } from "./columns.ts";
import { versionOf } from "./columns.ts";
import type { Scope } from "./figures.ts";
import { plain } from "./measure.ts";
import { groupAlike } from "./narrative/group.ts";
import { joinSame, type Said } from "./narrative/join.ts";
import { saysNothing } from "./narrative/nothing.ts";
import { remembered } from "./narrative/remember.ts";
import { passagesIn } from "./narrative/split.ts";
import type { ChoiceCount, DaysSpan, Heading, List } from "./picture.ts";
import { saidIn } from "./said.ts";

interface Given {
  row: number;
  unit: number;
  field: Field;
  value: NonNullable<ReturnType<typeof saidIn>>;
}

/** The answers that count to one question, and how many units were asked it. */
function givenTo(scope: Scope, asked: Asked): { given: Given[]; asked: number; answered: number } {
  const units = new Set<number>();
  const given = scope.rows.flatMap((one, row): Given[] => {
    const version = versionOf(one);
    const field = version && asked.fields.get(version.versionId);
    const use = scope.uses.get(one.obligationId);
    if (!field || use === "waived" || use === "covered" || (use === "missing" && one.closed)) return [];
    units.add(one.unit.id);
    const value = use === "counted" && one.report ? saidIn(one.report, field) : null;
    return value === null ? [] : [{ row, unit: scope.unitOf.get(one.unit.id) ?? -1, field, value }];
  });
  return { given, asked: units.size, answered: new Set(given.map((one) => one.unit)).size };
}

const sorted = (units: Iterable<number>) => [...new Set(units)].sort((a, b) => a - b);

export function choicesOf(scope: Scope, asked: Asked, column: number): ChoiceCount | null {
  if (!["yesno", "choice", "choices"].includes(asked.column.kind)) return null;
  const { given, ...counts } = givenTo(scope, asked);
  const options = new Map<string, ChoiceCount["options"][number] & { places: number[] }>();
  const take = (value: string, label: string, own: boolean) => {
    const known = options.get(value) ?? { value, label, units: [], reports: 0, own, places: [] };
    options.set(value, known);
    return known;
  };
  for (const option of asked.column.options) take(option.value, option.label, false);
  for (const { unit, field, value } of given)
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== "string") continue;
      const known = "options" in field ? field.options.find((option) => option.value === one) : undefined;
      // Words of one's own: the same words are the same choice. An option that left the form keeps its old label.
      const isOption = known !== undefined || options.get(one)?.own === false;
      const found = isOption
        ? take(one, known?.label ?? one, false)
        : take(`~${plain(one)}`, one.normalize("NFC"), true);
      found.places.push(unit);
    }
  const all = [...options.values()].map(({ places, ...option }) => ({
    ...option,
    units: sorted(places),
    reports: places.length,
  }));
  const own = all
    .filter((one) => one.own)
    .sort((a, b) => b.reports - a.reports || (a.value < b.value ? -1 : 1));
  return { column, ...counts, options: [...all.filter((one) => !one.own), ...own] };
}

export function daysOf(scope: Scope, asked: Asked, column: number): DaysSpan | null {
  if (asked.column.kind !== "date" && asked.column.kind !== "days") return null;
  const { given, ...counts } = givenTo(scope, asked);
  const days = given
    .flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [String(value)]))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { column, ...counts, first, last };
}

/** What an answer says; none where it says that there is nothing. What can't be taken apart ("???") stays whole. */
const passagesOf = remembered((text): readonly string[] => {
  if (saysNothing(text)) return [];
  const passages = passagesIn(text).filter((one) => !saysNothing(one));
  return passages.length > 0 ? passages : [text];
});

export function headingOf(scope: Scope, asked: Asked, column: number): Heading | null {
  if (asked.column.kind !== "text") return null;
  const { given, ...counts } = givenTo(scope, asked);
  const said: Said[] = [];
  const nothing: number[] = [];
  for (const { unit, value } of given) {
    const passages = passagesOf(String(value));
    if (passages.length === 0) nothing.push(unit);
    for (const text of passages) said.push({ text, unit });
  }
  const joined = joinSame(said);
  const groups = groupAlike(joined.map((one) => one.text));
  const passages = joined
    .map((one, i) => ({ ...one, group: groups[i] ?? i }))
    .sort((a, b) => a.group - b.group || b.units.length - a.units.length);
  const outspoken = new Set(said.map((one) => one.unit));
  return { column, ...counts, nothing: sorted(nothing).filter((unit) => !outspoken.has(unit)), passages };
}

export function listOf(scope: Scope, asked: Asked, column: number): List | null {
  if (asked.column.kind !== "group") return null;
  const { given, ...counts } = givenTo(scope, asked);
  const rows = given.flatMap(({ row, value, field }) =>
    (value as GroupRow[]).map((cells) => ({
      row,
      cells,
      key: field.kind === "group" ? rowKey(field, cells) : null,
    })),
  );
  const same = new Map<string, number[]>();
  for (const [i, { key }] of rows.entries()) if (key !== null) same.set(key, [...(same.get(key) ?? []), i]);
  return {
    column,
    ...counts,
    rows: rows.map(({ row, cells }) => ({ row, cells })),
    twice: [...same.values()].filter((places) => places.length > 1),
  };
}

/** How many units answered a private question. */
export function answeredPrivately(scope: Scope, key: string): number {
  const units = scope.rows.flatMap((one) => {
    if (scope.uses.get(one.obligationId) !== "counted" || !one.report) return [];
    const field = one.report.asked.form.fields.find((each) => each.key === key);
    return field && saidIn(one.report, field) !== null ? [one.unit.id] : [];
  });
  return new Set(units).size;
}
