/**
 * kill −9 at random moments of a broadcast, with a share of the answers lost: who did not get it, who got it twice, and
 * what explains that. The real process on the embedded database, against a Bot API in a process of its own that takes
 * thirty a second. BENCH_UNITS=100 BENCH_KILLS=8 for a short look; BENCH_SEED for other moments.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "../src/store/database.ts";
import { createChance } from "../test/e2e/support/chance.ts";
import { type Run, startRun } from "../test/e2e/support/run.ts";
import { FIRST_CHAT, seedCampaign, seedPeople } from "./support/campaign.ts";
import { type Seen, startStrict } from "./support/strict.ts";

const UNITS = Number(process.env.BENCH_UNITS ?? 600);
const KILLS = Number(process.env.BENCH_KILLS ?? 50);
const LOST = 0.05;
const LONGEST_RUN_MS = 700;
/** Longer than the pause after which what is unknown is sent again. */
const QUIET_MS = 15_000;

export async function run(): Promise<object> {
  const chance = createChance(Number(process.env.BENCH_SEED ?? 20240424));
  const strict = await startStrict({ perSecond: 30, perChatPerSecond: 1, answerMs: 60, lost: LOST });
  const folder = mkdtempSync(join(tmpdir(), "dondoc-crash-"));
  const open = () => openDatabase({ folder, what: "bench" });
  const start = (): Run =>
    startRun(
      {
        BOT_TOKEN: "123456:bench-token-bench-token-bench",
        TELEGRAM_API_ROOT: strict.root,
        DATA_DIR: folder,
        PORT: "0",
        LOG_LEVEL: "error",
      },
      () => {},
    );
  const ready = async (one: Run) => {
    while (!one.address() && !one.end()) await wait(5);
    if (one.end()) throw new Error(`ended before it was ready: ${one.err()}`);
  };

  const database = await open();
  await seedPeople(database.db, UNITS);
  await seedCampaign(database.db, "100", UNITS);
  await database.close();

  let inFlight = 0;
  let before: Seen = await strict.seen();
  for (let kill = 0; kill < KILLS; kill++) {
    const one = start();
    await ready(one);
    await wait(chance.between(0, LONGEST_RUN_MS));
    await one.kill();
    // A message that the other side has taken, of a row that does not know it.
    const seen = await strict.seen();
    const after = await open();
    const rows = await after.db.$queryRaw<{ chatId: bigint }[]>`
      SELECT a."chatId" FROM "Delivery" d JOIN "Account" a ON a."personId" = d."personId" WHERE d."state" = 'sending'`;
    await after.close();
    const taken = (of: Seen, chatId: bigint) => of.chats[String(chatId)] ?? 0;
    inFlight += rows.filter(({ chatId }) => taken(seen, chatId) > taken(before, chatId)).length;
    before = seen;
  }
  const last = start();
  await ready(last);
  for (let calls = -1; ; ) {
    const seen = await strict.seen();
    if (seen.calls === calls) break;
    calls = seen.calls;
    await wait(QUIET_MS);
  }
  last.signal("SIGTERM");
  await last.ended;
  const seen = await strict.seen();
  strict.close();
  const end = await open();
  const states = await end.db.delivery.groupBy({ by: ["state"], _count: true, _sum: { unknowns: true } });
  await end.close();
  const times = Array.from({ length: UNITS }, (_, i) => seen.chats[String(FIRST_CHAT + i)] ?? 0);
  const duplicates = times.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const unknowns = states.reduce((sum, row) => sum + (row._sum.unknowns ?? 0), 0);
  return {
    recipients: UNITS,
    kills: KILLS,
    notDelivered: times.filter((count) => count === 0).length,
    duplicates,
    allowed: inFlight + seen.lost,
    inFlightAtKills: inFlight,
    answersLost: seen.lost,
    countedUnknown: unknowns,
    refused: seen.refused,
    states: Object.fromEntries(states.map((row) => [row.state, row._count])),
    aim: { notDelivered: 0, duplicatesAtMost: "allowed", countedUnknownAtLeast: "duplicates" },
  };
}
