/**
 * Numbers: for each question and each thing that it counts one figure, over the reports that count. The value is made
 * of the rows it names and of nothing else, so whoever asks for the units behind it is shown just those.
 */
import { numberOf } from "../form/expression/evaluate.ts";
import { parseExpression, referencesOf } from "../form/expression/parse.ts";
import { type Field, fieldOf } from "../form/form.ts";
import { wordedField } from "../form/wording.ts";
import type { Asked } from "./columns.ts";
import { versionOf } from "./columns.ts";
import { meanOf, rounded, sumOf } from "./exact.ts";
import { type Measure, measureOf } from "./measure.ts";
import type { Owed, Rules, Use } from "./owed.ts";
import type { Extreme, Figure, Part, Share } from "./picture.ts";
import { numberIn, saidIn } from "./said.ts";

/** Everything in the scope in its order, what each means for the figures, and the place of its unit. */
export interface Scope {
  rows: readonly Owed[];
  uses: ReadonlyMap<number, Use>;
  unitOf: ReadonlyMap<number, number>;
  rules: Rules;
}

/** One answer in numbers: where it stands in the scope, and what it counts. */
interface Given {
  row: number;
  value: number;
  measure: Measure;
  field: Field;
}

export type PlainFigure = Omit<Figure, "outliers" | "compared">;

/** One for each thing that a question counts, in the order in which units of the register count them. */
export function figuresOf(scope: Scope, asked: Asked, column: number): PlainFigure[] {
  const given: Given[] = [];
  const toAnswer = new Map<string, { measure: Measure; units: Set<number> }>();
  for (const [row, one] of scope.rows.entries()) {
    const version = versionOf(one);
    const field = version && asked.fields.get(version.versionId);
    if (!version || !field) continue;
    const use = scope.uses.get(one.obligationId);
    if (use === "waived" || use === "covered" || (use === "missing" && one.closed)) continue;
    const measure = measureOf(version.form, field, one.unit.kind);
    if (!measure) continue;
    const parts = measure.way === "ratio" ? `${measure.id}|${partsOf(one, field)}` : measure.id;
    const known = toAnswer.get(parts) ?? { measure: { ...measure, id: parts }, units: new Set<number>() };
    known.units.add(one.unit.id);
    toAnswer.set(parts, known);
    if (use !== "counted" || !one.report) continue;
    const value = saidIn(one.report, field);
    if (typeof value === "number") given.push({ row, value, measure: known.measure, field });
  }
  const made = [...toAnswer.entries()].map(([id, { measure, units }]) =>
    figureOf(
      scope,
      column,
      measure,
      given.filter((one) => one.measure.id === id),
      units.size,
    ),
  );
  return made.map((one) => {
    const alike = made.some((each) => each !== one && each.label === one.label && each.unit === one.unit);
    const of = alike && one.way === "ratio" ? partUnits(scope, asked, one) : "";
    return of === "" ? one : { ...one, label: `${one.label} (${of})` };
  });
}

/** What the numbers of a ratio count: it tells apart two that have one name. */
function partUnits(scope: Scope, asked: Asked, { rows }: PlainFigure): string {
  const one = scope.rows[rows[0] ?? -1];
  const version = one && versionOf(one);
  const field = version && asked.fields.get(version.versionId);
  if (!one || !version || field?.kind !== "computed") return "";
  const units = referencesOf(parseExpression(field.formula)).map((name) => {
    const part = fieldOf(version.form, name);
    return (part && measureOf(version.form, part, one.unit.kind)?.unit) ?? "";
  });
  return [...new Set(units)].filter((unit) => unit !== "").join(", ");
}

/** What the numbers of a formula count: a ratio is made of totals over like things alone. */
function partsOf(one: Owed, field: Field): string {
  const version = versionOf(one);
  if (!version || field.kind !== "computed") return "";
  return referencesOf(parseExpression(field.formula))
    .map((name) => {
      const part = fieldOf(version.form, name);
      return part ? (measureOf(version.form, part, one.unit.kind)?.id ?? "") : "";
    })
    .join("/");
}

