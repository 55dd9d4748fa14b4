/**
 * kill −9 among reminders: everybody who owes is reminded, and nobody twice but those whose message was in flight.
 *
 * Reminders go by the calendar: a rung on a day off moves, and one the day before a moved one falls away (three days
 * before a Sunday there is none: what was for Saturday and Sunday comes on Friday). So the days around this test are
 * made working days, as staff can make them; and it is always noon (support/stage.ts).
 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { dayOf, plusDays } from "../../src/domain/moment.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { seedOwed } from "../support/owed.ts";
import { createChance, seed } from "./support/chance.ts";
import { createKills } from "./support/kills.ts";
import { endOfDay, openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { createStage, type Stage, zone } from "./support/stage.ts";

const UNITS = 100;
const everybody = Array.from({ length: UNITS }, (_, i) => secretary(i + 1));

let stage: Stage;
beforeEach(async () => {
  stage = await createStage({ latencyMs: 15 });
});
afterEach(() => stage.end());

it(`reminders survive kills (seed ${seed})`, async () => {
  const chance = createChance();
  const kills = createKills(stage, everybody, "🔔 ");
  await withRows(stage.folder, async (db) => {
    await seedCommittee(db, UNITS);
    // Three days before is today; seven days before was four days ago, when no process ran.
    await seedOwed(db, endOfDay(3), new Date(Date.now() - 10 * 86_400_000));
    const today = dayOf(new Date(), zone);
    const days = Array.from({ length: 9 }, (_, i) => ({ day: plusDays(today, i - 1), off: false }));
    await writeSetting(db, "daysOff", days);
  });
  await openChats(stage.api, UNITS);

  const inFlight: number[][] = [];
  stage.start();
  for (const arrives of [true, false]) {
    inFlight.push(await kills.atNth(chance.between(1, 20), arrives));
    stage.start();
  }
  await stage.until("all are reminded", () => everybody.every((id) => kills.heard(id) > 0));
  await stage.until("polling", () => stage.run().address());
  // After all is said, a kill and two more starts say nothing more: each looks for reminders before it is ready.
  await stage.run().kill();
  const before = everybody.map((id) => kills.heard(id));
  const last = kills.lastCalled();
  for (let starts = 0; starts < 2; starts++) {
    stage.start();
    await stage.until("polling", () => stage.run().address());
    expect(await stage.stop()).toEqual({ code: 0, signal: null });
    expect(stage.run().errors()).toEqual([]);
  }
  expect(kills.unexplained([...inFlight, last])).toEqual([]);
  const again = everybody.filter((id, i) => kills.heard(id) > (before[i] ?? 0));
  expect(again.filter((id) => !last.includes(id))).toEqual([]);

  await withRows(stage.folder, async (db) => {
    expect(await db.delivery.groupBy({ by: ["state"], _count: true })).toEqual([
      { state: "sent", _count: UNITS },
    ]);
    expect(await db.deliveryItem.groupBy({ by: ["rung"], _count: true })).toEqual([
      { rung: -3, _count: UNITS },
    ]);
    // One round for all of them, however often the process died while it was made and sent.
    expect(await db.campaign.findMany({ select: { kind: true, state: true } })).toEqual([
      { kind: "reminder", state: "done" },
    ]);
  });
}, 300_000);
