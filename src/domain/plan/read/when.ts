/** The days, periods and repetitions a temporal phrase stands for, the missing year found. */
import type { Phrase } from "./dates/phrases.ts";
import { dayOf, inYear, type Point, periodOf } from "./dates/point.ts";
import { recurrenceOf } from "./dates/rhythms.ts";
import type { CueRole } from "./dates/rule.ts";
import { withYear, type YearContext } from "./dates/years.ts";
import type { Page } from "./scan.ts";

/** One date of a phrase, as the contract has it. */
export interface When {
  due: string | null;
  from: string | null;
  period: string | null;
  recurrence: string | null;
  yearImplied: boolean;
  vague: boolean;
  /** Offsets of the words that say it. */
  at: [number, number];
  /** What tells it from the others of the same phrase. */
  label: string | null;
}

/** All dates of a phrase; empty where its year is nowhere to be found. */
export function whenOf(phrase: Phrase, known: YearContext, page: Page): When[] {
  const nothing: When = {
    due: null,
    from: null,
    period: null,
    recurrence: null,
    yearImplied: false,
    vague: false,
    at: [phrase.start, phrase.end],
    label: null,
  }; // prettier-ignore
  if (phrase.relative) return [{ ...nothing, due: phrase.relative.due, vague: phrase.relative.due === null }];
  if (phrase.bare)
    return [
      { ...nothing, recurrence: phrase.rhythm, vague: !/BY(?:MONTH)?DAY=|DAILY/.test(phrase.rhythm ?? "") },
    ];
  if (phrase.rhythm === "FREQ=DAILY" && phrase.range) {
    const [a, b] = [phrase.dates[0], phrase.dates.at(-1)].map(
      (dated) => dated && withYear(dated.point, dated.start, known),
    );
    return [{ ...nothing, ...(a && b ? spanOf(a, b) : { vague: true }), recurrence: phrase.rhythm }];
  }
  if (phrase.rhythm) {
    const points = phrase.range ? phrase.dates.slice(-1) : phrase.dates;
    return points.map(({ point }) => ({ ...nothing, recurrence: repeated(phrase.rhythm as string, point) }));
  }
  const deadline = ["strict", "by", "limit"].some((role) => phrase.roles.has(role as CueRole));
  if (known.standing && deadline && !phrase.range && phrase.dates.every(({ point }) => yearless(point)))
    return phrase.dates.map(({ point }) => ({ ...nothing, recurrence: repeated("FREQ=YEARLY", point) }));
  const issued = known.issued?.slice(0, 4);
  const points = phrase.dates.map(({ point, start }) =>
    phrase.nextYear && issued && point.y === null
      ? inYear(point, Number(issued) + 1)
      : withYear(point, start, known, deadline, phrase.weekday),
  );
  const yearImplied = phrase.dates.some(({ point }) => point.y === null);
  if (phrase.range) {
    const [a, b] = [points[0], points.at(-1)];
    return a && b ? [{ ...nothing, ...spanOf(a, b), yearImplied }] : [{ ...nothing, vague: true }];
  }
  return points.map((point, i) => {
    if (!point) return { ...nothing, vague: true };
    return {
      ...nothing,
      due: dayOf(point),
      period: periodOf(point),
      yearImplied,
      ...wordsOf(phrase, i, page),
    };
  });
}

/** In a list each date that has its own word ("tháng 4 và tháng 9/2023") is quoted by itself. */
function wordsOf(phrase: Phrase, i: number, page: Page): Pick<When, "at" | "label"> {
  const own = phrase.dates[i];
  const shared = phrase.dates.some((other, j) => j !== i && other.start === own?.start);
  if (!own || phrase.dates.length === 1) return { at: [phrase.start, phrase.end], label: null };
  if (shared) {
    const part = /cuối|đầu|giữa/.exec(page.scan.slice(phrase.start, phrase.end))?.[0];
    return {
      at: [phrase.start, phrase.end],
      label: own.point.type === "year" ? `${part ?? ""} năm ${own.point.y}`.trim() : null,
    };
  }
  return {
    at: [i === 0 ? phrase.start : own.start, i === phrase.dates.length - 1 ? phrase.end : own.end],
    label: null,
  };
}

/** "Nửa đầu tháng 8" ends on the 15th, its first ten days (thượng tuần) on the 10th; looser words fix no day. */
export function partEnd(words: string, period: string | null): string | null {
  if (!period || !/^\d{4}-\d{2}$/.test(period)) return null;
  const part = /(nửa\s{1,3}đầu|thượng\s{1,3}tuần|trung\s{1,3}tuần)(?:\s{1,3}của)?\s{1,3}tháng/u.exec(
    words,
  )?.[1];
  if (!part) return null;
  return `${period}-${part.startsWith("nửa") ? "15" : part.startsWith("thượng") ? "10" : "20"}`;
}

const yearless = (point: Point) => point.type === "day" && point.m !== null && point.y === null;

function repeated(rhythm: string, point: Point): string {
  const d = point.type === "day" ? point.d : null;
  const m = point.type === "day" || point.type === "month" ? point.m : null;
  return recurrenceOf(rhythm, d, m);
}

function spanOf(a: Point, b: Point): Partial<When> {
  if (b.type === "day") return { due: dayOf(b), from: dayOf(a) };
  const [from, to] = [periodOf(a), periodOf(b)];
  return { period: from === to ? to : `${from}/${to}` };
}
