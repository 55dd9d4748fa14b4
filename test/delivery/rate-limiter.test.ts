/** The pace against a messenger that counts strictly, on a clock that only the test moves. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimiter, type LimiterTime } from "../../src/delivery/send/rate-limiter.ts";

/** Time that jumps from one appointment to the next. */
function createTime() {
  let at = 0;
  let order = 0;
  const planned: { at: number; order: number; then: () => void }[] = [];
  const time: LimiterTime & {
    run(until: number): Promise<void>;
    at(moment: number, then: () => void): void;
  } = {
    now: () => at,
    after(ms, then) {
      const one = { at: at + ms, order: order++, then };
      planned.push(one);
      return () => {
        const index = planned.indexOf(one);
        if (index >= 0) planned.splice(index, 1);
      };
    },
    at: (moment, then) => void planned.push({ at: moment, order: order++, then }),
    async run(until) {
      for (;;) {
        // What was promised is kept before time goes on.
        for (let i = 0; i < 20; i++) await Promise.resolve();
        planned.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = planned[0];
        if (!next || next.at > until) break;
        planned.shift();
        at = Math.max(at, next.at);
        next.then();
      }
      at = Math.max(at, until);
    },
  };
  return time;
}

/** The most calls in any second, both ends counted as the strictest messenger would. */
const densest = (moments: readonly number[]): number => {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1_000).length));
};

interface Arrived {
  chatId: number;
  at: number;
  waited: number;
  kind: "bulk" | "answer";
}

function createScene(perSecond: number, toServer: () => number, back: () => number) {
  const time = createTime();
  const limiter = createRateLimiter(perSecond, time);
  const arrived: Arrived[] = [];
  const call = async (kind: "bulk" | "answer", chatId: number) => {
    const asked = time.now();
    const turn = await (kind === "bulk" ? limiter.turn(chatId) : limiter.answer(chatId));
    const there = time.now() + toServer();
    arrived.push({ chatId, at: there, waited: time.now() - asked, kind });
    time.at(there + back(), () => turn?.done());
  };
  return { time, limiter, arrived, call };
}

describe("a broadcast", () => {
  it("uses the limit well and never exceeds it, while people are answered at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 20, maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 20 }),
        async (delays, taps) => {
          let i = 0;
          const jitter = () => delays[i++ % delays.length] ?? 0;
          const { time, arrived, call } = createScene(30, jitter, () => 55 + jitter());
          for (let n = 0; n < 300; n++) void call("bulk", 1_000 + n);
          for (const [n, at] of taps.entries()) time.at(at, () => void call("answer", 5_000 + n));
          await time.run(20_000);
          expect(arrived).toHaveLength(300 + taps.length);
          expect(densest(arrived.map(({ at }) => at))).toBeLessThanOrEqual(30);
          expect(
            Math.max(0, ...arrived.filter((one) => one.kind === "answer").map((one) => one.waited)),
          ).toBeLessThanOrEqual(250);
          const last = Math.max(...arrived.map(({ at }) => at));
          // Within five per cent of what the limit allows, the answers' share included.
          if (taps.length === 0) expect(last).toBeLessThanOrEqual(10_500);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is no burst: an answer in the middle waits for one call, not for a second", async () => {
    const { time, arrived, call } = createScene(
      30,
      () => 2,
      () => 58,
    );
    for (let n = 0; n < 120; n++) void call("bulk", n);
    for (let n = 0; n < 10; n++) time.at(1_100 + n * 177, () => void call("answer", 900 + n));
    await time.run(8_000);
    const waits = arrived.filter(({ kind }) => kind === "answer").map(({ waited }) => waited);
    expect(waits).toHaveLength(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60);
  });

  it("does not lose what an answer that hangs has not told: the call counts until then", async () => {
    const { time, limiter } = createScene(
      2,
      () => 0,
      () => 0,
    );
    const first = await limiter.turn(1);
    const second = await limiter.turn(2);
    second?.done();
    let third = false;
    void limiter.turn(3).then(() => {
      third = true;
    });
    await time.run(5_000);
    expect(third).toBe(true);
    let fourth = false;
    void limiter.turn(4).then(() => {
      fourth = true;
    });
    await time.run(9_000);
    expect(fourth).toBe(false);
    first?.done();
    await time.run(15_000);
    expect(fourth).toBe(true);
  });
});

describe("a chat", () => {
  it("gets one bulk message a second, and holds up nobody else", async () => {
    const { time, arrived, call } = createScene(
      30,
      () => 1,
      () => 50,
    );
    for (let n = 0; n < 4; n++) void call("bulk", 7);
    for (let n = 0; n < 20; n++) void call("bulk", 100 + n);
    await time.run(6_000);
    const mine = arrived.filter(({ chatId }) => chatId === 7).map(({ at }) => at);
    expect(mine).toHaveLength(4);
    expect(densest(mine)).toBe(1);
    expect(Math.max(...arrived.filter(({ chatId }) => chatId !== 7).map(({ at }) => at))).toBeLessThan(900);
  });

  it("may be answered twice in a row, but not on the heels of the lane", async () => {
    const { time, arrived, call } = createScene(
      30,
      () => 1,
      () => 50,
    );
    void call("bulk", 7);
    await time.run(300);
    void call("answer", 7);
    void call("answer", 8);
    void call("answer", 8);
    await time.run(3_000);
    const at = (chatId: number) => arrived.filter((one) => one.chatId === chatId).map((one) => one.at);
    expect(densest(at(7))).toBe(1);
    expect(at(8)[1]).toBeLessThan(400);
  });
});

describe("who waits", () => {
  it("goes without a turn when told to stop", async () => {
    const { time, limiter } = createScene(
      1,
      () => 0,
      () => 0,
    );
    const first = await limiter.turn(1);
    let stop = false;
    const waiting = limiter.turn(2, () => stop);
    stop = true;
    await time.run(500);
    expect(await waiting).toBeNull();
    first?.done();
    expect(await limiter.turn(3, () => true)).toBeNull();
  });

  it("does not wait at all where there is no limit", async () => {
    const { limiter, time } = createScene(
      Number.POSITIVE_INFINITY,
      () => 0,
      () => 0,
    );
    for (let n = 0; n < 1_000; n++) expect(await limiter.turn(1)).not.toBeNull();
    expect(time.now()).toBe(0);
  });

  it("counts what other processes say", async () => {
    const { time, limiter, arrived, call } = createScene(
      2,
      () => 0,
      () => 50,
    );
    limiter.note(1);
    limiter.note(null);
    void call("bulk", 9);
    await time.run(900);
    expect(arrived).toHaveLength(0);
    await time.run(1_100);
    expect(arrived).toHaveLength(1);
  });
});
