import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, daysBetween, hourOf, instantOf, plusDays } from "../../../src/domain/moment.ts";
import { isWorkingDay, workingCalendar } from "../../../src/domain/reminder/calendar.ts";
import {
  decide,
  defaultLadder,
  type Ladder,
  type LadderWorld,
  planRungs,
} from "../../../src/domain/reminder/ladder.ts";
import { isQuiet, nextWorkingMoment } from "../../../src/domain/reminder/quiet-hours.ts";

const zone = "Asia/Ho_Chi_Minh";
const calendar = workingCalendar([]);
const world: LadderWorld = { ladder: defaultLadder, calendar, zone };
const moment = (text: string) => instantOf(text.slice(0, 10), text.slice(11), zone);
const endOf = (day: string) => new Date(moment(`${day} 00:00`).getTime() + 86_400_000);
const told = (day: string, ladder: Ladder = defaultLadder) =>
  planRungs(endOf(day), moment(`${day} 08:00`), { ...world, ladder })
    .slice(0, ladder.rungs.length)
    .map(({ rung, at }) => `${rung}: ${dayOf(at, zone)} ${hourOf(at, zone)}`);

describe("the rungs of a deadline", () => {
  it("of 100-KH/ĐUK (Wednesday 24/4/2024): three days before is a Sunday, moves to Monday, and Tuesday stays", () => {
    expect(told("2024-04-24").slice(0, 5)).toEqual([
      "-7: 2024-04-17 07:30",
      "-1: 2024-04-23 07:30",
      "0: 2024-04-24 07:30",
      "1: 2024-04-25 07:30",
      "3: 2024-05-02 07:30",
    ]);
  });
  it("after the deadline they go to the next working morning", () => {
    // 27/4 is a Saturday, 29/4 to 1/5 are off.
    const at = planRungs(endOf("2024-04-24"), moment("2024-04-24 08:00"), world).find(
      ({ rung }) => rung === 3,
    );
    expect(at && dayOf(at.at, zone)).toBe("2024-05-02");
  });
  it("for a Sunday: the day itself and the day before go to Friday, as one", () => {
    expect(told("2024-04-14").slice(0, 3)).toEqual([
      "-7: 2024-04-08 07:30",
      "0: 2024-04-12 07:30",
      "1: 2024-04-15 07:30",
    ]);
  });
  it("so three days before a Sunday, a Thursday, nothing is said: the day before the moved one falls away", () =>
    expect(told("2024-04-14").some((one) => one.includes("2024-04-11"))).toBe(false));
  it("where staff have made the days around working days it is said on every day of a year (test/e2e/reminder-kill)", () => {
    for (let i = 0; i < 366; i++) {
      const today = plusDays("2026-01-01", i);
      const own = workingCalendar(
        Array.from({ length: 9 }, (_, n) => ({ day: plusDays(today, n - 1), off: false })),
      );
      const now = moment(`${today} 12:30`);
      const term = {
        dueBefore: endOf(plusDays(today, 3)),
        since: new Date(now.getTime() - 10 * 86_400_000),
      };
      expect(decide(term, now, () => false, { ...world, calendar: own }).rung, today).toBe(-3);
    }
  });
  it("before a deadline in Tết: to the last working morning", () => {
    const before = planRungs(endOf("2024-02-12"), moment("2024-02-05 08:00"), world).filter(
      ({ rung }) => rung <= 0,
    );
    expect(before.map(({ rung, at }) => `${rung}: ${dayOf(at, zone)}`)).toEqual([
      "-7: 2024-02-05",
      "0: 2024-02-07",
    ]);
  });
  it("a rung of the day itself comes before an hour that is earlier than the reminder", () => {
    const due = moment("2024-04-24 07:00");
    const [only] = planRungs(due, due, { ...world, ladder: { rungs: [0], weekly: false, hour: "07:30" } });
    expect(only && dayOf(only.at, zone)).toBe("2024-04-23");
  });
  it("weekly until closed, a year on", () => {
    const now = moment("2025-04-20 08:00");
    const { lookAt } = decide(
      { dueBefore: endOf("2024-04-24"), since: moment("2024-04-01 08:00") },
      now,
      () => true,
      world,
    );
    expect(lookAt && daysBetween("2025-04-20", dayOf(lookAt, zone))).toBeLessThanOrEqual(12);
  });
});

