import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedAt, type Periodic } from "../../../src/domain/obligation/period.ts";

const end = (month: number, day = 26) => new Date(Date.UTC(2024, month - 1, day));
const owed = (month: number, milestoneId = 1): Periodic => ({
  milestoneId,
  period: `2024-${String(month).padStart(2, "0")}`,
  dueBefore: end(month),
});
const once: Periodic = { milestoneId: 9, period: "", dueBefore: end(6) };

describe("what is counted at a time", () => {
  it("is the period that runs, and what was owed for earlier ones stands beside it", () => {
    const all = [owed(4), owed(4), owed(5), owed(5)];
    expect(countedAt(all, end(4, 20))).toMatchObject({ period: "2024-04", earlier: [] });
    // The last moment of April has passed: May runs.
    expect(countedAt(all, end(4))).toEqual({
      present: [owed(5), owed(5)],
      earlier: [owed(4), owed(4)],
      period: "2024-05",
    });
  });
  it("is the last period where all have passed", () =>
    expect(countedAt([owed(4), owed(5)], end(12))).toMatchObject({ present: [owed(5)], period: "2024-05" }));
  it("is all where nothing recurs", () =>
    expect(countedAt([once, once], end(1))).toEqual({ present: [once, once], earlier: [], period: null }));
  it("names no period where two things recur by periods of their own", () =>
    expect(countedAt([owed(4), owed(5, 2), once], end(4, 20))).toEqual({
      present: [owed(4), owed(5, 2), once],
      earlier: [],
      period: null,
    }));
});

it("of each thing that recurs one period is counted, the nearest ahead; those before it stand beside, those after wait", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 })), { maxLength: 40 }),
      fc.integer({ min: 0, max: 400 }),
      (rows, days) => {
        const now = new Date(Date.UTC(2024, 0, 1 + days));
        const all = rows.map(([month, milestone]) => owed(month, milestone));
        const { present, earlier } = countedAt(all, now);
        for (const milestone of [1, 2, 3]) {
          const mine = present.filter((one) => one.milestoneId === milestone);
          expect(new Set(mine.map((one) => one.period)).size).toBe(
            rows.some(([, m]) => m === milestone) ? 1 : 0,
          );
          const ahead = all.filter((one) => one.milestoneId === milestone && (one.dueBefore ?? now) > now);
          const nearest = Math.min(...ahead.map((one) => one.dueBefore?.getTime() ?? 0));
          const counted = mine[0]?.dueBefore?.getTime() ?? 0;
          if (ahead.length > 0) expect(counted).toBe(nearest);
          const before = all.filter(
            (one) => one.milestoneId === milestone && (one.dueBefore?.getTime() ?? 0) < counted,
          );
          expect(earlier.filter((one) => one.milestoneId === milestone)).toEqual(before);
        }
      },
    ),
  ));
