/**
 * So many people say something in one instant, to the real process before a Bot API that takes 30 messages and edits in
 * any sliding second: a third asks for tasks, a third taps "Đã nhận", a third begins a report. What each of them saw of
 * it, and how long it took in all. In the middle the process may be told to end and be started anew.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { announcementActions } from "../../src/chat/features/announcement/actions.ts";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { createWords } from "../../src/i18n.ts";
import { type Db, openDatabase } from "../../src/store/database.ts";
import { WEBHOOK_PATH } from "../../src/web/server.ts";
import { type Run, startRun } from "../../test/e2e/support/run.ts";
import { publishPlan, seedStaff, seedUnits, storeForm } from "../../test/support/published.ts";
import { TOKEN } from "./bot.ts";
import { type CrowdSeen, type CrowdServer, startCrowdServer } from "./crowd-server.ts";
import { textUpdate } from "./reports.ts";

const SECRET = "burst-secret-burst-secret";
export const PER_SECOND = 30;
const ANSWER_MS = 60;
const FIRST_CHAT = 10_000;
/** As Telegram opens by default. */
const CONNECTIONS = 40;

export interface Burst {
  people: number;
  way: "polling" | "webhook";
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Told to end when so many have been answered. */
  endAfter?: number;
}

export interface Outcome {
  /** People who have seen their answer once; not at all; more than once. */
  once: number;
  never: number;
  twice: number;
  seconds: number;
  /** Against what the limit allows for what was shown. */
  ratio: number;
  shown: number;
  refusedPerThousand: number;
  apologies: number;
  /** Taps: how long after they were handed over they were answered. */
  tapP95Ms: number;
  /** Errors in the log. */
  errors: number;
}

