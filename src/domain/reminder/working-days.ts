import { dayOf, hourOf, instantOf, plusDays, weekdayOf } from "../moment.ts";

/**
 * The instant `count` working days before another, at the same hour: what happened before it has lain that long.
 *
 * @param isWorking whether an ISO day is worked; by default Monday to Friday
 */
export function workingDaysAgo(
  instant: Date,
  count: number,
  zone: string,
  isWorking: (day: string) => boolean = (day) => weekdayOf(day) <= 5,
): Date {
  let day = dayOf(instant, zone);
  for (let left = count; left > 0; ) {
    // The hours of a day off don't count: only a day that was worked has gone by.
    if (isWorking(day)) left--;
    day = plusDays(day, -1);
  }
  while (!isWorking(day)) day = plusDays(day, -1);
  return instantOf(day, hourOf(instant, zone), zone);
}
