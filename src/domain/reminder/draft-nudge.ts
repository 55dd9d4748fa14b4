/** Somebody who stopped in the middle of a report is asked about it the next working morning. */
import { dayOf, instantOf } from "../moment.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { plusWorkdays } from "./workdays.ts";

const HOUR = "07:30";
/** Whoever wrote at six is still at it at half past seven. */
const PAUSE_MS = 4 * 3_600_000;

/** @param stoppedAt the moment of the last answer */
export function draftNudgeAt(stoppedAt: Date, calendar: Calendar, zone: string): Date {
  const day = dayOf(stoppedAt, zone);
  const morning = instantOf(day, HOUR, zone);
  const rested = morning.getTime() - stoppedAt.getTime() >= PAUSE_MS;
  return rested && isWorkingDay(calendar, day)
    ? morning
    : instantOf(plusWorkdays(calendar, day, 1), HOUR, zone);
}