export async function burst({ people, way, databaseUrl, endAfter }: Burst): Promise<Outcome> {
  const words = createWords("Asia/Ho_Chi_Minh", "vi")("vi");
  // The beginnings of all that is said where something went wrong.
  const apologies = ["bug", "saved", "unsure"].map((one) =>
    words.t(`mishap-${one}`, { number: "" }).slice(0, 40),
  );
  const crowd = await startCrowdServer({ perSecond: PER_SECOND, answerMs: ANSWER_MS, apologies });
  const folder = mkdtempSync(join(tmpdir(), "dondoc-burst-"));
  const runs: Run[] = [];
  try {
    const database = await openDatabase({
      ...(databaseUrl ? { databaseUrl } : {}),
      folder,
      what: "bench",
    });
    const deliveries = await seed(database.db, people);
    await database.close();
    const port = await freePort();
    const env = {
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: crowd.root,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: "error",
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...(way === "webhook" ? { WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_SECRET: SECRET } : {}),
    };
    await start(runs, env);
    await crowd.reset();
    const url = `http://127.0.0.1:${port}${WEBHOOK_PATH}`;
    const webhook = way === "webhook" ? { url, secret: SECRET, connections: CONNECTIONS } : undefined;
    await crowd.speak(updatesOf(deliveries), webhook);
    if (endAfter !== undefined) {
      await until(crowd, (seen) => answered(seen, people).length >= endAfter, people);
      runs.at(-1)?.signal("SIGTERM");
      await runs.at(-1)?.ended;
      await start(runs, env);
    }
    await until(crowd, (seen) => answered(seen, people).length >= people, people);
    // What is said twice is said by now.
    await wait(1_500);
    const seen = await crowd.seen();
    runs.at(-1)?.signal("SIGTERM");
    await runs.at(-1)?.ended;
    return judge(seen, people, runs);
  } finally {
    for (const run of runs) if (!run.end()) await run.kill();
    crowd.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(seen: CrowdSeen, people: number, runs: readonly Run[]): Outcome {
  const times = chatsOf(people).map((chat) => seen.chats[chat] ?? 0);
  const taps = seen.taps.toSorted((a, b) => a - b);
  return {
    once: times.filter((count) => count === 1).length,
    never: times.filter((count) => count === 0).length,
    twice: times.filter((count) => count > 1).length,
    seconds: Math.round(seen.lastMs / 100) / 10,
    ratio: Math.round((seen.lastMs / 1_000 / (seen.shown / PER_SECOND)) * 1_000) / 1_000,
    shown: seen.shown,
    refusedPerThousand: Math.round((seen.refused / (seen.calls + seen.refused)) * 10_000) / 10,
    apologies: seen.apologies,
    tapP95Ms: Math.round(taps[Math.ceil(taps.length * 0.95) - 1] ?? 0),
    errors: runs.flatMap((run) => run.errors()).length,
  };
}

const chatsOf = (people: number) => Array.from({ length: people }, (_, i) => FIRST_CHAT + i);
const answered = (seen: CrowdSeen, people: number) =>
  chatsOf(people).filter((chat) => (seen.chats[chat] ?? 0) > 0);

async function until(crowd: CrowdServer, check: (seen: CrowdSeen) => boolean, people: number): Promise<void> {
  const mostMs = 30_000 + (people / PER_SECOND) * 2_000;
  for (const began = performance.now(); !check(await crowd.seen()); await wait(100))
    if (performance.now() - began > mostMs) return;
}

async function start(runs: Run[], env: Record<string, string>): Promise<void> {
  const run = startRun(env, () => {});
  runs.push(run);
  while (!run.address()) {
    if (run.end()) throw new Error(`the bot did not start: ${run.err()}`);
    await wait(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A committee whose every unit owes one report by a plan it has been told of; the numbers of these messages. */
async function seed(db: Db, people: number): Promise<number[]> {
  const at = new Date();
  const ownerId = await seedStaff(db, { name: "Hà Lan", phone: "0256 000 111", chat: 9_999, at });
  const board = await db.board.findFirstOrThrow();
  const numbers = Array.from({ length: people }, (_, i) => i);
  const units = await seedUnits(db, numbers, at, (n) => ({
    code: String(n).padStart(5, "0"),
    chat: FIRST_CHAT + n,
  }));
  const { planId } = await publishPlan(db, {
    boardId: board.id,
    ownerId,
    number: "100-KH/ĐU",
    title: "học tập, quán triệt Chuyên đề năm 2024",
    at,
    // Far enough that the clock says nothing meanwhile.
    dueBefore: new Date(at.getTime() + 120 * 86_400_000),
    formVersionId: await storeForm(db, "burst", studyForm, at),
    units,
  });
  const campaign = await db.campaign.create({
    data: {
      kind: "announcement",
      planId,
      key: `announcement:${planId}`,
      state: "done",
      createdAt: at,
      finishedAt: at,
    },
  });
  const posts = await db.post.findMany({ orderBy: { unitId: "asc" } });
  const made = await db.delivery.createManyAndReturn({
    data: posts.map(({ unitId, personId }) => ({
      campaignId: campaign.id,
      unitId,
      personId,
      state: "sent" as const,
      notBefore: at,
      sentAt: at,
    })),
    select: { id: true, unitId: true },
  });
  return made.sort((a, b) => (a.unitId ?? 0) - (b.unitId ?? 0)).map(({ id }) => id);
}

function updatesOf(deliveries: readonly number[]): object[] {
  return deliveries.map((deliveryId, i) => {
    const chat = FIRST_CHAT + i;
    if (i % 3 !== 1) return textUpdate(chat, i % 3 === 0 ? "/tasks" : "/report");
    const { update_id } = textUpdate(chat, "");
    return {
      update_id,
      callback_query: {
        id: String(update_id),
        chat_instance: "1",
        from: { id: chat, is_bot: false, first_name: "A", language_code: "vi" },
        message: {
          message_id: 1,
          date: Math.floor(Date.now() / 1_000),
          chat: { id: chat, type: "private", first_name: "A" },
          text: "x",
        },
        data: announcementActions.acknowledge.data(deliveryId),
      },
    };
  });
}
