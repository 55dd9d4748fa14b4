/** What waits is asked right before its call whether this is an hour to say it, and whether it is still the last word. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { remind } from "../../src/cases/reminder/remind.ts";
import { snooze } from "../../src/cases/reminder/snooze.ts";
import { createLane } from "../../src/delivery/send/lane.ts";
import { createRateLimiter } from "../../src/delivery/send/rate-limiter.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-15T08:00:00+07:00" });
  await seedCast(world);
});
afterEach(() => world.clockwork.stop());

const at = (text: string) => new Date(`${text}+07:00`);
const heard = (role: Role) =>
  world.api.chat(cast[role].id).filter(({ from, text }) => from === "bot" && /^(🔔|⏰)/.test(text));
const counts = () => [heard("bí thư A").length, heard("bí thư B").length];

/** All that fell due by then is in the queue, and nothing has been sent. */
async function queued(moment: string): Promise<void> {
  world.clock.set(at(moment));
  while ((await remind(world.cases)) > 0);
}

async function settledAt(moment: string): Promise<void> {
  world.clock.set(at(moment));
  await world.settle();
}

it("a reminder whose turn comes when the quiet hours have begun waits, and goes as one with the morning's", async () => {
  await seedOwed(world.database.db, at("2024-04-25T00:00"), world.clock.now());
  await queued("2024-04-23T07:30");
  expect(await world.database.db.delivery.count({ where: { state: "pending" } })).toBe(2);
  world.clock.set(at("2024-04-23T18:59"));
  const limiter = {
    ...createRateLimiter(Number.POSITIVE_INFINITY),
    async turn() {
      world.clock.set(at("2024-04-23T19:00"));
      return { done() {} };
    },
  };
  const { cases, floodWait, figures, wordsFor } = world;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const perSecond = Number.POSITIVE_INFINITY;
  const line = {
    name: "telegram",
    api: world.bot.api,
    limiter,
    floodWait,
    perSecond,
    onUnknown: "here" as const,
  };
  const lane = createLane({ cases, line, wordsFor, log, figures });
  await lane.run(
    async () => {},
    () => false,
  );
  expect(counts()).toEqual([0, 0]);
  await settledAt("2024-04-24T06:59");
  expect(counts()).toEqual([0, 0]);
  await settledAt("2024-04-24T07:30");
  expect(counts()).toEqual([1, 1]);
  expect(heard("bí thư A")[0]?.text).toMatch(/^⏰ Hôm nay/);
  await settledAt("2024-04-24T12:00");
  expect(counts()).toEqual([1, 1]);
});

it("a reminder left over on Friday does not come on Saturday, and on Monday there is one message", async () => {
  // The last day is Monday: three days before is Friday.
  await seedOwed(world.database.db, at("2024-04-23T00:00"), world.clock.now());
  await queued("2024-04-19T07:30");
  await settledAt("2024-04-20T10:00");
  await settledAt("2024-04-21T10:00");
  expect(counts()).toEqual([0, 0]);
  await settledAt("2024-04-22T07:30");
  expect(counts()).toEqual([1, 1]);
});

it("what its reader asked to be told again comes on a Saturday too, but not at night", async () => {
  const { db } = world.database;
  await seedOwed(db, at("2024-04-23T00:00"), world.clock.now());
  await settledAt("2024-04-19T07:30");
  expect(counts()).toEqual([1, 1]);
  const who = await findWho(db, "telegram", String(cast["bí thư A"].id));
  const mine = await db.delivery.findFirstOrThrow({ where: { personId: who?.personId ?? -1 } });
  if (!who) throw new Error("nobody");
  await snooze(world.cases, who, mine.id, "morning", null);
  // The process was away at half past seven, and is back at night.
  await settledAt("2024-04-20T20:00");
  expect(counts()).toEqual([1, 1]);
  await settledAt("2024-04-21T07:00");
  expect(counts()).toEqual([2, 1]);
});

it("while the messenger is away rung after rung comes to wait: only the latest is sent", async () => {
  const { db } = world.database;
  await seedOwed(db, at("2024-04-27T00:00"), at("2024-04-22T08:00"));
  world.clock.set(at("2024-04-23T07:00"));
  await world.floodWait.ask(2 * 86_400 + 3_600);
  await settledAt("2024-04-23T07:30");
  await settledAt("2024-04-25T07:30");
  expect(await db.deliveryItem.groupBy({ by: ["rung"], _count: true, orderBy: { rung: "asc" } })).toEqual([
    { rung: -3, _count: 2 },
    { rung: -1, _count: 2 },
  ]);
  await settledAt("2024-04-25T08:01");
  expect(counts()).toEqual([1, 1]);
  expect(heard("bí thư A")[0]?.text).toMatch(/^🔔 Còn 1 ngày/);
  const states = await db.delivery.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
  expect(states).toEqual([
    { state: "sent", _count: 2 },
    { state: "cancelled", _count: 2 },
  ]);
});
