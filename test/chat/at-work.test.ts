/** Few at a time, and none held up by another. */
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { createAtWork } from "../../src/chat/at-work.ts";

function createJobs(most: number) {
  const atWork = createAtWork(most);
  let now = 0;
  let densest = 0;
  const ended: number[] = [];
  const gates = new Map<number, () => void>();
  const step = async () => {
    now++;
    densest = Math.max(densest, now);
    await Promise.resolve();
    now--;
  };
  const outside = (n: number) => new Promise<void>((resolve) => void gates.set(n, resolve));
  return {
    atWork,
    step,
    outside,
    gates,
    ended,
    densest: () => densest,
    job: (n: number, work: () => Promise<void>) => atWork.run(work).then(() => void ended.push(n)),
  };
}

it("lets so many work at a time, and those in that wait outside none", async () => {
  const { job, step, outside, gates, atWork, ended, densest } = createJobs(2);
  const all = Array.from({ length: 10 }, (_, n) =>
    job(n, async () => {
      await step();
      await atWork.aside(() => outside(n));
      await step();
    }),
  );
  while (gates.size < 10) await wait(1);
  // All ten have worked and wait outside: none of them holds a place.
  expect(ended).toEqual([]);
  for (const [, open] of [...gates].reverse()) open();
  await Promise.all(all);
  expect(ended).toHaveLength(10);
  expect(densest()).toBeLessThanOrEqual(2);
});

it("whoever comes back from outside goes before those who have not begun", async () => {
  const { job, outside, gates, atWork } = createJobs(1);
  const order: string[] = [];
  const first = job(0, async () => {
    await atWork.aside(() => outside(0));
    order.push("back");
  });
  while (gates.size < 1) await wait(1);
  let finish = () => {};
  const second = job(1, () => new Promise<void>((resolve) => (finish = resolve)));
  const third = job(2, async () => void order.push("new"));
  await wait(5);
  gates.get(0)?.();
  await wait(5);
  finish();
  await Promise.all([first, second, third]);
  expect(order).toEqual(["back", "new"]);
});

it("one that takes long loses its place: the others go on", async () => {
  const { job } = createJobs(1);
  let finish = () => {};
  const slow = job(0, () => new Promise<void>((resolve) => (finish = resolve)));
  await job(1, async () => {});
  finish();
  await slow;
});

it("an error of one leaves the place to the next", async () => {
  const { job } = createJobs(1);
  await expect(job(0, () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
  await job(1, async () => {});
});
