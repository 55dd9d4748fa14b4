import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dayOf, hourOf } from "../../../src/domain/moment.ts";
import { isWorkingDay, workingCalendar } from "../../../src/domain/reminder/calendar.ts";
import { draftNudgeAt } from "../../../src/domain/reminder/draft-nudge.ts";

const zone = "Asia/Ho_Chi_Minh";
const calendar = workingCalendar([]);
const at = (text: string) => new Date(`${text}:00+07:00`);

describe("who stopped half-way is asked", () => {
  test.each([
    ["2024-04-15T16:00", "2024-04-16T07:30"],
    ["2024-04-15T23:59", "2024-04-16T07:30"],
    // In the small hours the next morning is the same day's; at six one is still at it.
    ["2024-04-16T01:00", "2024-04-16T07:30"],
    ["2024-04-16T06:00", "2024-04-17T07:30"],
    ["2024-04-16T07:30", "2024-04-17T07:30"],
    // Over a weekend, over Giỗ Tổ (Thursday), over Tết.
    ["2024-04-19T20:30", "2024-04-22T07:30"],
    ["2024-04-20T01:00", "2024-04-22T07:30"],
    ["2024-04-17T16:00", "2024-04-19T07:30"],
    ["2024-02-07T16:00", "2024-02-15T07:30"],
  ])("stopped %s, asked %s", (stopped, asked) =>
    expect(draftNudgeAt(at(stopped), calendar, zone)).toEqual(at(asked)));

  it("on a working morning, after a rest, and never more than once round the holidays later", () => {
    fc.assert(
      fc.property(
        fc.date({ min: at("2024-01-01T00:00"), max: at("2026-12-31T00:00"), noInvalidDate: true }),
        (stopped) => {
          const asked = draftNudgeAt(stopped, calendar, zone);
          expect(isWorkingDay(calendar, dayOf(asked, zone))).toBe(true);
          expect(hourOf(asked, zone)).toBe("07:30");
          const hours = (asked.getTime() - stopped.getTime()) / 3_600_000;
          expect(hours).toBeGreaterThanOrEqual(4);
          expect(hours).toBeLessThan(24 * 12);
        },
      ),
    );
  });
});
