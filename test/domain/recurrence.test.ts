import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plusDays, weekdayOf } from "../../src/domain/moment.ts";
import {
  daysOfSchedule,
  parseSchedule,
  periodOfDay,
  type Schedule,
} from "../../src/domain/obligation/recurrence.ts";

const days = (rule: string, anchor: string, from: string, until: string) => {
  const schedule = parseSchedule(rule);
  if (!schedule) throw new Error(`no schedule: ${rule}`);
  return daysOfSchedule(schedule, anchor, from, until).map((day) => `${periodOfDay(schedule, day)} ${day}`);
};

describe("what recurs", () => {
  it("monthly", () =>
    expect(days("FREQ=MONTHLY;BYMONTHDAY=25", "2024-04-15", "2024-04-15", "2024-07-01")).toEqual([
      "2024-04 2024-04-25",
      "2024-05 2024-05-25",
      "2024-06 2024-06-25",
    ]));
  it("a day that a month does not have is its last", () =>
    expect(days("FREQ=MONTHLY;BYMONTHDAY=30", "2024-01-01", "2024-02-01", "2024-03-31")).toEqual([
      "2024-02 2024-02-29",
      "2024-03 2024-03-30",
    ]));
  it("at the end of each quarter", () =>
    expect(
      days("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2024-04-15", "2024-04-15", "2024-12-31"),
    ).toEqual(["2024-Q2 2024-06-30", "2024-Q3 2024-09-30", "2024-Q4 2024-12-31"]));
  it("weekly, over the turn of a year", () =>
    expect(days("FREQ=WEEKLY;BYDAY=FR", "2024-12-20", "2024-12-25", "2025-01-05")).toEqual([
      "2024-W52 2024-12-27",
      "2025-W01 2025-01-03",
    ]));
  it("yearly", () =>
    expect(days("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25", "2024-01-01", "2024-01-01", "2025-12-31")).toEqual([
      "2024 2024-11-25",
      "2025 2025-11-25",
    ]));
  it.each([
    "FREQ=MONTHLY",
    "FREQ=YEARLY",
    "FREQ=DAILY",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "",
    null,
  ])("%s has no days", (rule) => expect(parseSchedule(rule)).toBeNull());
});

const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({
    frequency: fc.constant("WEEKLY" as const),
    interval: fc.integer({ min: 1, max: 4 }),
    months: fc.constant([]),
    day: fc.constant(null),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    frequency: fc.constantFrom("MONTHLY" as const, "YEARLY" as const),
    interval: fc.integer({ min: 1, max: 3 }),
    months: fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
      .map((m) => m.sort((a, b) => a - b)),
    day: fc.oneof(fc.constant(-1), fc.integer({ min: 1, max: 31 })),
    weekday: fc.constant(null),
  }),
);

/** The rule asked of every single day: slow, and hard to get wrong. */
function isDay({ frequency, interval, months, day, weekday }: Schedule, anchor: string, at: string): boolean {
  const [year = 0, month = 0, date = 0] = at.split("-").map(Number);
  const [anchorYear = 0, anchorMonth = 0] = anchor.split("-").map(Number);
  if (frequency === "WEEKLY") {
    const monday = (one: string) => Date.parse(plusDays(one, 1 - weekdayOf(one))) / 604_800_000;
    return weekdayOf(at) === weekday && Math.round(monday(at) - monday(anchor)) % interval === 0;
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const wanted = day === -1 || day === null ? last : Math.min(day, last);
  const passed = frequency === "MONTHLY" ? (year - anchorYear) * 12 + month - anchorMonth : year - anchorYear;
  return date === wanted && months.includes(month) && passed % interval === 0;
}

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => plusDays("2024-01-01", n));

it("is what the rule says of each day, each period once", () =>
  fc.assert(
    fc.property(
      anySchedule,
      anyDay,
      anyDay,
      fc.integer({ min: 0, max: 400 }),
      (schedule, anchor, from, length) => {
        const until = plusDays(from, length);
        const expected: string[] = [];
        for (let day = from; day <= until; day = plusDays(day, 1))
          if (day >= anchor && isDay(schedule, anchor, day)) expected.push(day);
        const found = daysOfSchedule(schedule, anchor, from, until);
        expect(found).toEqual(expected);
        const periods = found.map((day) => periodOfDay(schedule, day));
        expect(new Set(periods).size).toBe(periods.length);
      },
    ),
    { numRuns: 60 },
  ));
