/** Rules of urging, whatever the calendar, the hours and the stops: extensions, escalation, digests, the cool-down. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  daysBetween,
  hourOf,
  instantOf,
  lastDayOf,
  plusDays,
  weekdayOf,
} from "../../../src/domain/moment.ts";
import { endOfDay, extendedTo, suggestDays } from "../../../src/domain/obligation/extension.ts";
import { Problem } from "../../../src/domain/problem.ts";
import { isWorkingDay, workingCalendar } from "../../../src/domain/reminder/calendar.ts";
import { COOL_HOURS, coolSince } from "../../../src/domain/reminder/cool-down.ts";
import {
  type DigestFigures,
  digestBounds,
  digestNow,
  hasChanged,
  readHours,
} from "../../../src/domain/reminder/digest.ts";
import { daysLate, redListWeek, workingDaysSince } from "../../../src/domain/reminder/escalation.ts";
import { plusWorkdays } from "../../../src/domain/reminder/workdays.ts";
import { workingDaysAgo } from "../../../src/domain/reminder/working-days.ts";

const zone = "Asia/Ho_Chi_Minh";
const first = Date.UTC(2024, 0, 1) / 60_000;
const anyMoment = fc
  .integer({ min: first, max: first + 400 * 1_440 })
  .map((minute) => new Date(minute * 60_000));
const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => plusDays("2024-01-01", n));
const anyCalendar = fc
  .array(fc.record({ day: anyDay, off: fc.boolean() }), { maxLength: 30 })
  .map((changes) => workingCalendar(changes));
const works = (calendar: ReturnType<typeof workingCalendar>) => (day: string) => isWorkingDay(calendar, day);
const problemOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe("an extension", () => {
  it("is a whole day that has not ended, later than the deadline, and not more than a year off", () =>
    fc.assert(
      fc.property(anyDay, anyMoment, anyMoment, (day, from, now) => {
        const to = endOfDay(day, zone);
        const problem = problemOf(() => extendedTo(day, from, now, zone));
        if (problem === null) {
          expect(extendedTo(day, from, now, zone)).toEqual(to);
          expect(to > now && to > from).toBe(true);
          expect(lastDayOf(to, zone)).toMatchObject({ day });
        } else {
          const wrong = {
            "extension-past": to <= now,
            "extension-not-later": to <= from,
            "extension-too-far": daysBetween(dayOf(now, zone), day) > 366,
          }[problem];
          expect(wrong, problem).toBe(true);
        }
      }),
    ));

  it("can be granted again and again, each time later than before", () =>
    fc.assert(
      fc.property(anyMoment, fc.array(anyDay, { maxLength: 8 }), (now, days) => {
        let due = new Date(now.getTime() + 86_400_000);
        for (const day of days) {
          if (problemOf(() => extendedTo(day, due, now, zone)) !== null) continue;
          const to = extendedTo(day, due, now, zone);
          expect(to > due).toBe(true);
          due = to;
        }
      }),
    ));

  it("is offered on days that can be granted, ascending, the first and the last of them worked", () =>
    fc.assert(
      fc.property(anyMoment, anyMoment, anyCalendar, (from, now, calendar) => {
        const days = suggestDays(from, now, zone, works(calendar));
        expect(days.length).toBeGreaterThan(0);
        expect(days.length).toBeLessThanOrEqual(3);
        expect(days).toEqual([...new Set(days)].sort());
        for (const day of days) {
          expect(isWorkingDay(calendar, day), day).toBe(true);
          expect(["extension-too-far", null]).toContain(problemOf(() => extendedTo(day, from, now, zone)));
        }
      }),
    ));
});

describe("escalation", () => {
  it("counts working days one by one: never back, at most one more a day, and a day off adds none", () =>
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 50 }), anyCalendar, (since, days, calendar) => {
        const isWorking = works(calendar);
        const later = (n: number) => new Date(since.getTime() + n * 86_400_000);
        const count = (n: number) => workingDaysSince(since, later(n), zone, isWorking);
        expect(count(0)).toBe(0);
        const step = count(days + 1) - count(days);
        expect(step).toBe(isWorking(dayOf(later(days + 1), zone)) ? 1 : 0);
      }),
    ));

  it("looks back as many working days as it counts forward", () =>
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 15 }), anyCalendar, (now, count, calendar) => {
        const since = workingDaysAgo(now, count, calendar, zone);
        expect(since < now).toBe(true);
        expect(isWorkingDay(calendar, dayOf(since, zone))).toBe(true);
        expect(workingDaysSince(since, now, zone, works(calendar))).toBe(count);
        // What happened before that moment has lain at least so long.
        const earlier = new Date(since.getTime() - 3 * 86_400_000);
        expect(workingDaysSince(earlier, now, zone, works(calendar))).toBeGreaterThanOrEqual(count);
      }),
    ));

  it("a term in working days ends on a working day, so many of them after", () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), anyCalendar, (day, count, calendar) => {
        const end = plusWorkdays(calendar, day, count);
        expect(isWorkingDay(calendar, end)).toBe(true);
        const between = Array.from({ length: daysBetween(day, end) }, (_, i) => plusDays(day, i + 1));
        expect(between.filter((one) => isWorkingDay(calendar, one))).toHaveLength(count);
      }),
    ));

  it("is late by the days since the last day, nothing while it lasts", () =>
    fc.assert(
      fc.property(anyDay, anyMoment, (lastDay, now) => {
        const due = endOfDay(lastDay, zone);
        const late = daysLate(due, now, zone);
        expect(late > 0).toBe(now >= due);
        expect(late).toBe(daysBetween(lastDay, dayOf(now, zone)));
      }),
    ));

  it("gives leaders one list a week, on a working day, under that week's Monday", () =>
    fc.assert(
      fc.property(anyMoment, anyCalendar, (now, calendar) => {
        const week = redListWeek(now, zone, works(calendar));
        const today = dayOf(now, zone);
        expect(week !== null).toBe(isWorkingDay(calendar, today));
        if (week === null) return;
        expect(weekdayOf(week)).toBe(1);
        expect(daysBetween(week, today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(week, today)).toBeLessThan(7);
      }),
    ));
});

const anyHours = fc
  .uniqueArray(fc.integer({ min: 7 * 60, max: 19 * 60 }), { minLength: 1, maxLength: digestBounds.most })
  .map((all) =>
    all
      .sort((a, b) => a - b)
      .map((n) => `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`),
  );
const anyFigures: fc.Arbitrary<DigestFigures> = fc.record({
  expected: fc.nat(3),
  sent: fc.nat(3),
  returned: fc.nat(3),
  drafting: fc.nat(3),
  behind: fc.nat(3),
  awaiting: fc.nat(3),
  asked: fc.nat(3),
});

describe("a digest", () => {
  it("is due at the latest hour that has come, on working days, never from seven in the evening on", () =>
    fc.assert(
      fc.property(anyHours, anyMoment, anyCalendar, (hours, now, calendar) => {
        const slot = digestNow(hours, now, zone, works(calendar));
        const hour = hourOf(now, zone);
        const come = hours.filter((one) => one <= hour);
        const due = isWorkingDay(calendar, dayOf(now, zone)) && hour < digestBounds.until && come.length > 0;
        expect(slot !== null).toBe(due);
        if (slot) expect(slot).toEqual(instantOf(dayOf(now, zone), come.at(-1) ?? "", zone));
      }),
    ));

  /** The worker's looks, at any moments, over days in which the figures change now and then. */
  it("is told only when something has changed since the last one, once for each hour, and no change stays untold", () =>
    fc.assert(
      fc.property(
        anyHours,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), anyFigures), { minLength: 1, maxLength: 60 }),
        (hours, looks) => {
          const always = () => true;
          const told: { slot: number; figures: DigestFigures }[] = [];
          const thought = new Set<number>();
          let last: DigestFigures | null = null;
          let now = new Date("2024-04-01T00:00:00Z");
          for (const [minutes, figures] of looks) {
            now = new Date(now.getTime() + minutes * 60_000);
            const slot = digestNow(hours, now, zone, always);
            if (!slot || thought.has(slot.getTime())) continue;
            thought.add(slot.getTime());
            if (!hasChanged(figures, last)) {
              expect(figures).toEqual(
                last ?? { ...figures, done: 0, drafting: 0, late: 0, awaiting: 0, asked: 0 },
              );
              continue;
            }
            told.push({ slot: slot.getTime(), figures });
            last = figures;
          }
          expect(new Set(told.map(({ slot }) => slot)).size).toBe(told.length);
          for (const [i, one] of told.entries())
            if (i > 0) expect(one.figures).not.toEqual(told[i - 1]?.figures);
        },
      ),
      { numRuns: 60 },
    ));

  it("hours are read as they are written, and are none twice or at night", () =>
    fc.assert(
      fc.property(
        anyHours,
        fc.constantFrom(":", "h", "g"),
        fc.constantFrom(", ", " ", ";"),
        (hours, mark, between) => {
          const typed = [...hours].reverse().map((one) => one.replace(/^0/, "").replace(":", mark));
          expect(readHours([...typed, typed[0]].join(between))).toEqual(hours);
          expect(readHours([...typed, "22:00"].join(between))).toBeNull();
        },
      ),
    ));
});

it("the cool-down keeps nudges of one thing so many hours apart", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 40 }), (minutes) => {
      const written: Date[] = [];
      let now = new Date("2024-04-22T01:00:00Z");
      for (const pause of minutes) {
        now = new Date(now.getTime() + pause * 60_000);
        const since = coolSince(now);
        if (!written.some((at) => at > since)) written.push(now);
      }
      for (const [i, at] of written.entries()) {
        const before = written[i - 1];
        if (before) expect(at.getTime() - before.getTime()).toBeGreaterThanOrEqual(COOL_HOURS * 3_600_000);
      }
    }),
  ));
