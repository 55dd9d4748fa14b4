/** What is due gets an account and a line, and only that line's lane takes it. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { openNotices } from "../../src/cases/sending/open-notices.ts";
import { beginLines, routeMessages } from "../../src/cases/sending/route-messages.ts";
import { isReachable } from "../../src/store/people/accounts.ts";
import { findWhoByPerson, unitContacts } from "../../src/store/people/people.ts";
import { claimDeliveries, recoverLost } from "../../src/store/sending/deliveries.ts";
import { outageFor } from "../../src/store/sending/lanes.ts";
import { dropOldNotices, dueNotices } from "../../src/store/sending/notices.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

const LINES = ["telegram", "zalo:1"];
let world: World;
let planId = 0;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T10:00:00+07:00" });
  await seedCast(world);
  ({ planId } = await seedOwed(world.database.db, new Date("2024-05-25T00:00:00+07:00"), world.clock.now()));
  await world.settle();
});
afterEach(() => world.clockwork.stop());

const personOf = async (role: Role) =>
  (
    await world.database.db.account.findFirstOrThrow({
      where: { externalId: String(cast[role].id) },
    })
  ).personId;

/** One more account, on a line that another process runs; the same number of a chat means somebody else's there. */
async function join(role: Role, channel: string, chat: number): Promise<number> {
  const { db } = world.database;
  const { id } = await db.account.create({
    data: {
      ...{ personId: await personOf(role), channel, externalId: `z${chat}` },
      ...{ chatId: BigInt(chat), createdAt: world.clock.now(), lastWroteAt: world.clock.now() },
    },
  });
  return id;
}

async function announce(...roles: Role[]): Promise<number[]> {
  const { db } = world.database;
  const createdAt = world.clock.now();
  const { id: campaignId } = await db.campaign.create({
    data: { kind: "announcement", planId, key: `announcement:${planId}`, state: "active", createdAt },
  });
  const made: number[] = [];
  for (const role of roles) {
    const personId = await personOf(role);
    const { unitId } = await db.post.findFirstOrThrow({ where: { personId } });
    const data = { campaignId, unitId, personId, state: "pending" as const, notBefore: createdAt };
    made.push((await db.delivery.create({ data })).id);
  }
  return made;
}

const routed = async () =>
  (await world.database.db.delivery.findMany({ orderBy: { id: "asc" }, include: { account: true } })).map(
    ({ state, line, account }) => [state, line, account?.externalId ?? null],
  );
const route = () => routeMessages(world.cases, { lines: LINES, since: world.clock.now() });
const heard = (role: Role) => world.api.chat(cast[role].id).filter(({ text }) => text.startsWith("📄"));

it("goes where the person last wrote; each lane takes and recovers its own alone", async () => {
  const { db } = world.database;
  world.clock.advance(60_000);
  await join("bí thư A", "zalo:1", 77);
  const [, other] = await announce("bí thư A", "bí thư B");
  expect(await route()).toBe(2);
  expect(await routed()).toEqual([
    ["pending", "zalo:1", "z77"],
    ["pending", "telegram", String(cast["bí thư B"].id)],
  ]);
  const now = world.clock.now();
  expect((await claimDeliveries(db, "telegram", now, 10)).map(({ id }) => id)).toEqual([other]);
  expect(await recoverLost(db, "zalo:1", now)).toBe(0);
  expect((await routed()).map(([state]) => state)).toEqual(["pending", "sending"]);
  expect(await recoverLost(db, "telegram", now)).toBe(1);
  await world.settle();
  expect((await routed()).map(([state, line]) => [state, line])).toEqual([
    ["pending", "zalo:1"],
    ["sent", "telegram"],
  ]);
  expect([heard("bí thư A").length, heard("bí thư B").length]).toEqual([0, 1]);
});

it("is not bound before it is due: who changes phones meanwhile gets it on the new one", async () => {
  const [id] = await announce("bí thư A");
  const tomorrow = new Date(world.clock.now().getTime() + 86_400_000);
  await world.database.db.delivery.update({ where: { id }, data: { notBefore: tomorrow } });
  expect(await route()).toBe(0);
  world.clock.set(tomorrow.toISOString());
  await join("bí thư A", "zalo:1", 77);
  await route();
  expect(await routed()).toEqual([["pending", "zalo:1", "z77"]]);
});

