/**
 * The last moment at which something is still in time: "trước ngày 25/4" ends with 24/4, read strictly; a day
 * ends at 23:59:59; a month, quarter or year ends with its last day; a stated hour is that moment of that day.
 * (Section "Deadlines" of the domain notes. Holidays move reminders, never a deadline.)
 */
import { DateTime } from "luxon";

/** When something is due, as a document states it. `due` is `YYYY-MM-DD`, `time` `HH:MM`. */
export interface StatedDue {
  due: string | null;
  strictBefore: boolean;
  time?: string | null;
  /** `2024-04`, `2021-Q3`, `2024`, or `A/B`. */
  period?: string | null;
}

/** The zone all deadlines are read in unless a setting says otherwise. */
export const defaultZone = "Asia/Ho_Chi_Minh";

/**
 * ISO moment with offset (`2024-04-24T23:59:59+07:00`), or null where neither day nor period is stated or
 * either is not a real date.
 */
export function lastMoment(stated: StatedDue, zone: string = defaultZone): string | null {
  const end = dueBefore(stated, zone);
  if (!end) return null;
  const last = hourStated(stated) ? end : end.minus({ seconds: 1 });
  return last.toISO({ suppressMilliseconds: true });
}

/**
 * The first instant that is late, exclusive: a report at this very instant is overdue, a millisecond before is
 * not. With a stated hour that is the hour itself, so `lastMoment` and `dueBefore` then coincide.
 */
export function dueBefore(stated: StatedDue, zone: string = defaultZone): DateTime<true> | null {
  if (stated.due) {
    const day = DateTime.fromISO(stated.due, { zone });
    if (!day.isValid) return null;
    if (stated.time && hourStated(stated)) {
      const [hour, minute] = stated.time.split(":").map(Number);
      return asValid(day.set({ hour: hour ?? 0, minute: minute ?? 0 }));
    }
    return asValid(stated.strictBefore ? day : day.plus({ days: 1 }));
  }
  const bounds = stated.period ? periodBounds(stated.period, zone) : null;
  return bounds && (stated.strictBefore ? bounds.start : bounds.end);
}

/**
 * First instant of a period and first instant after it; null for what is not a period.
 * `A/B` runs from the start of A to the end of B.
 */
export function periodBounds(
  period: string,
  zone: string = defaultZone,
): { start: DateTime<true>; end: DateTime<true> } | null {
  const [first, last = first] = period.split("/");
  const a = onePeriod(first ?? "", zone);
  const b = onePeriod(last ?? "", zone);
  return a && b ? { start: a.start, end: b.end } : null;
}

function onePeriod(period: string, zone: string) {
  const match = /^(\d{4})(?:-(\d{2})|-Q([1-4]))?$/.exec(period);
  if (!match) return null;
  const [, year, month, quarter] = match;
  const firstMonth = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : 1;
  const start = asValid(DateTime.fromObject({ year: Number(year), month: firstMonth, day: 1 }, { zone }));
  const length = month ? { months: 1 } : quarter ? { months: 3 } : { years: 1 };
  const end = start && asValid(start.plus(length));
  return start && end ? { start, end } : null;
}

function hourStated({ due, time }: StatedDue): boolean {
  return Boolean(due && time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
}

function asValid(moment: DateTime): DateTime<true> | null {
  return moment.isValid ? (moment as DateTime<true>) : null;
}
