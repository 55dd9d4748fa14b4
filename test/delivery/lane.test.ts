/** What the lane writes, and when it leaves off. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { STAFF_CHAT, seedCampaign, seedPeople } from "../../bench/support/campaign.ts";
import { routeMessages } from "../../src/cases/sending/route-messages.ts";
import type { Database } from "../../src/store/database.ts";
import { claimDeliveries, recoverLost, writeOutcomes } from "../../src/store/sending/deliveries.ts";
import { takeLease } from "../../src/store/sending/lanes.ts";
import { testDatabase } from "../support/database.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
const CHAT = 10_000;

async function begin(database?: Database): Promise<void> {
  const at = new Date(Date.now() + 60_000).toISOString();
  world = await createWorld(database ? { at, database } : { at });
  await seedPeople(world.database.db, 8);
  for (const id of [STAFF_CHAT, ...Array.from({ length: 8 }, (_, i) => CHAT + i)]) {
    world.api.addUser({ id, first_name: "An", language_code: "vi" });
    world.api.start(id);
  }
  await world.settle();
}
beforeEach(() => begin());
afterEach(() => world.clockwork.stop());

const route = () => routeMessages(world.cases, { lines: ["telegram"], since: world.clock.now() });
const states = async () =>
  (await world.database.db.delivery.findMany({ orderBy: { id: "asc" } })).map(({ state }) => state);

it("is halted with the reason where every message is refused alike, and goes on when staff have looked", async () => {
  const { db } = world.database;
  const id = await seedCampaign(db, "100", 8);
  for (let i = 0; i < 8; i++) world.api.faults.next({ chatId: CHAT + i }, { kind: "400" });
  await world.settle();
  expect(await db.campaign.findUnique({ where: { id } })).toMatchObject({
    state: "paused",
    halt: "Bad Request: message text is empty",
  });
  expect((await states()).filter((state) => state === "sent")).toEqual([]);
  // Staff read the reason where they follow the sending.
  expect(world.api.chat(STAFF_CHAT).at(-1)?.text).toContain("Bad Request: message text is empty");
});

it("what was taken when the database went away is sent when it is back, once and not counted as unknown", async () => {
  // Reading fails when the messages are worded, and then they can't even be put back.
  const failing = new Set<string>();
  const once = <T extends object>(target: T, names: Record<string, string>): T =>
    new Proxy(target, {
      get(of, key) {
        const value = Reflect.get(of, key);
        const name = names[String(key)];
        if (name === undefined) return value;
        if (typeof value !== "function") return once(value as object, { findMany: name });
        return (...given: unknown[]) =>
          failing.delete(name) ? Promise.reject(new Error("the database is away")) : value.apply(of, given);
      },
    });
  const real = await testDatabase();
  const db = once(real.db, { post: "read", $executeRaw: "write" });
  await begin({ ...real, db });
  await seedCampaign(real.db, "100", 8);
  await route();
  failing.add("read").add("write");
  await world.settle();
  expect(failing.size).toBe(0);
  await world.settle();
  expect(await states()).toEqual(Array.from({ length: 8 }, () => "sent"));
  expect(await real.db.delivery.count({ where: { unknowns: { gt: 0 } } })).toBe(0);
  const heard = Array.from({ length: 8 }, (_, i) =>
    world.api.chat(CHAT + i).filter(({ text }) => text.startsWith("📄")),
  );
  expect(heard.map((all) => all.length)).toEqual(Array.from({ length: 8 }, () => 1));
});

it("rests for as long as the messenger asks, over a restart too", async () => {
  await seedCampaign(world.database.db, "100", 8);
  world.api.faults.next({ chatId: CHAT }, { kind: "429", retryAfter: 120 });
  await world.settle();
  const before = (await states()).filter((state) => state === "pending").length;
  expect(before).toBeGreaterThan(0);
  await world.restart();
  await world.settle();
  expect((await states()).filter((state) => state === "pending")).toHaveLength(before);
  world.clock.advance(121_000);
  await world.settle();
  expect(await states()).toEqual(Array.from({ length: 8 }, () => "sent"));
});

it("writes a late answer though another process has taken over, and leaves alone what that one is sending", async () => {
  const { db } = world.database;
  await seedCampaign(db, "100", 2);
  await route();
  const now = world.clock.now();
  const [late, sending] = await claimDeliveries(db, "telegram", now, 2);
  if (!late || !sending) throw new Error("nothing to claim");
  await recoverLost(db, "telegram", now);
  const sent = (claimed: typeof late) => ({ claimed, outcome: { kind: "sent" as const, messageId: 7 } });
  await writeOutcomes(db, [sent(late)], now);
  expect(await states()).toEqual(["sent", "pending"]);
  const [again] = await claimDeliveries(db, "telegram", now, 1);
  expect(again?.id).toBe(sending.id);
  await writeOutcomes(
    db,
    [{ claimed: sending, outcome: { kind: "failed", error: "too late to say so" } }],
    now,
  );
  expect(await states()).toEqual(["sent", "sending"]);
});

it("is one process's: another gets the lease when it ends or is given up, and each holder has a term", async () => {
  const { db } = world.database;
  const wish = (holder: string, alone = false) => ({ channel: "test", holder, seconds: 60, alone });
  expect(await takeLease(db, wish("a"))).toBe(1);
  expect(await takeLease(db, wish("b"))).toBeNull();
  expect(await takeLease(db, wish("a"))).toBe(1);
  await db.lane.update({ where: { channel: "test" }, data: { leaseUntil: new Date(0) } });
  expect(await takeLease(db, wish("b"))).toBe(2);
  expect(await takeLease(db, wish("a"))).toBeNull();
  expect(await takeLease(db, wish("a", true))).toBe(3);
});