it("a refused account: the other at once, on whichever line; the first is marked", async () => {
  const { db } = world.database;
  await join("bí thư A", "zalo:1", 77);
  await db.account.updateMany({
    where: { channel: "zalo:1" },
    data: { lastWroteAt: null, createdAt: new Date(0) },
  });
  await announce("bí thư A");
  world.api.faults.next({ chatId: cast["bí thư A"].id }, { kind: "403" });
  await world.settle();
  // The other line's own process sends it; here it only waits for it.
  await routeMessages(world.cases, { lines: LINES, since: world.clock.now() });
  expect(await routed()).toEqual([["pending", "zalo:1", "z77"]]);
  const blocked = await db.account.findMany({ where: { blockedAt: { not: null } } });
  expect(blocked.map(({ channel }) => channel)).toEqual(["telegram"]);
  const [unit] = await unitContacts(db, null);
  expect(unit?.holders[0]).toMatchObject({ reachable: true });
});

it("where nobody can be written to it is as ever: marked, and the deputy gets it", async () => {
  const { db } = world.database;
  await db.account.updateMany({
    where: { externalId: String(cast["bí thư A"].id) },
    data: { blockedAt: world.clock.now() },
  });
  await announce("bí thư A");
  await world.settle();
  expect(await routed()).toEqual([
    ["blocked", "telegram", null],
    ["sent", "telegram", String(cast["phó A"].id)],
  ]);
});

it("an account on a line that is no longer run reaches nobody, until it is run again", async () => {
  const { db } = world.database;
  await db.account.updateMany({
    where: { externalId: String(cast["bí thư A"].id) },
    data: { channel: "zalo:1" },
  });
  const { personId } = await db.account.findFirstOrThrow({ where: { channel: "zalo:1" } });
  await beginLines(world.cases, LINES);
  expect(await isReachable(db, personId)).toBe(true);
  await beginLines(world.cases, ["telegram"]);
  expect([await isReachable(db, personId), await findWhoByPerson(db, personId)]).toEqual([false, null]);
  const [unit] = await unitContacts(db, null);
  expect(unit?.holders.map((one) => one.reachable)).toEqual([false, true]);
  await announce("bí thư A");
  await world.settle();
  expect(await routed()).toEqual([
    ["blocked", "telegram", null],
    ["sent", "telegram", String(cast["phó A"].id)],
  ]);
  await beginLines(world.cases, LINES);
  expect(await isReachable(db, personId)).toBe(true);
});

it("a notice is changed by the account that holds its message; another account gets it anew", async () => {
  const { db } = world.database;
  const personId = await personOf("chuyên viên");
  const enrolment = { kind: "outage" as const, key: "outage:1" };
  const outage = await db.outage.create({
    data: {
      channel: "telegram",
      from: new Date("2024-04-21T00:00:00Z"),
      until: new Date("2024-04-21T03:00:00Z"),
    },
  });
  await openNotices(db as never, [personId], world.clock.now(), { ...enrolment, outageId: outage.id });
  await world.settle();
  const chat = () => world.api.chat(cast["chuyên viên"].id);
  const first = await db.notice.findFirstOrThrow({ where: { kind: "outage" }, include: { account: true } });
  expect([first.line, first.account?.externalId]).toEqual(["telegram", String(cast["chuyên viên"].id)]);
  expect(chat().at(-1)?.id).toBe(first.messageId);
  // They write from another messenger now: the card stays where it is.
  const elsewhere = await join("chuyên viên", "zalo:1", 77);
  const before = chat().length;
  await db.notice.update({ where: { id: first.id }, data: { revision: { increment: 1 } } });
  await world.settle();
  const same = await db.notice.findUniqueOrThrow({ where: { id: first.id } });
  expect([same.accountId, same.messageId, same.sentRevision]).toEqual([first.accountId, first.messageId, 2]);
  expect(chat()).toHaveLength(before);
  // The first is blocked: its message is nobody's to change any more.
  await db.account.update({ where: { id: first.accountId ?? 0 }, data: { blockedAt: world.clock.now() } });
  await db.notice.update({ where: { id: first.id }, data: { revision: { increment: 1 } } });
  await world.settle();
  const moved = await db.notice.findUniqueOrThrow({ where: { id: first.id } });
  expect([moved.line, moved.accountId, moved.messageId, moved.sentRevision]).toEqual([
    "zalo:1",
    elsewhere,
    null,
    2,
  ]);
  expect((await dueNotices(db, "zalo:1", world.clock.now())).map(({ chatId }) => chatId)).toEqual([77]);
});

