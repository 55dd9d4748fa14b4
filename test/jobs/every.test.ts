/** Every worker looks by itself: what only time brings about is done however long the process runs. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createWorker } from "../../src/jobs/worker.ts";
import { createWorld, type World } from "../support/world.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("a worker looks when it starts, every so often, and not once it is stopped", async () => {
  const log = { info() {}, warn() {}, error() {} };
  let looks = 0;
  const worker = createWorker({ name: "any", every: 1_000, work: async () => Number(++looks > 100) }, log);
  vi.advanceTimersByTime(5_000);
  await worker.idle();
  expect(looks).toBe(0);
  worker.start();
  await worker.idle();
  for (let n = 0; n < 3; n++) {
    vi.advanceTimersByTime(1_000);
    await worker.idle();
  }
  expect(looks).toBe(4);
  await worker.stop();
  vi.advanceTimersByTime(5_000);
  await worker.idle();
  expect(looks).toBe(4);
});

it("updates seen long ago are forgotten while the process runs, not only when it starts", async () => {
  const world: World = await createWorld({ at: "2024-04-10T09:00:00+07:00" });
  const { db } = world.database;
  await world.clockwork.start();
  await world.clockwork.idle();
  await db.seenUpdate.create({
    data: { channel: "telegram", updateId: 7n, at: new Date("2024-04-07T09:00:00+07:00") },
  });
  vi.advanceTimersByTime(2 * 3_600_000);
  await world.clockwork.idle();
  expect(await db.seenUpdate.count()).toBe(0);
  await world.clockwork.stop();
});
