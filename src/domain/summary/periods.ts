/**
 * Which other periods a period is compared with: those since its year began, the one a year before, the one just
 * before. Periods are written as `obligation/recurrence.ts` writes them.
 */
import { DateTime } from "luxon";

/** The periods of a milestone beside one of them. */
export interface Beside {
  /** From the year's first to this one. */
  sinceYear: string[];
  lastYear: string | null;
  previous: string | null;
}

/** @param known the periods that were made, in any order */
export function besides(period: string, known: readonly string[]): Beside {
  const all = [...new Set(known)].filter((one) => shapeOf(one) === shapeOf(period) && one !== "");
  const sorted = all.sort();
  const year = period.slice(0, 4);
  const wanted = `${Number(year) - 1}${period.slice(4)}`;
  return {
    // A year's own report holds the whole year.
    sinceYear:
      shapeOf(period) === "year" ? [] : sorted.filter((one) => one.slice(0, 4) === year && one <= period),
    lastYear: sorted.includes(wanted) ? wanted : null,
    previous: sorted.filter((one) => one < period).at(-1) ?? null,
  };
}

const shapeOf = (period: string): string =>
  /^\d{4}$/.test(period) ? "year" : (/^\d{4}-(W|Q)?/.exec(period)?.[1] ?? "month");

/** The first and the last day of a span as people name it: "2026", "2026-Q1", "2026-04". Null for anything else. */
export function spanOf(text: string): { from: string; until: string } | null {
  const [, year = "", quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === "") return null;
  const unit = quarter ? "quarter" : month ? "month" : "year";
  const first = quarter ? (Number(quarter) - 1) * 3 + 1 : Number(month ?? 1);
  const start = DateTime.utc(Number(year), first, 1);
  return start.isValid ? { from: start.toISODate(), until: start.endOf(unit).toISODate() ?? "" } : null;
}

/** The same span a year before. */
export const yearBefore = (span: string): string => `${Number(span.slice(0, 4)) - 1}${span.slice(4)}`;
