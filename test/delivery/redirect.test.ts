/** A reminder to somebody who can't be written to: it goes on, in one transaction, and staff are told. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

const MORNING = "2024-04-23T07:30:00+07:00";

let world: World;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T10:00:00+07:00" });
  await seedCast(world);
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
  await world.settle();
});
afterEach(() => world.clockwork.stop());

const reminders = (chatId: number) =>
  world.api.chat(chatId).filter(({ from, text }) => from === "bot" && text.startsWith("🔔"));
const blocks = (role: Role) => world.api.faults.next({ chatId: cast[role].id }, { kind: "403" });
const toldStaff = () =>
  world.api
    .chat(cast["chuyên viên"].id)
    .map(({ text }) => text)
    .join("\n");

async function morning(): Promise<void> {
  world.clock.set(MORNING);
  await world.settle();
}

it("goes to the person's other account", async () => {
  const { db } = world.database;
  const person = await db.person.findFirstOrThrow({ where: { name: "Nguyễn Hữu Thành" } });
  const other = 121;
  world.api.addUser({ id: other, first_name: "Thành", language_code: "vi" });
  world.api.start(other);
  await world.settle();
  const account = { channel: "telegram", externalId: String(other), chatId: BigInt(other) };
  await db.account.create({ data: { ...account, personId: person.id, createdAt: world.clock.now() } });
  blocks("bí thư A");
  await morning();
  expect(reminders(other)).toHaveLength(1);
  expect([reminders(cast["bí thư A"].id), reminders(cast["phó A"].id)]).toEqual([[], []]);
  const blocked = await db.account.findMany({ where: { blockedAt: { not: null } } });
  expect(blocked.map(({ chatId }) => Number(chatId))).toEqual([cast["bí thư A"].id]);
});

it("else to the deputy, by the deputy's title, and staff read who did not get it and who did", async () => {
  blocks("bí thư A");
  await morning();
  const [instead, ...more] = reminders(cast["phó A"].id);
  expect([more, reminders(cast["bí thư A"].id), reminders(cast["bí thư B"].id).length]).toEqual([[], [], 1]);
  expect(instead?.text).toContain("Kính gửi đồng chí Phó Bí thư Chi bộ Sở A");
  expect(toldStaff()).toMatch(/Nguyễn Hữu Thành.*Lê Thị Cúc/s);
  const { db } = world.database;
  const rows = await db.delivery.findMany({ include: { items: true }, orderBy: { id: "asc" } });
  expect(rows.map(({ state, items }) => [state, items.length])).toEqual([
    ["blocked", 0],
    ["sent", 1],
    ["sent", 1],
  ]);
  // The rung has been said: a look that runs again says nothing more.
  world.clock.advance(60_000);
  await world.settle();
  expect(reminders(cast["phó A"].id)).toHaveLength(1);
});

it("where nobody of the unit is left, staff are told so", async () => {
  blocks("bí thư A");
  blocks("phó A");
  await morning();
  expect([reminders(cast["bí thư A"].id), reminders(cast["phó A"].id)]).toEqual([[], []]);
  expect(toldStaff()).toMatch(/Chi bộ Sở A/);
  const states = await world.database.db.delivery.groupBy({ by: ["state"], _count: true });
  expect(states.sort((a, b) => a.state.localeCompare(b.state))).toEqual([
    { state: "blocked", _count: 2 },
    { state: "sent", _count: 1 },
  ]);
});

it("follows a chat that has another number now", async () => {
  const moved = 923;
  world.api.addUser({ id: moved, first_name: "Hợp", language_code: "vi" });
  world.api.start(moved);
  await world.settle();
  world.api.faults.next({ chatId: cast["bí thư B"].id }, { kind: "moved", to: moved });
  await morning();
  expect([reminders(cast["bí thư B"].id).length, reminders(moved).length]).toEqual([0, 1]);
  const { db } = world.database;
  const account = await db.account.findFirstOrThrow({ where: { externalId: String(cast["bí thư B"].id) } });
  expect([account.chatId, account.blockedAt]).toEqual([BigInt(moved), null]);
});

it("a round that is refused alike is halted with the reason, and goes out when staff say so", async () => {
  const { db } = world.database;
  // Five people more who owe.
  const { id: boardUnit } = await db.unit.findFirstOrThrow({ where: { code: "003" } });
  const milestone = await db.milestone.findFirstOrThrow();
  const now = world.clock.now();
  for (let i = 0; i < 5; i++) {
    const chatId = 500 + i;
    const unit = await db.unit.create({
      data: {
        code: `5${i}`,
        name: `Chi bộ số ${i}`,
        kind: "Chi bộ cơ sở",
        headTitle: "Bí thư",
        createdAt: now,
      },
    });
    const account = {
      channel: "telegram",
      externalId: String(chatId),
      chatId: BigInt(chatId),
      createdAt: now,
    };
    const person = await db.person.create({
      data: { name: `Nguyễn Văn ${i}`, locale: "vi", createdAt: now, accounts: { create: account } },
    });
    const held = { unitId: unit.id, personId: person.id, title: "Bí thư", since: now };
    await db.post.create({ data: { ...held, kind: "secretary" } });
    const like = await db.obligation.findFirstOrThrow({ where: { unitId: boardUnit } });
    const { id: _, code: __, unitId: ___, unitName: ____, ...rest } = like;
    await db.obligation.create({
      data: { ...rest, code: `100-5${i}`, unitId: unit.id, unitName: unit.name, milestoneId: milestone.id },
    });
    world.api.addUser({ id: chatId, first_name: "An", language_code: "vi" });
    world.api.start(chatId);
  }
  await world.settle();
  const all = [cast["bí thư A"].id, cast["bí thư B"].id, 500, 501, 502, 503, 504];
  for (const chatId of all) world.api.faults.next({ chatId }, { kind: "400" });
  await morning();
  expect(await db.campaign.findMany({ select: { state: true, halt: true } })).toEqual([
    { state: "paused", halt: "Bad Request: message text is empty" },
  ]);
  const notice = world.api.chat(cast["chuyên viên"].id).at(-1);
  expect(notice?.text).toContain("Tự dừng vì Telegram từ chối mọi tin: “Bad Request: message text is empty”");
  const resume = notice?.buttons.flat().find(({ text }) => text === "▶ Gửi tiếp");
  world.api.faults.clear();
  void world.api.tap(cast["chuyên viên"].id, notice?.id ?? 0, resume?.data ?? "");
  await world.settle();
  expect(all.map((chatId) => reminders(chatId).length)).toEqual(all.map(() => 1));
  expect(await db.campaign.findMany({ select: { state: true, halt: true } })).toEqual([
    { state: "done", halt: null },
  ]);
});
