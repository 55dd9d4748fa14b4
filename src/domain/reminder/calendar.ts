/**
 * The working calendar: the official days off, mended by what staff have added. It moves reminders, never a deadline.
 */
import { plusDays, weekdayOf } from "../moment.ts";
import { type DayOffReason, daysOff } from "./days-off.ts";

/** A day that staff have made a day off, or a working day. */
export interface CalendarChange {
  /** ISO day. */
  day: string;
  off: boolean;
}

/** Why a day is off: a holiday, "weekend", or "board" where staff said so. Null: it is worked. */
export type WhyOff = DayOffReason | "weekend" | "board" | null;

export interface Calendar {
  whyOff(day: string): WhyOff;
}

/** @param changes later ones stand above earlier ones, and all above the official days */
export function workingCalendar(changes: readonly CalendarChange[]): Calendar {
  const changed = new Map(changes.map(({ day, off }) => [day, off]));
  return {
    whyOff(day) {
      const own = changed.get(day);
      if (own !== undefined) return own ? (official(day) ?? "board") : null;
      return official(day);
    },
  };
}

export const isWorkingDay = (calendar: Calendar, day: string): boolean => calendar.whyOff(day) === null;

/** The nearest working day after (`step` 1) or before (−1) a day, itself not counted. Null within 60 days: none. */
export function nearestWorkingDay(calendar: Calendar, day: string, step: 1 | -1): string | null {
  for (let i = 1; i <= 60; i++) {
    const candidate = plusDays(day, i * step);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return null;
}

function official(day: string): WhyOff {
  return holidays.get(day) ?? (weekdayOf(day) >= 6 && !worked.has(day) ? "weekend" : null);
}

const years = Object.entries(daysOff);
const holidays = new Map<string, DayOffReason>(
  years.flatMap(([year, { off }]) => off.map(([day, why]) => [`${year}-${day}`, why] as const)),
);
const worked = new Set<string>(years.flatMap(([year, { worked }]) => worked.map((day) => `${year}-${day}`)));
