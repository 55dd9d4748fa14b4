import { dayOf, hourOf, instantOf, plusDays } from "../moment.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";

/** The instant `count` working days before another, at the same hour: what happened before it has lain that long. */
export function workingDaysAgo(instant: Date, count: number, calendar: Calendar, zone: string): Date {
  let day = dayOf(instant, zone);
  // The hours of a day off don't count: only a day that was worked has gone by. Beyond a year the calendar is wrong.
  for (let left = count, looked = 0; (left > 0 || !isWorkingDay(calendar, day)) && looked < 366; looked++) {
    if (isWorkingDay(calendar, day)) left--;
    day = plusDays(day, -1);
  }
  return instantOf(day, hourOf(instant, zone), zone);
}
