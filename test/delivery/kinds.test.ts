/** A kind that only the database knows, and a row that can't be made sense of: they wait, and nobody waits for them. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { FIRST_CHAT, STAFF_CHAT, seedCampaign, seedPeople } from "../../bench/support/campaign.ts";
import { type Database, overPGlite } from "../../src/store/database.ts";
import { nextDelivery, postponed } from "../../src/store/sending/deliveries.ts";
import { emptied } from "../support/emptied.ts";
import { migratedInMemory } from "../support/in-memory.ts";
import { createWorld, type World } from "../support/world.ts";

// Values of an enum can't be taken back: a database of its own.
let opened: Promise<Database> | undefined;
let world: World;

beforeEach(async () => {
  opened ??= migratedInMemory().then(async (lite) => {
    const made = await overPGlite(lite);
    await made.sql(`ALTER TYPE "CampaignKind" ADD VALUE 'pigeon'`);
    await made.sql(`ALTER TYPE "NoticeKind" ADD VALUE 'pigeon'`);
    return made;
  });
  const database = await emptied(await opened);
  world = await createWorld({ at: new Date(Date.now() + 60_000).toISOString(), database });
  await seedPeople(database.db, 2);
  for (const id of [STAFF_CHAT, FIRST_CHAT, FIRST_CHAT + 1]) {
    world.api.addUser({ id, first_name: "An", language_code: "vi" });
    world.api.start(id);
  }
  await world.settle();
});
afterEach(() => world.clockwork.stop());

const heard = (chat: number) => world.api.chat(chat).filter(({ from }) => from === "bot");
const deliveries = () =>
  world.database.db.$queryRaw<{ kind: string; state: string; tries: number; error: string | null }[]>`
    SELECT c."kind"::text AS "kind", d."state"::text AS "state", d."tries", d."error"
      FROM "Delivery" d JOIN "Campaign" c ON c."id" = d."campaignId" ORDER BY d."id"`;

it("messages of an unknown kind are neither sent nor marked, and others go past them", async () => {
  const { db } = world.database;
  const strange = await seedCampaign(db, "100", 2);
  await db.$executeRaw`UPDATE "Campaign" SET "kind" = 'pigeon', "key" = 'pigeon:1' WHERE "id" = ${strange}`;
  await seedCampaign(db, "200", 2);
  await world.settle();
  expect(await deliveries()).toEqual([
    { kind: "pigeon", state: "pending", tries: 0, error: null },
    { kind: "pigeon", state: "pending", tries: 0, error: null },
    { kind: "announcement", state: "sent", tries: 1, error: null },
    { kind: "announcement", state: "sent", tries: 1, error: null },
  ]);
  expect(heard(FIRST_CHAT).filter(({ text }) => text.includes("100-KH"))).toEqual([]);
  expect(await postponed(db)).toEqual([{ kind: "pigeon", count: 2 }]);
  // What waits for another program is not what the clock waits for.
  expect(await nextDelivery(db)).toBeNull();
});

it("sixty notices of an unknown kind keep nobody from the one behind them, and are never marked as sent", async () => {
  const { db } = world.database;
  const owner = await db.person.findFirstOrThrow({ where: { memberships: { some: {} } } });
  const at = world.clock.now();
  await db.$executeRaw`
    INSERT INTO "Notice" ("kind", "key", "personId", "openedAt", "notBefore")
    SELECT 'pigeon', 'pigeon:' || n, ${owner.id}::int, ${at}::timestamptz, ${at}::timestamptz FROM generate_series(1, 60) n`;
  await seedCampaign(db, "200", 2);
  await world.settle();
  expect(heard(STAFF_CHAT).at(-1)?.text).toContain("200-KH");
  const [left] = await db.$queryRaw<{ sent: number }[]>`
    SELECT count(*)::int AS "sent" FROM "Notice" WHERE "kind"::text = 'pigeon' AND "sentRevision" > 0`;
  expect(left?.sent).toBe(0);
  expect(await postponed(db)).toEqual([{ kind: "pigeon", count: 60 }]);
});

it("a notice without what its kind needs waits with the reason, and is written once it has it", async () => {
  const { db } = world.database;
  await seedCampaign(db, "200", 2);
  const notice = await db.notice.findFirstOrThrow({ where: { kind: "progress" } });
  await db.notice.update({ where: { id: notice.id }, data: { campaignId: null } });
  const other = await seedCampaign(db, "300", 2);
  await world.settle();
  const waits = await db.notice.findUniqueOrThrow({ where: { id: notice.id } });
  expect([waits.sentRevision, waits.messageId]).toEqual([0, null]);
  expect(waits.error).toContain("campaignId");
  expect(await postponed(db)).toEqual([{ kind: "progress", count: 1 }]);
  expect(heard(STAFF_CHAT).at(-1)?.text).toContain("300-KH");
  await db.notice.update({ where: { id: notice.id }, data: { campaignId: other } });
  world.clock.advance(3_600_000);
  await world.settle();
  const written = await db.notice.findUniqueOrThrow({ where: { id: notice.id } });
  expect([written.sentRevision, written.error]).toEqual([written.revision, null]);
  expect(await postponed(db)).toEqual([]);
});

it("a delivery without what its kind needs waits with the reason, untried, and its campaign goes on", async () => {
  const { db } = world.database;
  const id = await seedCampaign(db, "200", 2);
  const first = await db.delivery.findFirstOrThrow({ where: { campaignId: id }, orderBy: { id: "asc" } });
  await db.delivery.update({ where: { id: first.id }, data: { unitId: null } });
  await world.settle();
  const [waits, went] = await deliveries();
  expect(waits).toMatchObject({ state: "pending", tries: 0, error: expect.stringContaining("unitId") });
  expect(went).toMatchObject({ state: "sent" });
  expect(await postponed(db)).toEqual([{ kind: "announcement", count: 1 }]);
  await db.delivery.update({ where: { id: first.id }, data: { unitId: first.unitId } });
  world.clock.advance(3_600_000);
  await world.settle();
  expect((await deliveries()).map(({ state }) => state)).toEqual(["sent", "sent"]);
});
