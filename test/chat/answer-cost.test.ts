/** What an answer in a report leaves alone: the memory of the conversation, which it does not change. */
import { beforeEach, expect, it } from "vitest";
import { cast, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

const secretary = cast["bí thư A"].id;
let world: World;

beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T08:00:00+07:00" });
  await seedCast(world);
  await seedOwed(world.database.db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now());
});

async function say(text: string): Promise<void> {
  world.api.sendText(secretary, text);
  await world.settle();
}

const remembered = () =>
  world.database.db.conversationState.findUnique({ where: { key: `telegram:${secretary}` } });
const draft = () => world.database.db.draft.findFirstOrThrow();

it("is written when a report is begun, not with its answers, and goes when it is left", async () => {
  await say("/report");
  const begun = await remembered();
  expect(begun).not.toBeNull();
  for (const [i, text] of ["19/4", "1", "45"].entries()) {
    await say(text);
    expect(Object.keys((await draft()).answers as object)).toHaveLength(i + 1);
    expect(await remembered()).toEqual(begun);
  }
  // A refused answer changes nothing either.
  await say("nhiều");
  expect(await remembered()).toEqual(begun);
  // After a restart the conversation goes on from what was remembered then.
  await world.restart();
  await say("44");
  expect(Object.keys((await draft()).answers as object)).toHaveLength(4);
  await say("/cancel");
  expect(await remembered()).toBeNull();
});
