/**
 * kill −9 in mid-broadcast and among reminders: nobody is forgotten, and nobody hears twice but those whose message
 * was in flight at a kill.
 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createChance, seed } from "./support/chance.ts";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, type Stage, said } from "./support/stage.ts";

const UNITS = 120;
/** The lane sends so many at once. */
const AT_ONCE = 30;
const everybody = Array.from({ length: UNITS }, (_, i) => secretary(i + 1));
const ANNOUNCED = "📄 ";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage({ latencyMs: 15 });
});
afterEach(() => stage.end());

/**
 * Kills the process at the n-th such message of this run, before or after it arrives; resolves to those whose
 * message may have been in flight: the last handful the lane had taken.
 */
async function killAtNth(n: number, mark: string, arrives: boolean): Promise<number[]> {
  const run = stage.run();
  const called: number[] = [];
  stage.onCall = ({ method, payload }) => {
    if (run.end()) return "lose-call";
    const text = String(payload.text ?? payload.caption ?? "");
    if (!/^send(Message|Document)$/.test(method) || !text.startsWith(mark)) return undefined;
    called.push(Number(payload.chat_id));
    if (called.length < n) return undefined;
    void run.kill();
    return arrives ? "lose-answer" : "lose-call";
  };
  await stage.until(`killed at message ${n}`, () => run.end());
  stage.onCall = null;
  return called.slice(-AT_ONCE);
}

const heard = (id: number, mark: string) =>
  said(stage.api, id).filter((message) => message.text.startsWith(mark)).length;

/** Who heard how often more than once, less what the kills account for. */
function unexplained(mark: string, inFlight: number[][]): object[] {
  return everybody.flatMap((id) => {
    const times = heard(id, mark);
    const allowed = 1 + inFlight.filter((ids) => ids.includes(id)).length;
    return times >= 1 && times <= allowed ? [] : [{ id, times, allowed }];
  });
}

it(`an announcement survives kills (seed ${seed})`, async () => {
  const chance = createChance();
  await withRows(stage.folder, (db) => seedCommittee(db, UNITS));
  await openChats(stage.api, UNITS);

  stage.start();
  await compose(stage);
  publish(stage);

  const inFlight: number[][] = [];
  for (let kills = 0; kills < 5; kills++) {
    inFlight.push(await killAtNth(chance.between(2, 12), ANNOUNCED, chance.between(0, 1) === 1));
    stage.start();
  }
  await published(stage, UNITS, 90_000);
  expect(unexplained(ANNOUNCED, inFlight)).toEqual([]);
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
