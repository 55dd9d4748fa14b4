/** Working days as far as weekends go. Days are ISO strings; holidays come with the working calendar. */
import { plusDays, weekdayOf } from "../moment.ts";

/** Monday to Friday. */
export function isWorkday(day: string): boolean {
  return weekdayOf(day) <= 5;
}

/** The `count`-th working day after `day` (1 or more). */
export function plusWorkdays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1);
    if (isWorkday(at)) left--;
  }
  return at;
}
