/** kill −9 in mid-broadcast: nobody is forgotten, and nobody hears twice but those whose message was in flight. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createChance, seed } from "./support/chance.ts";
import { createKills } from "./support/kills.ts";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, type Stage } from "./support/stage.ts";

const UNITS = 120;
const everybody = Array.from({ length: UNITS }, (_, i) => secretary(i + 1));

let stage: Stage;
beforeEach(async () => {
  stage = await createStage({ latencyMs: 15 });
});
afterEach(() => stage.end());

it(`an announcement survives kills (seed ${seed})`, async () => {
  const chance = createChance();
  const kills = createKills(stage, everybody, "📄 ");
  await withRows(stage.folder, (db) => seedCommittee(db, UNITS));
  await openChats(stage.api, UNITS);

  stage.start();
  await compose(stage);
  publish(stage);

  const inFlight: number[][] = [];
  for (let i = 0; i < 5; i++) {
    inFlight.push(await kills.atNth(chance.between(2, 12), chance.between(0, 1) === 1));
    stage.start();
  }
  await published(stage, UNITS, 90_000);
  expect(kills.unexplained(inFlight)).toEqual([]);
  expect(stage.run().errors()).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    expect(await db.delivery.groupBy({ by: ["state"], _count: true })).toEqual([
      { state: "sent", _count: UNITS },
    ]);
    expect(await db.plan.count({ where: { state: "published" } })).toBe(1);
    expect(await db.campaign.findMany({ select: { state: true } })).toEqual([{ state: "done" }]);
  });
}, 300_000);
