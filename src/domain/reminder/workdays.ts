/** Terms counted in working days: returns and signed copies get so many of them. */
import { plusDays } from "../moment.ts";
import { type Calendar, nearestWorkingDay } from "./calendar.ts";

/** The `count`-th working day after `day` (1 or more). */
export function plusWorkdays(calendar: Calendar, day: string, count: number): string {
  let at = day;
  // Two months without a working day: the calendar is wrong, and the next day is as good as any.
  for (let left = count; left > 0; left--) at = nearestWorkingDay(calendar, at, 1) ?? plusDays(at, 1);
  return at;
}
