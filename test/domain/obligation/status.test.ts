import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  awaitsMending,
  behindFrom,
  isInTime,
  type Returned,
  type Standing,
  stageOf,
  statusOf,
  tally,
} from "../../../src/domain/obligation/status.ts";

const DAY = 86_400_000;
const day = (n: number) => new Date(Date.UTC(2024, 3, 1) + n * DAY);

/** Moments of a story, in days from its beginning. */
const moment = fc.integer({ min: 0, max: 60 });
const deadline = fc.option(moment.map(day), { nil: null });

/** A report as it really goes: sent, then returned and mended some times, each return after what came before. */
const story = fc
  .record({
    due: deadline,
    sent: moment,
    steps: fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 9 }),
        time: fc.integer({ min: 1, max: 9 }),
        took: fc.integer({ min: 0, max: 18 }),
      }),
      { maxLength: 4 },
    ),
    mendsLast: fc.boolean(),
  })
  .map(({ due, sent, steps, mendsLast }) => {
    let at = sent;
    const returns: Returned[] = steps.map(({ wait, time, took }, i) => {
      const returned = at + wait;
      at = returned + took;
      const open = i === steps.length - 1 && !mendsLast;
      return { dueBefore: day(returned + time), mendedAt: open ? null : day(at) };
    });
    return { due, firstSentAt: day(sent), returns, until: at };
  });

const standing = ({
  due,
  firstSentAt,
  returns,
}: {
  due: Date | null;
  firstSentAt: Date | null;
  returns: readonly Returned[];
}): Standing => ({
  dueBefore: due,
  waived: false,
  firstSentAt,
  returns,
});

describe("the 2 × 2", () => {
  const at = (n: number) => ({ dueBefore: day(24), waived: false, firstSentAt: day(n), returns: [] });
  it.each([
    [{ ...at(0), firstSentAt: null }, 23, "open-in-time"],
    [{ ...at(0), firstSentAt: null }, 24, "open-late"],
    [at(23), 40, "done-in-time"],
    [at(24), 40, "done-late"],
    [{ ...at(23), waived: true }, 40, "waived"],
    [{ ...at(0), dueBefore: null, firstSentAt: null }, 40, "no-deadline"],
    [{ ...at(30), dueBefore: null }, 40, "done-in-time"],
  ] as const)("%#", (one, now, status) => expect(statusOf(one, day(now))).toBe(status));

  it("a return: not done until mended, in time while its date is met", () => {
    const back = (mendedAt: Date | null): Standing => ({
      ...at(22),
      returns: [{ dueBefore: day(27), mendedAt }],
    });
    expect(statusOf(back(null), day(26))).toBe("open-in-time");
    expect(statusOf(back(null), day(27))).toBe("open-late");
    expect(statusOf(back(day(26)), day(40))).toBe("done-in-time");
    expect(statusOf(back(day(27)), day(40))).toBe("done-late");
  });

  it("a return whose date lies before the deadline leaves the unit the deadline", () => {
    const early: Standing = { ...at(5), returns: [{ dueBefore: day(10), mendedAt: day(20) }] };
    expect(statusOf(early, day(40))).toBe("done-in-time");
  });
});

describe("returns, whatever happens", () => {
  it("never make a unit late whose every mending came by its date", () => {
    fc.assert(
      fc.property(story, ({ returns, ...one }) => {
        const met = returns.map((back) => ({ ...back, mendedAt: new Date(back.dueBefore.getTime() - 1) }));
        const now = day(200);
        expect(statusOf(standing({ ...one, returns: met }), now)).toBe(
          statusOf(standing({ ...one, returns: [] }), now),
        );
      }),
    );
  });

  it("never make a late report come in time", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 99 }), (one, later) => {
        const now = day(one.until + later);
        const without = isInTime(one.firstSentAt, one.due, [], now);
        if (!without) expect(isInTime(one.firstSentAt, one.due, one.returns, now)).toBe(false);
      }),
    );
  });

  it("count as not done exactly while one awaits its mending", () => {
    fc.assert(
      fc.property(story, (one) => {
        const status = statusOf(standing(one), day(one.until));
        const open = awaitsMending(one.returns) !== null;
        expect(status.startsWith("done")).toBe(!open);
      }),
    );
  });

  it("late is for ever: time alone and further returns never mend it", () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 99 }), moment, (one, later, more) => {
        const now = day(one.until + later);
        if (isInTime(one.firstSentAt, one.due, one.returns, now)) return;
        const mended = one.returns.map((back) => ({ ...back, mendedAt: back.mendedAt ?? now }));
        const further = [...mended, { dueBefore: day(one.until + later + more + 1), mendedAt: now }];
        expect(isInTime(one.firstSentAt, one.due, further, day(one.until + later + more))).toBe(false);
      }),
    );
  });

  it("do not depend on their order", () => {
    fc.assert(
      fc.property(story, (one) => {
        const now = day(one.until);
        const turned = standing({ ...one, returns: one.returns.toReversed() });
        expect(statusOf(turned, now)).toBe(statusOf(standing(one), now));
      }),
    );
  });

  it("are counted once each in the tally", () => {
    fc.assert(
      fc.property(fc.array(story), (all) => {
        const now = day(60);
        const counts = tally(
          all.map((each) => {
            const one = standing(each);
            const from = behindFrom(one);
            return {
              status: statusOf(one, now),
              stage: stageOf(one, each.returns.length % 2 === 0),
              behind: from !== null && from <= now,
              inTime: one.firstSentAt && isInTime(one.firstSentAt, one.dueBefore, one.returns, now),
            };
          }),
        );
        const { expected, sent, missing, done, awaiting, accepted, returned } = counts;
        expect(expected).toBe(all.length);
        expect(sent + missing).toBe(expected);
        expect(awaiting + accepted + returned).toBe(sent);
        expect(done).toBe(awaiting + accepted);
        expect(done).toBe(counts["done-in-time"] + counts["done-late"]);
        expect(done + counts["open-in-time"] + counts["open-late"] + counts["no-deadline"]).toBe(expected);
        expect(counts.mendingBehind).toBeLessThanOrEqual(returned);
        expect(counts.missingBehind).toBeLessThanOrEqual(missing);
        // Whoever is behind has something to do, and is late.
        expect(counts.missingBehind + counts.mendingBehind).toBeLessThanOrEqual(
          counts["open-late"] + counts["no-deadline"],
        );
      }),
    );
  });
});
