/** Fairness after an outage, and its bounds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsAt, forgivenUntil } from "../../src/domain/obligation/outage.ts";

const ZONE = "Asia/Ho_Chi_Minh";
const at = (text: string) => new Date(`${text}:00+07:00`);
const dueBefore = at("2024-04-25T00:00");
const outage = { from: at("2024-04-24T20:00"), until: at("2024-04-25T08:10") };
const judge = (arrived: string, said: string | null = null, gone: typeof outage | null = outage) =>
  countsAt({ arrived: at(arrived), said: said === null ? null : at(said), dueBefore }, gone, ZONE);

describe("a report after an outage", () => {
  it("counts at the moment its message was written, while nobody listened", () => {
    expect(judge("2024-04-25T08:10", "2024-04-24T21:30")).toEqual({
      at: at("2024-04-24T21:30"),
      forgiven: true,
    });
  });

  it("counts as in time where a tap has no moment, and as long as time was lost before the deadline", () => {
    expect(judge("2024-04-25T12:10")).toEqual({ at: new Date(dueBefore.getTime() - 1_000), forgiven: true });
    expect(judge("2024-04-25T12:11")).toEqual({ at: at("2024-04-25T12:11"), forgiven: false });
  });

  it("is late where nobody was away at the deadline", () => {
    expect(judge("2024-04-25T08:10", null, null).forgiven).toBe(false);
    const before = { from: at("2024-04-24T10:00"), until: at("2024-04-24T23:00") };
    expect(judge("2024-04-25T00:10", null, before).forgiven).toBe(false);
    expect(judge("2024-04-25T00:10", "2024-04-24T22:00", before).forgiven).toBe(false);
  });

  it("is not forgiven for a message that was written after the deadline, or before anybody was away", () => {
    expect(judge("2024-04-25T20:00", "2024-04-25T07:00").forgiven).toBe(false);
    expect(judge("2024-04-25T20:00", "2024-04-24T19:59").forgiven).toBe(false);
  });

  it("may be sent in the morning where the time given would end at night", () => {
    const short = { from: at("2024-04-24T23:50"), until: at("2024-04-25T01:00") };
    expect(forgivenUntil(dueBefore, short, ZONE)).toEqual(at("2024-04-25T09:00"));
  });

  it("never counts later than it came, and is forgiven only within a bound of the outage", () => {
    const minutes = fc.integer({ min: -5_000, max: 5_000 });
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 1, max: 4_000 }),
        fc.option(minutes),
        (a, f, length, s) => {
          const plus = (minute: number) => new Date(dueBefore.getTime() + minute * 60_000);
          const gone = { from: plus(f), until: plus(f + length) };
          const arrived = plus(a);
          const said = s === null ? null : plus(s);
          const counted = countsAt({ arrived, said, dueBefore }, gone, ZONE);
          expect(counted.at <= arrived).toBe(true);
          if (!counted.forgiven) return void expect(counted.at).toEqual(arrived);
          expect(gone.from < dueBefore && dueBefore <= gone.until).toBe(true);
          expect(counted.at < dueBefore && counted.at >= gone.from).toBe(true);
          const waited = arrived.getTime() - gone.until.getTime();
          expect(said !== null || waited <= (24 + 14) * 3_600_000).toBe(true);
        },
      ),
    );
  });
});