function figureOf(
  scope: Scope,
  column: number,
  measure: Measure,
  all: readonly Given[],
  asked: number,
): PlainFigure {
  const given = measure.way === "last" ? lastOfEach(scope, all) : all;
  const units = new Set(given.map((one) => scope.rows[one.row]?.unit.id));
  const part = (accepted: boolean): Part => {
    const of = given.filter((one) => (scope.rows[one.row]?.stage === "accepted") === accepted);
    return { value: adds(measure) ? sumOf(of.map((one) => one.value)) : 0, reports: of.length };
  };
  return {
    column,
    measure: measure.id,
    label: measure.label,
    unit: measure.unit,
    way: measure.way,
    value: totalOf(scope, measure, given),
    answered: units.size,
    asked,
    reports: given.length,
    min: extreme(scope, given, Math.min),
    max: extreme(scope, given, Math.max),
    accepted: part(true),
    awaiting: part(false),
    share: shareOf(scope, given),
    rows: given.map((one) => one.row),
  };
}

export const adds = ({ way }: Pick<Measure, "way">) => way === "sum" || way === "last";

function totalOf(scope: Scope, measure: Measure, given: readonly Given[]): number | null {
  if (given.length === 0) return null;
  const values = given.map((one) => one.value);
  if (adds(measure)) return sumOf(values);
  if (measure.way === "mean") return meanOf(values, scope.rules.decimals);
  return measure.way === "ratio" ? ratioOf(scope, given) : null;
}

/** The formula of a share or a mean, given the totals of the reports for which it could be worked out. */
function ratioOf(scope: Scope, given: readonly Given[]): number | null {
  const formulas = new Set(given.map(({ field }) => (field.kind === "computed" ? field.formula : "")));
  const [formula = "", ...others] = formulas;
  // Two versions work it out in two ways: what that makes together nobody could say.
  if (others.length > 0 || formula === "") return null;
  const total = (key: string) =>
    sumOf(
      given.flatMap(({ row }) => {
        const report = scope.rows[row]?.report;
        return (report && numberIn(report, key)) ?? [];
      }),
    );
  const value = numberOf(formula, { of: total, self: null });
  return value === null ? null : rounded(value, scope.rules.decimals);
}

/** Of several periods what each unit said of the last one. */
function lastOfEach(scope: Scope, given: readonly Given[]): Given[] {
  const last = new Map<number, Given>();
  for (const one of given) {
    const unit = scope.rows[one.row]?.unit.id ?? -1;
    const before = last.get(unit);
    if (!before || isLater(scope.rows[one.row], scope.rows[before.row])) last.set(unit, one);
  }
  return [...last.values()].sort((a, b) => a.row - b.row);
}

function isLater(one: Owed | undefined, before: Owed | undefined): boolean {
  const due = (owed: Owed | undefined) => owed?.occasion.dueBefore?.getTime() ?? 0;
  const sent = (owed: Owed | undefined) => owed?.report?.at.getTime() ?? 0;
  return due(one) !== due(before) ? due(one) > due(before) : sent(one) > sent(before);
}

function extreme(
  scope: Scope,
  given: readonly Given[],
  pick: (...values: number[]) => number,
): Extreme | null {
  if (given.length === 0) return null;
  const value = pick(...given.map((one) => one.value));
  const units = given
    .filter((one) => one.value === value)
    .map((one) => scope.unitOf.get(scope.rows[one.row]?.unit.id ?? -1) ?? -1);
  return { value, units: [...new Set(units)] };
}

/** Its share in the number that it must not exceed, from the totals of the reports that gave both. */
function shareOf(scope: Scope, given: readonly Given[]): Share | null {
  const both = given.flatMap(({ row, value, field }) => {
    const one = scope.rows[row];
    if (!one?.report || field.kind !== "integer" || field.notMoreThan === undefined) return [];
    const { form } = one.report.asked;
    const whole = fieldOf(form, field.notMoreThan);
    const said = numberIn(one.report, field.notMoreThan);
    if (!whole || said === null || whole.private) return [];
    const measure = measureOf(form, whole, one.unit.kind);
    return [
      {
        of: whole.key,
        id: measure?.id,
        label: wordedField(whole, one.unit.kind).label,
        part: value,
        whole: said,
      },
    ];
  });
  const [first] = both;
  if (!first || both.some((one) => one.of !== first.of || one.id !== first.id)) return null;
  const whole = sumOf(both.map((one) => one.whole));
  if (whole <= 0) return null;
  const { of, label } = first;
  return { of, label, part: sumOf(both.map((one) => one.part)), whole, reports: both.length };
}
