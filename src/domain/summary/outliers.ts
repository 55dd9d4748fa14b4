/**
 * Numbers that somebody should look at before a total is signed: far from the unit's last one, far from what units
 * usually say, or above what they must not exceed. They stay in the total; they stand beside it.
 */
import { isJump } from "../form/compare.ts";
import { type FieldKey, fieldOf } from "../form/form.ts";
import type { PlainFigure, Scope } from "./figures.ts";
import { adds } from "./figures.ts";
import type { Outlier } from "./picture.ts";
import { numberIn } from "./said.ts";

/** With fewer numbers there is no usual one. */
const FEWEST = 5;
/** As far as numbers of units hardly ever lie: three and a half deviations from the median, on a scale of ratios. */
const FAR = 3.5;
const DEVIATION = 1.4826;
/** And in any case as far as this from the median. */
const LEAST = { times: 3, difference: 10 };

/** @param lastOf what a unit said last time, by its id */
export function outliersOf(
  scope: Scope,
  figure: PlainFigure,
  key: FieldKey,
  lastOf: ReadonlyMap<number, number>,
): Outlier[] {
  const given = figure.rows.flatMap((row) => {
    const report = scope.rows[row]?.report;
    const field = report && fieldOf(report.asked.form, key);
    const value = report && numberIn(report, key);
    return report && field && typeof value === "number" ? [{ row, value, field, report }] : [];
  });
  const usual = figure.way === "none" || !adds(figure) ? null : usualOf(given.map((one) => one.value));
  return given.flatMap(({ row, value, field, report }): Outlier[] => {
    const found: Outlier[] = [];
    const last = lastOf.get(scope.rows[row]?.unit.id ?? -1);
    const jump = "jump" in field ? field.jump : undefined;
    if (last !== undefined && isJump({ jump }, last, value))
      found.push({ row, why: "last", value, against: last });
    if (usual && isFar(value, usual)) found.push({ row, why: "median", value, against: usual.median });
    const limit =
      field.kind === "integer" && field.notMoreThan ? fieldOf(report.asked.form, field.notMoreThan) : null;
    const most = limit && !limit.private ? numberIn(report, limit.key) : null;
    if (most !== null && value > most) found.push({ row, why: "above", value, against: most });
    return found;
  });
}

interface Usual {
  median: number;
  /** Of the logarithms. */
  middle: number;
  spread: number;
}

function usualOf(values: readonly number[]): Usual | null {
  const some = values.filter((value) => value > 0);
  if (some.length < FEWEST) return null;
  const logs = some.map(Math.log);
  const middle = medianOf(logs);
  const spread = medianOf(logs.map((one) => Math.abs(one - middle))) * DEVIATION;
  return { median: medianOf(some), middle, spread };
}

function isFar(value: number, { median, middle, spread }: Usual): boolean {
  if (value <= 0 || Math.abs(value - median) < LEAST.difference) return false;
  const times = Math.max(value / median, median / value);
  return times >= LEAST.times && Math.abs(Math.log(value) - middle) > FAR * spread;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const high = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[half - 1] ?? 0) + high) / 2;
}