describe("what is sent", () => {
  const term = { dueBefore: endOf("2024-04-24"), since: moment("2024-04-15 08:00") };
  const at = (text: string, sent: number[] = []) =>
    decide(term, moment(text), (rung) => sent.includes(rung), world);
  it("after an outage the latest rung, once, and not where the next follows tomorrow", () => {
    expect(at("2024-04-26 10:00")).toMatchObject({ rung: 1 });
    expect(at("2024-04-26 10:00", [1])).toMatchObject({ rung: null });
    expect(at("2024-04-22 10:00")).toEqual({ rung: null, lookAt: moment("2024-04-23 07:30") });
  });
  it("back in the night it waits for the morning", () =>
    expect(at("2024-04-23 20:00")).toEqual({ rung: null, lookAt: moment("2024-04-24 07:30") }));
  it("what lies before the change of a ladder or a deadline is not sent", () =>
    expect(
      decide({ ...term, since: moment("2024-04-24 09:00") }, moment("2024-04-24 09:00"), () => false, world),
    ).toEqual({ rung: null, lookAt: moment("2024-04-25 07:30") }));
});

// ---- properties --------------------------------------------------------------------------------------------

const minutes = (from: string, to: string) =>
  fc
    .integer({ min: moment(from).getTime() / 60_000, max: moment(to).getTime() / 60_000 })
    .map((minute) => new Date(minute * 60_000));
const anyLadder: fc.Arbitrary<Ladder> = fc.record({
  rungs: fc
    .uniqueArray(fc.integer({ min: -15, max: 10 }), { maxLength: 8 })
    .map((all) => all.sort((a, b) => a - b)),
  weekly: fc.boolean(),
  hour: fc.constantFrom("07:00", "07:30", "08:00", "09:15"),
});
const anyCalendar = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 200 }), off: fc.boolean() }), { maxLength: 20 })
  .map((all) =>
    workingCalendar(
      all.map(({ day, off }) => ({ day: dayOf(new Date(Date.UTC(2024, 0, 1 + day)), "utc"), off })),
    ),
  );
const anyWorld = fc.record({ ladder: anyLadder, calendar: anyCalendar, zone: fc.constant(zone) });
const due = minutes("2024-01-20 00:00", "2024-06-30 00:00");

/** Runs the clock from look to look, with outages, as the worker does, and says what was sent. */
function live(dueBefore: Date, since: Date, until: Date, outages: readonly number[], world: LadderWorld) {
  const sent: { rung: number; at: Date }[] = [];
  let now = since;
  let i = 0;
  for (let looks = 0; looks < 300 && now <= until; looks++) {
    const { rung, lookAt } = decide(
      { dueBefore, since },
      now,
      (one) => sent.some((s) => s.rung === one),
      world,
    );
    if (rung !== null) sent.push({ rung, at: now });
    if (lookAt === null) break;
    expect(lookAt.getTime()).toBeGreaterThan(now.getTime());
    now = new Date(lookAt.getTime() + (outages[i++ % Math.max(1, outages.length)] ?? 0) * 60_000);
  }
  return sent;
}
const outages = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8_000 })), { maxLength: 12 });