it("a notice for somebody nobody can write to is kept for a week, not marked as sent; they get it when they are back", async () => {
  const { db } = world.database;
  const id = cast["bí thư A"].id;
  const personId = await personOf("bí thư A");
  await openNotices(db as never, [personId], world.clock.now(), {
    kind: "assigned",
    key: "assigned:1",
    obligationId: (await db.obligation.findFirstOrThrow()).id,
    facts: { by: "Lê Thị Cúc" },
  });
  world.api.faults.next({ chatId: id }, { kind: "403" });
  await world.settle();
  const notice = () => db.notice.findFirstOrThrow({ where: { kind: "assigned" } });
  expect(await notice()).toMatchObject({ sentRevision: 0, line: null });
  await dropOldNotices(db, new Date(world.clock.now().getTime() - 7 * 86_400_000));
  expect(await notice()).toMatchObject({ sentRevision: 0 });
  // Whatever they write opens the account again.
  world.api.sendText(id, "/help");
  await world.settle();
  expect(await notice()).toMatchObject({ sentRevision: 1, line: "telegram" });
  await db.account.updateMany({ where: { personId }, data: { blockedAt: world.clock.now() } });
  await db.notice.updateMany({ where: { kind: "assigned" }, data: { revision: 2 } });
  await world.settle();
  world.clock.advance(8 * 86_400_000);
  await dropOldNotices(db, new Date(world.clock.now().getTime() - 7 * 86_400_000));
  expect(await notice()).toMatchObject({ sentRevision: 2, line: null });
});

it("an outage forgives where every messenger of the person was away by then, and over a page where any was", async () => {
  const { db } = world.database;
  const personId = await personOf("bí thư A");
  const at = (hour: string) => new Date(`2024-04-22T${hour}:00+07:00`);
  const outage = (channel: string) =>
    db.outage.create({ data: { channel, from: at("08:00"), until: at("09:00") } });
  const forgiven = async (line: string | null, moment = "08:30") =>
    (await outageFor(db as never, { line, personId }, at(moment)))?.channel ?? null;
  expect(await forgiven("telegram")).toBeNull();
  await outage("telegram");
  expect([await forgiven("telegram"), await forgiven("telegram", "09:30"), await forgiven(null)]).toEqual([
    "telegram",
    null,
    "telegram",
  ]);
  await join("bí thư A", "zalo:1", 77);
  expect([await forgiven("telegram"), await forgiven("zalo:1")]).toEqual([null, null]);
  await outage("zalo:1");
  expect([await forgiven("telegram"), await forgiven("zalo:1")]).toEqual(["telegram", "zalo:1"]);
});

it("a blocked account was no other way", async () => {
  const { db } = world.database;
  const personId = await personOf("bí thư A");
  const id = await join("bí thư A", "zalo:1", 77);
  await db.outage.create({
    data: {
      channel: "telegram",
      from: new Date("2024-04-22T01:00:00Z"),
      until: new Date("2024-04-22T02:00:00Z"),
    },
  });
  const moment = new Date("2024-04-22T01:30:00Z");
  const forgiven = () => outageFor(db as never, { line: "telegram", personId }, moment);
  expect(await forgiven()).toBeNull();
  await db.account.update({ where: { id }, data: { blockedAt: moment } });
  expect(await forgiven()).not.toBeNull();
});
