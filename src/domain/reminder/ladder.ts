/**
 * When a unit that still owes is reminded: rungs in days from the last day (−3: three days before, 0: the day itself,
 * 1: the day after), each in the morning, then weekly until it is done. A rung on a day off moves to the next working
 * morning before the deadline, else back to the last working morning before the rung; after the deadline, to the next
 * working morning. Of two that come to lie on one day, or by a move on adjacent days, the later rung stays.
 */
import { dayOf, daysBetween, instantOf, lastDayOf, plusDays } from "../moment.ts";
import { type Calendar, isWorkingDay, nearestWorkingDay } from "./calendar.ts";
import { nextWorkingMoment } from "./quiet-hours.ts";

export interface Ladder {
  /** Days from the last day, ascending. */
  rungs: readonly number[];
  /** Whether it goes on every seven days after its last rung. */
  weekly: boolean;
  /** `HH:MM` in the committee's zone, outside the quiet hours. */
  hour: string;
}

/** (Source: issue "Deliver and remind", point 6.) */
export const defaultLadder: Ladder = { rungs: [-7, -3, -1, 0, 1, 3], weekly: true, hour: "07:30" };

/** What the rungs of a ladder are counted from. */
export interface Term {
  dueBefore: Date;
  /** Rungs whose moment lies before are never sent: the thing owed, its deadline or its ladder are younger. */
  since: Date;
}

export interface Planned {
  rung: number;
  /** When it is sent. */
  at: Date;
  /** Not on its own day. */
  moved: boolean;
}

export interface LadderWorld {
  ladder: Ladder;
  calendar: Calendar;
  zone: string;
}

/** The rungs of a deadline in the order they are sent; of the weekly ones those within some weeks of `around`. */
export function planRungs(dueBefore: Date, around: Date, world: LadderWorld): Planned[] {
  const { day: lastDay } = lastDayOf(dueBefore, world.zone);
  const passed = daysBetween(lastDay, dayOf(around, world.zone));
  const planned = [...world.ladder.rungs, ...weeklyRungs(world.ladder, passed)]
    .flatMap((rung) => place(rung, lastDay, dueBefore, world) ?? [])
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.rung - b.rung);
  const kept: Planned[] = [];
  for (const one of planned.reverse()) {
    const next = kept[0];
    if (next) {
      const apart = daysBetween(dayOf(one.at, world.zone), dayOf(next.at, world.zone));
      if (apart === 0 || (apart === 1 && (one.moved || next.moved))) continue;
    }
    kept.unshift(one);
  }
  return kept;
}

function weeklyRungs({ rungs, weekly }: Ladder, passed: number): number[] {
  if (!weekly) return [];
  const last = Math.max(0, ...rungs);
  const first = Math.max(1, Math.floor((passed - last) / 7) - 4);
  return Array.from({ length: 12 }, (_, i) => last + 7 * (first + i));
}

function place(rung: number, lastDay: string, dueBefore: Date, world: LadderWorld): Planned | null {
  const { calendar, ladder, zone } = world;
  const own = plusDays(lastDay, rung);
  const at = (day: string) => instantOf(day, ladder.hour, zone);
  const isIn = (day: string) => rung > 0 || at(day) < dueBefore;
  if (isWorkingDay(calendar, own) && isIn(own)) return { rung, at: at(own), moved: false };
  const later = nearestWorkingDay(calendar, own, 1);
  if (later && isIn(later)) return { rung, at: at(later), moved: true };
  const earlier = nearestWorkingDay(calendar, own, -1);
  return earlier && rung <= 0 && isIn(earlier) ? { rung, at: at(earlier), moved: true } : null;
}

export interface Decision {
  /** The rung to send at this moment. */
  rung: number | null;
  /** When to look again; null: this ladder has ended. */
  lookAt: Date | null;
}

/** A plan's units share their deadline: its rungs are placed once for each calendar that is read. */
const placed = new WeakMap<Calendar, Map<string, Planned[]>>();

function rungsOf(dueBefore: Date, now: Date, world: LadderWorld): Planned[] {
  const known = placed.get(world.calendar) ?? new Map<string, Planned[]>();
  placed.set(world.calendar, known);
  const key = `${dueBefore.getTime()} ${now.getTime()} ${world.zone} ${JSON.stringify(world.ladder)}`;
  const found = known.get(key) ?? planRungs(dueBefore, now, world);
  known.set(key, found);
  return found;
}

/**
 * What the ladder says at `now`. After an outage only the latest rung counts, once: never a burst; and not even that
 * one where the next follows by tomorrow, or where it was meant for before a deadline that has passed.
 *
 * @param isSent whether a rung of this deadline has been sent
 */
export function decide(
  term: Term,
  now: Date,
  isSent: (rung: number) => boolean,
  world: LadderWorld,
): Decision {
  const { calendar, ladder, zone } = world;
  const planned = rungsOf(term.dueBefore, now, world).filter(({ at }) => at >= term.since);
  const latest = planned.filter(({ at }) => at <= now).at(-1);
  const next = planned.find(({ at }) => at > now) ?? null;
  const after = { rung: null, lookAt: next?.at ?? null };
  if (!latest || isSent(latest.rung)) return after;
  if (latest.rung <= 0 && now >= term.dueBefore) return after;
  const today = dayOf(now, zone);
  const isLate = dayOf(latest.at, zone) !== today;
  if (isLate && next && daysBetween(today, dayOf(next.at, zone)) <= 1) return after;
  const good = nextWorkingMoment(now, ladder.hour, calendar, zone);
  if (good > now) return { rung: null, lookAt: next && next.at < good ? next.at : good };
  return { ...after, rung: latest.rung };
}
