/** When the messenger refuses or is out of reach: what was saved is never called lost, and an answer comes in the end. */
import { beforeEach, expect, it, vi } from "vitest";
import type { Fault } from "../../src/channels/sandbox/faults.ts";
import { cast, seedCast } from "../support/cast.ts";
import { pagePhoto } from "../support/fixtures.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

const secretary = cast["bí thư A"].id;
let world: World;

beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T08:00:00+07:00" });
  await seedCast(world);
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
});

async function say(text: string): Promise<string[]> {
  const before = heard().length;
  world.api.sendText(secretary, text);
  await world.settle();
  return heard().slice(before);
}

const heard = () =>
  world.api
    .chat(secretary)
    .filter(({ from }) => from === "bot")
    .map(({ text }) => text);
const answers = async () => (await world.database.db.draft.findFirstOrThrow()).answers as object;
const fail = (fault: Fault, method = "sendMessage") =>
  world.api.faults.next({ chatId: secretary, method }, fault);

const NOT_SAVED = "chưa được ghi";
const SAVED = "Việc của đồng chí đã được ghi";

it("an album whose edits are refused is whole, and nobody is told that it is not", async () => {
  await say("/report");
  for (const text of ["19/4", "1", "47", "45", "45", "Nghiêm túc", "Không", "Không"]) await say(text);
  fail({ kind: "400" }, "editMessageText");
  fail({ kind: "400" }, "editMessageText");
  const before = heard().length;
  const pages = [1, 2, 3].map((page) => ({ name: `${page}.png`, mime: "image/png", bytes: pagePhoto(page) }));
  world.api.sendAlbum(secretary, pages);
  await world.settle();
  const said = heard().slice(before);
  expect(said.filter((text) => text.includes(NOT_SAVED) || text.includes(SAVED))).toEqual([]);
  expect(world.api.faults.size).toBe(0);
  const lists = Object.values(await answers()).filter(({ value }) => Array.isArray(value));
  // One day of study, three photographs.
  expect(lists.map(({ value }) => value.length)).toEqual([1, 3]);
  expect(said.at(-1)).toContain("3");
});

it.each<[string, Fault]>([
  ["is refused as nobody's fault (500)", { kind: "500" }],
  ["is refused as too many (429)", { kind: "429", retryAfter: 1 }],
  ["never leaves", { kind: "network" }],
])("an answer that %s is given when its update comes again; what was said is saved once", async (_, fault) => {
  await say("/report");
  fail(fault);
  const said = await say("19/4");
  expect(said).toHaveLength(1);
  expect(said[0]).not.toContain(NOT_SAVED);
  expect(Object.keys(await answers())).toHaveLength(1);
  // The next thing said answers the question that was shown.
  await say("1");
  expect(Object.keys(await answers())).toHaveLength(2);
});

it("what is refused after it was saved is called saved, with a number; what was not saved is not", async () => {
  await say("/report");
  fail({ kind: "400" });
  const [saved, ...more] = await say("19/4");
  expect(saved).toContain(SAVED);
  expect(saved).toMatch(/\d{6}/);
  expect(more).toEqual([]);
  expect(Object.keys(await answers())).toHaveLength(1);
  fail({ kind: "400" });
  expect((await say("/tasks"))[0]).toContain(NOT_SAVED);
});

it("where the database can't be asked, neither is claimed", async () => {
  await say("/report");
  fail({ kind: "400" });
  const { seenUpdate } = world.database.db;
  const asked = vi.spyOn(seenUpdate, "findUnique").mockRejectedValue(new Error("the database is away"));
  const [said] = await say("19/4");
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
  expect(said).toContain("chưa rõ");
  expect(said).not.toContain(SAVED);
});

it("whoever has blocked the bot is told nothing, and what they said is saved", async () => {
  await say("/report");
  fail({ kind: "403" });
  expect(await say("19/4")).toEqual([]);
  expect(Object.keys(await answers())).toHaveLength(1);
});
