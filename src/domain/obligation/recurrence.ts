/**
 * What is owed again and again: the days of a schedule, and the period each stands for. The schedule is an RRULE
 * (RFC 5545) of the kinds that documents of the trade use: weekly on a weekday, monthly or every n months on a day,
 * yearly on a day of some months. −1 is the last day of the month; a day that a month does not have is its last one,
 * since nobody means "no report in February".
 */
import { DateTime } from "luxon";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

export interface Schedule {
  frequency: "WEEKLY" | "MONTHLY" | "YEARLY";
  /** Every n weeks, months or years, counted from the anchor. */
  interval: number;
  /** 1–12; of a yearly one. */
  months: readonly number[];
  /** 1–31 or −1; of a monthly or yearly one. */
  day: number | null;
  /** 1 Monday … 7 Sunday; of a weekly one. */
  weekday: number | null;
}

/** Null for what is not a schedule with days: "định kỳ" without a day is for staff to settle. */
export function parseSchedule(rule: string | null): Schedule | null {
  const parts = new Map((rule ?? "").split(";").map((part) => part.split("=", 2) as [string, string]));
  const frequency = parts.get("FREQ");
  const interval = Number(parts.get("INTERVAL") ?? 1);
  if (!Number.isInteger(interval) || interval < 1 || interval > 24) return null;
  if (frequency === "WEEKLY") {
    const weekday = WEEKDAYS.indexOf(parts.get("BYDAY") as (typeof WEEKDAYS)[number]) + 1;
    return weekday > 0 ? { frequency, interval, months: [], day: null, weekday } : null;
  }
  if (frequency !== "MONTHLY" && frequency !== "YEARLY") return null;
  const day = Number(parts.get("BYMONTHDAY") ?? Number.NaN);
  if (!(day === -1 || (Number.isInteger(day) && day >= 1 && day <= 31))) return null;
  const months = (parts.get("BYMONTH")?.split(",") ?? []).map(Number).sort((a, b) => a - b);
  if (months.some((month) => !(Number.isInteger(month) && month >= 1 && month <= 12))) return null;
  if (frequency === "YEARLY" && months.length === 0) return null;
  return { frequency, interval, months, day, weekday: null };
}

/**
 * The days of a schedule, ascending, `from` and `until` counted in.
 *
 * @param anchor ISO day from which intervals are counted
 */
export function daysOfSchedule(schedule: Schedule, anchor: string, from: string, until: string): string[] {
  const start = DateTime.fromISO(anchor, { zone: "utc" });
  const end = DateTime.fromISO(until, { zone: "utc" });
  const days: string[] = [];
  const take = (day: DateTime) => {
    const iso = day.toISODate() ?? "";
    if (iso >= from && iso >= anchor && iso <= until) days.push(iso);
  };
  const { frequency, interval } = schedule;
  if (frequency === "WEEKLY") {
    for (let week = start.startOf("week"); week <= end; week = week.plus({ weeks: interval }))
      take(week.plus({ days: (schedule.weekday ?? 1) - 1 }));
    return days;
  }
  const step = frequency === "MONTHLY" ? { months: interval } : { years: interval };
  for (
    let span = start.startOf(frequency === "MONTHLY" ? "month" : "year");
    span <= end;
    span = span.plus(step)
  ) {
    const months =
      frequency === "YEARLY"
        ? schedule.months.map((month) => span.set({ month }))
        : schedule.months.length === 0 || schedule.months.includes(span.month)
          ? [span]
          : [];
    for (const month of months) take(dayIn(month, schedule.day ?? -1));
  }
  return days;
}

/** The period a day of the schedule stands for: `2024-W17`, `2024-04`, `2024-Q2` or `2024`; unique in the schedule. */
export function periodOfDay({ frequency, interval, months }: Schedule, day: string): string {
  const at = DateTime.fromISO(day, { zone: "utc" });
  if (frequency === "WEEKLY") return `${at.weekYear}-W${String(at.weekNumber).padStart(2, "0")}`;
  const isQuarterly =
    frequency === "MONTHLY"
      ? interval === 3
      : months.length === 4 && months.every((m, i) => m - (months[0] ?? 0) === 3 * i);
  if (isQuarterly) return `${at.year}-Q${at.quarter}`;
  return frequency === "YEARLY" && months.length === 1 ? String(at.year) : day.slice(0, 7);
}

function dayIn(month: DateTime, day: number): DateTime {
  const last = month.daysInMonth ?? 28;
  return month.set({ day: day === -1 ? last : Math.min(day, last) });
}
