/** Photographs of a plan's pages: what the golden chat (photos.chat) can't show. */
import { expect, it } from "vitest";
import { findPlan } from "../../src/store/plan/plans.ts";
import { cast, seedCast } from "../support/cast.ts";
import { pagePhoto } from "../support/fixtures.ts";
import { createWorld, type World } from "../support/world.ts";

const staff = cast["chuyên viên"].id;

async function begin() {
  const world = await createWorld();
  await seedCast(world);
  const updates: Parameters<typeof world.bot.handleUpdate>[0][] = [];
  const { bot } = world;
  const handle = bot.handleUpdate.bind(bot);
  bot.handleUpdate = (update) => {
    updates.push(update);
    return handle(update);
  };
  world.api.sendText(staff, "/broadcast");
  world.api.sendPhoto(staff, pagePhoto(1));
  await world.settle();
  const { db } = world.database;
  const pages = () => db.planFile.findMany({ where: { use: "read" }, include: { file: true } });
  return { world, updates, db, pages };
}

function tapOf(world: World, data: string): number {
  const found = world.api
    .chat(staff)
    .find((message) => message.buttons.flat().some((button) => button.data === data));
  if (!found) throw new Error(`no button ${data}`);
  return found.id;
}

it("the same photograph twice is one page", async () => {
  const { world, updates, pages } = await begin();
  const photo = updates.at(-1);
  if (!photo) throw new Error("no update");
  await world.bot.handleUpdate(photo);
  await world.settle();
  expect(await pages()).toHaveLength(1);
});

it("pages stand in the order of their messages, whichever is handled first", async () => {
  const { db, world, pages } = await begin();
  world.api.sendPhoto(staff, pagePhoto(2));
  await world.settle();
  const [one, two] = await pages();
  if (!one || !two) throw new Error("two pages were sent");
  // As if the second message had been handled before the first: its row is the older one.
  const swap = { [one.fileId]: two.ordinal, [two.fileId]: one.ordinal };
  for (const { planId, fileId } of [one, two]) {
    const where = { planId_fileId_use: { planId, fileId, use: "read" as const } };
    await db.planFile.update({ where, data: { ordinal: swap[fileId] ?? 0 } });
  }
  const plan = await findPlan(db, one.planId);
  expect(plan?.files.map((file) => file.fileId)).toEqual([two.fileId, one.fileId]);
});

it("a draft thrown away takes its files along, and nobody fetches them afterwards", async () => {
  const { world, db } = await begin();
  const plan = await db.plan.findFirstOrThrow();
  const ask = tapOf(world, `b-drop:${plan.id}:ask`);
  void world.api.tap(staff, ask, `b-drop:${plan.id}:ask`);
  await world.settle();
  void world.api.tap(staff, ask, `b-drop:${plan.id}:yes`);
  await world.settle();
  expect(await db.plan.count()).toBe(0);
  expect(await db.storedFile.count()).toBe(0);
});
