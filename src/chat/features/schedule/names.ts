/** Schedules by short names that fit on a button: w5 (Fridays), m25 (monthly), q20 (last month of a quarter), h15, y15. */
import { parseSchedule } from "../../../domain/obligation/recurrence.ts";

export const rhythms = ["w", "m", "q", "h", "y"] as const;
export type Rhythm = (typeof rhythms)[number];

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const MONTHS: Record<string, string> = { q: "3,6,9,12", h: "6,12", y: "12" };

/** The days that can be chosen in a rhythm; 0 is the last day of the month. */
export const dayChoices = (rhythm: Rhythm): number[] =>
  rhythm === "w" ? [1, 2, 3, 4, 5] : [5, 10, 15, 20, 25, 0];

/** Null for what names no schedule with days. */
export function ruleOf(name: string): string | null {
  const [, rhythm = "", number = ""] = /^([wmqhy])(\d{1,2})$/.exec(name) ?? [];
  const day = Number(number);
  if (number === "" || day > 31) return null;
  if (rhythm === "w") return WEEKDAYS[day - 1] ? `FREQ=WEEKLY;BYDAY=${WEEKDAYS[day - 1]}` : null;
  const monthDay = `BYMONTHDAY=${day === 0 ? -1 : day}`;
  return rhythm === "m" ? `FREQ=MONTHLY;${monthDay}` : `FREQ=YEARLY;BYMONTH=${MONTHS[rhythm]};${monthDay}`;
}

/** The short name of a rule, if it has one. */
export function nameOf(rule: string | null): string | null {
  const schedule = parseSchedule(rule);
  if (schedule?.interval !== 1) return null;
  if (schedule.frequency === "WEEKLY") return `w${schedule.weekday}`;
  const day = schedule.day === -1 ? 0 : schedule.day;
  if (schedule.frequency === "MONTHLY") return schedule.months.length === 0 ? `m${day}` : null;
  const rhythm = Object.entries(MONTHS).find(([, months]) => months === schedule.months.join())?.[0];
  return rhythm ? `${rhythm}${day}` : null;
}
