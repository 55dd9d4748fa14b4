/**
 * What follows where a unit is silent: its deputy is told, then staff are to call. Counted in working days, so that
 * a holiday makes nobody look slow. (Source: issue text on escalation; the days are settings of the board.)
 */
import { dayOf, daysBetween, lastDayOf, plusDays, weekdayOf } from "../moment.ts";

export interface EscalationDays {
  /** Working days without "Đã nhận" until the deputy gets the announcement. */
  unseenDays: number;
  /** Days past the last day until the deputy is told. */
  lateDays: number;
  /** Working days after the deputy was told until staff are to call. */
  callDays: number;
}

export const defaultEscalation: EscalationDays = { unseenDays: 2, lateDays: 3, callDays: 1 };

/** Working days after the day of `since`, up to and with the day of `now`; counting stops at 60. */
export function workingDaysSince(
  since: Date,
  now: Date,
  zone: string,
  isWorking: (day: string) => boolean,
): number {
  const today = dayOf(now, zone);
  let count = 0;
  for (let day = plusDays(dayOf(since, zone), 1); day <= today && count < 60; day = plusDays(day, 1))
    if (isWorking(day)) count++;
  return count;
}

/** Days since the last day of a deadline; 0 or less while it lasts. */
export function daysLate(dueBefore: Date, now: Date, zone: string): number {
  return daysBetween(lastDayOf(dueBefore, zone).day, dayOf(now, zone));
}

/**
 * The Monday (ISO day) of the week whose list of what is overdue leaders are to have today, or null on a day off. It
 * is due on the first working day; a stop over that day makes it late, not lost.
 */
export function redListWeek(now: Date, zone: string, isWorking: (day: string) => boolean): string | null {
  const today = dayOf(now, zone);
  return isWorking(today) ? plusDays(today, 1 - weekdayOf(today)) : null;
}
