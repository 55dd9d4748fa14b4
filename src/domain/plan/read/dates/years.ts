/** The year of "trước ngày 25/4": the document's date, else its title, else the nearest year of the text. */
import { dayOf, inYear, isRealDay, type Point } from "./point.ts";

/** What is known of the document's time. */
export interface YearContext {
  /** `YYYY-MM-DD` or null. */
  issued: string | null;
  /** When the page was put on the web. */
  published?: string | null;
  /** Years the title names. */
  titled: readonly number[];
  written: WrittenYears;
  /** "năm học 2010-2011": its first year. */
  school?: number | null;
  /** A regulation: what it asks for by a day without a year it asks for every year. */
  standing?: boolean;
}

const yearWord = /(?:năm\s{0,4}|[/.-]\s{0,2})((?:19|20)\d{2})(?!\d)/g;
/** A term of office or a stage ("nhiệm kỳ 2020 - 2025") says nothing of when its text was written. */
const datingYear =
  /(?:năm\s{0,4}|[/.]\s{0,2}|(?<!(?:19|20)\d{2}\s{0,3})-\s{0,2})((?:19|20)\d{2})(?!\d|\s{0,3}-\s{0,3}(?:năm\s{0,3})?(?:19|20)\d{2})/g;

/**
 * A deadline never lies before its document, so one that has passed this year is next year's; anything else only
 * if next year's is near, else it speaks of the past.
 * Gives a point the year it lacks; null where none is to be found ("if none, ask"). */
export function withYear(
  point: Point,
  at: number,
  known: YearContext,
  deadline = false,
  weekday: number | null = null,
): Point | null {
  if (point.y !== null) return point;
  const found = likelyYear(point, at, known, deadline);
  if (!found || weekday === null || isOn(found, weekday)) return found;
  // A weekday that does not fit the likely year fits one beside it, or one that the text names.
  const years = [
    ...new Set([
      ...(known.issued ? [] : yearsNear(known.written, at, reach)),
      ...[1, -1].map((step) => (found.y ?? 0) + step),
    ]),
  ];
  const fitting = years
    .map((year) => checked(inYear(point, year)))
    .filter((other): other is Point => other !== null && isOn(other, weekday))
    .sort((a, b) => Math.abs((a.y ?? 0) - (found.y ?? 0)) - Math.abs((b.y ?? 0) - (found.y ?? 0)));
  return fitting[0] ?? found;
}

/** Whether a full day falls on a weekday (Monday 1 to Sunday 7). */
export function isOn(point: Point, weekday: number): boolean {
  const day = dayOf(point);
  return day !== null && (new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === weekday;
}

function likelyYear(point: Point, at: number, known: YearContext, deadline: boolean): Point | null {
  const { titled } = known;
  const issued = known.issued ?? (titled.length === 0 && !known.school ? known.published : null);
  if (issued) {
    const issuedYear = Number(issued.slice(0, 4));
    const own = inYear(point, issuedYear);
    if (!endsBefore(own, issued)) return checked(own);
    if (deadline && daysSince(own, issued) <= justPassed) return checked(own);
    const later = inYear(point, titled.find((y) => y > issuedYear) ?? issuedYear + 1);
    return checked(
      titled.includes(issuedYear + 1) || deadline || monthsUntil(later, issued) <= farthest ? later : own,
    );
  }
  const y = ofSchoolYear(point, known.school ?? null) ?? titled[0] ?? nearestYear(known.written, at);
  return y === null || y === undefined ? null : checked(inYear(point, y));
}

/** August to December are the first year's. */
function ofSchoolYear(point: Point, first: number | null): number | null {
  const month = point.type === "day" || point.type === "month" ? point.m : null;
  return first === null || month === null ? null : month >= 8 ? first : first + 1;
}

const schoolYear =
  /năm\s{1,3}học\s{1,3}(?:năm\s{1,3})?((?:19|20)\d{2})\s{0,3}[-/]\s{0,3}((?:19|20)\d{2})(?!\d)/u;

/** First year of the school year a title (or, without years in it, a text's opening) names. */
export function schoolYearOf(title: string, scan: string): number | null {
  const match =
    schoolYear.exec(title.toLowerCase()) ??
    (yearsOf(title).length === 0 ? schoolYear.exec(scan.slice(0, 4000)) : null);
  const first = Number(match?.[1]);
  return match && Number(match[2]) === first + 1 ? first : null;
}

/** A deadline that passed some days ago is told of, not set for next year. */
const justPassed = 21;

function daysSince(point: Point, issued: string): number {
  const day = dayOf(point);
  return day === null ? Number.POSITIVE_INFINITY : (Date.parse(issued) - Date.parse(day)) / 86_400_000;
}

/** The years a title names, in order. */
export function yearsOf(text: string): number[] {
  return [...text.toLowerCase().matchAll(yearWord)].map((m) => Number(m[1]));
}

/** Every year written on a page and where, in order. */
export interface WrittenYears {
  at: readonly number[];
  years: readonly number[];
}

/** Finds the years of a scan, once for all its phrases. */
export function writtenYears(scan: string): WrittenYears {
  const dating = [...scan.matchAll(datingYear)];
  const found = dating.length > 0 ? dating : [...scan.matchAll(yearWord)];
  return { at: found.map((match) => match.index), years: found.map((match) => Number(match[1])) };
}

const reach = 4000;

function nearestYear({ at, years }: WrittenYears, offset: number): number | null {
  const i = firstFrom(at, offset);
  const gap = (index: number) => Math.abs((at[index] ?? Number.POSITIVE_INFINITY) - offset);
  const best = gap(i - 1) <= gap(i) ? i - 1 : i;
  return gap(best) < reach ? (years[best] ?? null) : null;
}

function firstFrom(at: readonly number[], offset: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The years written so near to an offset; at most some dozens on either side. */
export function yearsNear({ at, years }: WrittenYears, offset: number, distance: number): number[] {
  const i = firstFrom(at, offset);
  const [from, to] = [Math.max(0, i - mostNear), i + mostNear];
  return years.slice(from, to).filter((_, k) => Math.abs((at[from + k] as number) - offset) < distance);
}

const mostNear = 24;

function checked(point: Point): Point | null {
  return point.type === "day" && point.m !== null && !isRealDay(point.y, point.m, point.d) ? null : point;
}

/** A day that has passed this year belongs to the next one only if that is not far off; else it is past. */
const farthest = 7;

function monthsUntil(point: Point, issued: string): number {
  const [y, m] = issued.split("-").map(Number) as [number, number];
  const month =
    point.type === "quarter"
      ? point.q * 3
      : point.type === "months"
        ? point.to
        : point.type === "year"
          ? 12
          : (point.m ?? 12);
  return ((point.y ?? y) - y) * 12 + month - m;
}

function endsBefore(point: Point, issued: string): boolean {
  const [y, m, d] = issued.split("-").map(Number) as [number, number, number];
  if (point.y !== y) return (point.y ?? 0) < y;
  if (point.type === "day") return (point.m ?? 12) * 100 + point.d < m * 100 + d;
  if (point.type === "month") return point.m < m;
  if (point.type === "quarter") return point.q * 3 < m;
  return point.type === "months" && point.to < m;
}
