/** When nobody is written to, and the next moment at which one may be. */
import { dayOf, hourOf, instantOf, plusDays } from "../moment.ts";
import { type Calendar, isWorkingDay, nearestWorkingDay } from "./calendar.ts";

/** Nobody is written to between these hours. */
export const quietHours = { from: "19:00", until: "07:00" } as const;

/** Whether `instant` lies in the quiet hours. */
export function isQuiet(instant: Date, zone: string): boolean {
  const hour = hourOf(instant, zone);
  return hour >= quietHours.from || hour < quietHours.until;
}

/** `instant` itself outside the quiet hours, else the end of these quiet hours; on days off too. */
export function nextGoodMoment(instant: Date, zone: string): Date {
  if (!isQuiet(instant, zone)) return instant;
  const today = dayOf(instant, zone);
  const day = hourOf(instant, zone) >= quietHours.from ? plusDays(today, 1) : today;
  return instantOf(day, quietHours.until, zone);
}

/** `instant` itself on a working day outside the quiet hours, else `hour` of the next working morning. */
export function nextWorkingMoment(instant: Date, hour: string, calendar: Calendar, zone: string): Date {
  const today = dayOf(instant, zone);
  const works = isWorkingDay(calendar, today);
  if (works && !isQuiet(instant, zone)) return instant;
  if (works && hourOf(instant, zone) < quietHours.until) return instantOf(today, hour, zone);
  // Two months without a working day: the calendar is wrong, and tomorrow is as good a day as any.
  const day = nearestWorkingDay(calendar, today, 1) ?? plusDays(today, 1);
  return instantOf(day, hour, zone);
}
