/**
 * Days, from what was typed to ISO days. A day without a year is the one nearest to today; where the form
 * asks for what is past and that day is still to come, it is refused rather than read as a year ago. The days of one message belong together: one of them
 * settles the year (one that names it, else the one that falls nearest to today) and the others are taken nearest
 * to it. So "28/12, 3/1" typed in January spans the new year, and "22/4, 26/4" typed on 24/4 is refused for the
 * day to come instead of being read as a year ago.
 */
import { DateTime } from "luxon";
import { Problem } from "../../problem.ts";
import { type DateField, type DaysField, MOST_DAYS } from "../form.ts";
import { dayText } from "../values.ts";
import { cutDays, type DayWord } from "./day-words.ts";
import { excerpt } from "./spelling.ts";

/**
 * ISO days, ascending, each once, at most {@link MOST_DAYS}. `today` is an ISO day.
 *
 * Problems: `date-unreadable` {label, text}, `date-impossible` {text}, `dates-too-many` {max},
 * `date-in-future` {date}.
 */
export function readDays(field: DaysField, typed: string, today: string): string[] | Problem {
  const parts = cutDays(typed);
  if (parts === null) return new Problem("date-unreadable", { label: field.label, text: excerpt(typed) });
  const now = DateTime.fromISO(today, { zone: "utc" });
  const words = parts.flatMap((part) => (part.to ? [part.from, part.to] : [part.from]));
  const dated = settleYears(words, now);
  if (dated instanceof Problem) return dated;

  const days = new Set<string>();
  for (const part of parts) {
    const from = dated.shift();
    const to = part.to ? dated.shift() : from;
    if (!from || !to) throw new Error("a day word without its day");
    const length = to.diff(from, "days").days + 1;
    if (length < 1)
      return new Problem("date-impossible", { text: `${from.toFormat("d/M")}–${to.toFormat("d/M")}` });
    if (length > MOST_DAYS) return new Problem("dates-too-many", { max: MOST_DAYS });
    for (let i = 0; i < length; i++) days.add(from.plus({ days: i }).toFormat("yyyy-MM-dd"));
  }
  if (days.size > MOST_DAYS) return new Problem("dates-too-many", { max: MOST_DAYS });
  const sorted = [...days].sort();
  const future = field.notAfterToday ? sorted.find((day) => day > today) : undefined;
  return future === undefined ? sorted : new Problem("date-in-future", { date: dayText(future) });
}

/** One day. Problems: those of {@link readDays}, `date-one` {label}. */
export function readDate(field: DateField, typed: string, today: string): string | Problem {
  const days = readDays({ ...field, kind: "days" }, typed, today);
  if (days instanceof Problem) return days;
  const [day] = days;
  return days.length === 1 && day ? day : new Problem("date-one", { label: field.label });
}

// One day for every word, in order.
function settleYears(words: DayWord[], now: DateTime): DateTime[] | Problem {
  const named = words.map((word) => (namesYear(word) ? (candidates(word, now)[0] ?? null) : null));
  const guesses = words.map((word) => nearest(candidates(word, now), now));
  const guess = nearest(guesses.filter(isDay), now);
  const dated: DateTime[] = [];
  for (const [i, word] of words.entries()) {
    const anchor = named.slice(i).find(isDay) ?? named.findLast(isDay) ?? guess;
    const day = namesYear(word) ? named[i] : anchor && nearest(candidates(word, anchor), anchor);
    // More than half a year away is another year's 29/2, which the year meant does not have.
    if (!day || !anchor || Math.abs(day.diff(anchor, "days").days) > 184) return impossible(word);
    dated.push(day);
  }
  return dated;
}

// The days a word can mean: itself, or its day in the year of `around`, before and after, as far as they exist.
function candidates(word: DayWord, around: DateTime): DateTime[] {
  if ("ago" in word) return [around.minus({ days: word.ago })];
  if ("weekday" in word) return [around.startOf("week").plus({ weeks: word.weeks, days: word.weekday - 1 })];
  const years = word.year === undefined ? [around.year - 1, around.year, around.year + 1] : [word.year];
  return years
    .filter((year) => year >= 1900 && year <= 2100)
    .map((year) => DateTime.utc(year, word.month, word.day))
    .filter((day) => day.isValid);
}

function nearest(days: DateTime[], to: DateTime): DateTime | null {
  const away = (day: DateTime) => Math.abs(day.diff(to, "days").days);
  return days.reduce<DateTime | null>((best, day) => (best && away(best) <= away(day) ? best : day), null);
}

function namesYear(word: DayWord): boolean {
  return !("day" in word) || word.year !== undefined;
}

function isDay(day: DateTime | null): day is DateTime {
  return day !== null;
}

function impossible(word: DayWord): Problem {
  if (!("day" in word)) throw new Error("a day counted from today always exists");
  const text = [word.day, word.month, ...(word.year === undefined ? [] : [word.year])].join("/");
  return new Problem("date-impossible", { text });
}
