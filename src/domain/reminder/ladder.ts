/**
 * When a unit that still owes is reminded: rungs in days from the last day (−3: three days before, 0: the day
 * itself, 1: the day after), each in the morning. After an outage only the latest rung counts, once: never a
 * burst. A rung that was already past when the obligation came into being is never sent.
 */
import { dayOf, hourOf, instantOf, lastDayOf, plusDays } from "../moment.ts";

export interface Ladder {
  /** Days from the last day, ascending. */
  rungs: readonly number[];
  /** `HH:MM` in the committee's zone. */
  hour: string;
}

export const defaultLadder: Ladder = { rungs: [-3, 0, 1], hour: "07:30" };

/** Nobody is written to between these hours. */
export const quietHours = { from: "19:00", until: "07:00" } as const;

/** The instant of a rung of a deadline. */
export function rungMoment(rung: number, dueBefore: Date, ladder: Ladder, zone: string): Date {
  return instantOf(plusDays(lastDayOf(dueBefore, zone).day, rung), ladder.hour, zone);
}

/**
 * The one rung to send at `now`: the latest whose moment has come since the obligation began, or null. A rung
 * that was meant for before the deadline is not sent after it.
 */
export function rungNow(
  obligation: { dueBefore: Date; createdAt: Date },
  now: Date,
  ladder: Ladder,
  zone: string,
): number | null {
  const today = dayOf(now, zone);
  const { day: lastDay } = lastDayOf(obligation.dueBefore, zone);
  const come = ladder.rungs.filter((rung) => {
    const moment = rungMoment(rung, obligation.dueBefore, ladder, zone);
    return moment <= now && moment > obligation.createdAt;
  });
  const latest = come.at(-1);
  if (latest === undefined) return null;
  if (latest <= 0 && now >= obligation.dueBefore) return null;
  // "Due today" said on another day would be wrong; "three days before" is worded by the days really left.
  if (latest === 0 && today !== lastDay) return null;
  return latest;
}

/** Whether `instant` lies in the quiet hours. */
export function isQuiet(instant: Date, zone: string): boolean {
  const hour = hourOf(instant, zone);
  return hour >= quietHours.from || hour < quietHours.until;
}

/** `instant` itself outside the quiet hours, else the end of these quiet hours. */
export function nextGoodMoment(instant: Date, zone: string): Date {
  if (!isQuiet(instant, zone)) return instant;
  const today = dayOf(instant, zone);
  const day = hourOf(instant, zone) >= quietHours.from ? plusDays(today, 1) : today;
  return instantOf(day, quietHours.until, zone);
}