describe("whatever the ladder, the calendar and the outages", () => {
  const everything = <T>(
    check: (sent: { rung: number; at: Date }[], dueBefore: Date, world: LadderWorld) => T,
  ) =>
    fc.assert(
      fc.property(
        due,
        minutes("2024-01-01 00:00", "2024-05-30 00:00"),
        outages,
        anyWorld,
        (dueBefore, since, gaps, world) => {
          check(live(dueBefore, since, moment("2024-09-30 00:00"), gaps, world), dueBefore, world);
        },
      ),
      { numRuns: 60 },
    );
  it("sends never in the quiet hours, never on a day off, never after the deadline what was for before it", () =>
    everything((sent, dueBefore, { calendar }) => {
      for (const { at } of sent) {
        expect(isQuiet(at, zone)).toBe(false);
        expect(isWorkingDay(calendar, dayOf(at, zone))).toBe(true);
      }
      for (const { rung, at } of sent) if (rung <= 0) expect(at < dueBefore).toBe(true);
      // At most one a day, each rung once, in their order.
      const days = sent.map(({ at }) => dayOf(at, zone));
      expect(new Set(days).size).toBe(days.length);
      const rungs = sent.map(({ rung }) => rung);
      expect(rungs).toEqual([...new Set(rungs)].sort((a, b) => a - b));
    }));
  it("a plan of rungs is in order, one a day, and none twice", () =>
    fc.assert(
      fc.property(due, anyWorld, (dueBefore, world) => {
        const planned = planRungs(dueBefore, dueBefore, world);
        const days = planned.map(({ at }) => dayOf(at, zone));
        expect(new Set(days).size).toBe(days.length);
        expect(days).toEqual([...days].sort());
        planned.forEach((one, i) => {
          const next = planned[i + 1];
          if (next && (one.moved || next.moved))
            expect(daysBetween(dayOf(one.at, zone), dayOf(next.at, zone))).toBeGreaterThan(1);
        });
      }),
      { numRuns: 60 },
    ));
  it("a look that runs twice does the same thing, and a later look never goes back", () =>
    fc.assert(
      fc.property(due, minutes("2024-01-01 00:00", "2024-08-30 00:00"), anyWorld, (dueBefore, now, world) => {
        const term = { dueBefore, since: moment("2024-01-01 00:00") };
        const first = decide(term, now, () => false, world);
        expect(decide(term, now, () => false, world)).toEqual(first);
        const again = decide(term, now, (rung) => rung === first.rung, world);
        expect(again.rung).toBeNull();
        const later = decide(term, new Date(now.getTime() + 3 * 86_400_000), () => false, world);
        if (first.rung !== null && later.rung !== null) expect(later.rung).toBeGreaterThanOrEqual(first.rung);
      }),
      { numRuns: 60 },
    ));
  it("after a stop of any length one rung is said, the latest that has come, and none before it ever", () =>
    fc.assert(
      fc.property(
        due,
        minutes("2024-01-01 00:00", "2024-05-30 00:00"),
        fc.integer({ min: 0, max: 60 * 1_440 }),
        anyWorld,
        (dueBefore, since, gap, world) => {
          const now = new Date(since.getTime() + gap * 60_000);
          const { rung } = decide({ dueBefore, since }, now, () => false, world);
          if (rung === null) return;
          const come = planRungs(dueBefore, now, world).filter(({ at }) => at >= since && at <= now);
          expect(rung).toBe(come.at(-1)?.rung);
          const said: number[] = [rung];
          let at = now;
          for (let looks = 0; looks < 40; looks++) {
            const next = decide({ dueBefore, since }, at, (one) => said.includes(one), world);
            if (next.rung !== null) said.push(next.rung);
            if (next.lookAt === null) break;
            at = next.lookAt;
          }
          expect(said).toEqual(said.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    ));
  it("the next working moment is one, and lies not before", () =>
    fc.assert(
      fc.property(minutes("2024-01-01 00:00", "2024-12-30 00:00"), anyCalendar, (now, calendar) => {
        const good = nextWorkingMoment(now, "07:30", calendar, zone);
        expect(good >= now).toBe(true);
        expect(isQuiet(good, zone) || !isWorkingDay(calendar, dayOf(good, zone))).toBe(false);
      }),
    ));
});
