/**
 * Another date for what one unit owes. It is always a whole day that ends later than the deadline it moves, and
 * that has not ended yet. (Source: domain glossary, Extension: asked by the unit; the asker never decides.)
 */
import { dayOf, daysBetween, instantOf, lastDayOf, plusDays } from "../moment.ts";
import { Problem } from "../problem.ts";

/** Nobody asks for more than a year. */
const MOST_DAYS = 366;
/** From this extension of one obligation on, staff are told how many there have been. */
export const MANY_EXTENSIONS = 3;

/** The first late instant of a deadline that ends with an ISO day. */
export function endOfDay(day: string, zone: string): Date {
  return instantOf(plusDays(day, 1), "00:00", zone);
}

/**
 * The first late instant of the day somebody asks for or offers. Problems: `extension-past` {}, `extension-not-later`
 * {}, `extension-too-far` {days}.
 */
export function extendedTo(day: string, from: Date, now: Date, zone: string): Date {
  const to = endOfDay(day, zone);
  if (to <= now) throw new Problem("extension-past");
  if (to <= from) throw new Problem("extension-not-later");
  if (daysBetween(dayOf(now, zone), day) > MOST_DAYS)
    throw new Problem("extension-too-far", { days: MOST_DAYS });
  return to;
}

/**
 * Up to three ISO days to choose from, ascending: the next working day, the third, and about a week after the
 * deadline, or after today where that is past.
 */
export function suggestDays(
  from: Date,
  now: Date,
  zone: string,
  isWorking: (day: string) => boolean,
): string[] {
  const last = lastDayOf(from, zone).day;
  const today = dayOf(now, zone);
  const base = last > today ? last : today;
  const next = (day: string): string => {
    let one = plusDays(day, 1);
    // A calendar without a working day in two months is a mistake: then any day will do.
    for (let i = 0; i < 60 && !isWorking(one); i++) one = plusDays(one, 1);
    return one;
  };
  const first = next(base);
  return [...new Set([first, next(next(first)), next(plusDays(base, 6))])].sort();
}
