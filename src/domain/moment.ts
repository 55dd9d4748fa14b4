/**
 * Days and hours in the committee's zone. Instants are JavaScript Dates, days are ISO strings (`2024-04-24`): a
 * day has no zone and never becomes an instant by accident.
 */
import { DateTime } from "luxon";

/** The day it is in `zone` at `instant`. */
export function dayOf(instant: Date, zone: string): string {
  return at(instant, zone).toISODate();
}

/** `HH:MM` in `zone`. */
export function hourOf(instant: Date, zone: string): string {
  return at(instant, zone).toFormat("HH:mm");
}

/** The instant of a day and an hour (`HH:MM`) in `zone`. */
export function instantOf(day: string, hour: string, zone: string): Date {
  const moment = DateTime.fromISO(`${day}T${hour}`, { zone });
  if (!moment.isValid) throw new RangeError(`no such moment: ${day} ${hour} ${zone}`);
  return moment.toJSDate();
}

/** Whole days from one ISO day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days,
  );
}

/** The ISO day `days` after another. */
export function plusDays(day: string, days: number): string {
  const moment = DateTime.fromISO(day, { zone: "utc" }).plus({ days });
  if (!moment.isValid) throw new RangeError(`not a day: ${day}`);
  return moment.toISODate();
}

/** The last day of the month, quarter or year that a day lies in. */
export function endOf(span: "month" | "quarter" | "year", day: string): string {
  const moment = DateTime.fromISO(day, { zone: "utc" }).endOf(span);
  if (!moment.isValid) throw new RangeError(`not a day: ${day}`);
  return moment.toISODate();
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: "utc" }).weekday;
}

/** The last day that still counts, and the hour it ends if it ends before midnight, of a deadline `dueBefore`. */
export function lastDayOf(dueBefore: Date, zone: string): { day: string; hour: string | null } {
  const end = at(dueBefore, zone);
  const midnight = end.hour === 0 && end.minute === 0 && end.second === 0;
  return midnight
    ? { day: end.minus({ days: 1 }).toISODate(), hour: null }
    : { day: end.toISODate(), hour: end.toFormat("HH:mm") };
}

function at(instant: Date, zone: string): DateTime<true> {
  const moment = DateTime.fromJSDate(instant, { zone });
  if (!moment.isValid) throw new RangeError(`no such moment or zone: ${String(instant)} ${zone}`);
  return moment;
}
