/**
 * A broadcast to 600 and to 3,000 against a Bot API that takes 30 in any sliding second and one a second in a chat, and
 * answers in 60 ms, while two people a second ask for their tasks; beside what one would write with grammY instead.
 * Then the same without a limit, 30 at once, beside a bare loop. BENCH_UNITS=100 for a short look.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { autoRetry } from "@grammyjs/auto-retry";
import { apiThrottler } from "@grammyjs/transformer-throttler";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import { telegramFetch } from "../src/channels/telegram/fetch.ts";
import { type Database, openDatabase } from "../src/store/database.ts";
import { startServer } from "../test/support/postgres.ts";
import { assembleBench, type Handler, median, quantile, round, TOKEN } from "./support/bot.ts";
import { FIRST_CHAT, seedCampaign, seedPeople } from "./support/campaign.ts";
import { textUpdate } from "./support/reports.ts";
import { type Strict, startStrict } from "./support/strict.ts";

const SIZES = (process.env.BENCH_UNITS ?? "600,3000").split(",").map(Number);
const WARM = 30;
const limited = { perSecond: 30, perChatPerSecond: 1, answerMs: 60, lost: 0 };
const unlimited = {
  ...limited,
  perSecond: Number.MAX_SAFE_INTEGER,
  perChatPerSecond: Number.MAX_SAFE_INTEGER,
};

export async function run(): Promise<object> {
  const strict = await startStrict(limited);
  const free = await startStrict(unlimited);
  const server = await startServer();
  const sizes: Record<string, object> = {};
  for (const size of SIZES) {
    const database = await openDatabase({
      databaseUrl: await server.createDatabase(),
      folder: "unused",
      what: "bench",
    });
    await seedPeople(database.db, size);
    // As in a process that has been at work for a while: queries are compiled, lines are open.
    await broadcast(database, free, WARM, false, "warm");
    sizes[size] = {
      ours: await broadcast(database, strict, size, true),
      peers: await peers(strict, size),
    };
    await database.close();
  }
  const homes: Record<string, object> = {};
  const size = Math.min(...SIZES);
  for (const home of ["embedded", "server"] as const) {
    const folder = mkdtempSync(join(tmpdir(), "dondoc-bench-"));
    const database = await openDatabase(
      home === "server"
        ? { databaseUrl: await server.createDatabase(), folder, what: "bench" }
        : { folder, what: "bench" },
    );
    await seedPeople(database.db, size);
    await broadcast(database, free, WARM, false, "warm");
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < 3; round++) {
      rates.bare.push(await bareLoop(free, size));
      rates.ours.push((await broadcast(database, free, size, false, `r${round}`)).perSecond);
    }
    const [ours, bare] = [median(rates.ours), median(rates.bare)];
    homes[home] = {
      perSecond: { ours: round(ours), bare: round(bare) },
      ratio: round(ours / bare, 3),
      aim: 0.5,
    };
    await database.close();
  }
  strict.close();
  free.close();
  await server.stop();
  return { limited: sizes, aim: { ratio: 1.05, refused: 0, answerP95Ms: 300 }, unlimited: homes };
}

async function broadcast(database: Database, strict: Strict, size: number, isLimited: boolean, code = "100") {
  await strict.reset();
  await seedCampaign(database.db, code, size);
  const { bot, clockwork } = assembleBench(database, strict.root, {
    botInfo: await new Api(TOKEN, { apiRoot: strict.root }).getMe(),
    // Without a limit the lane still calls thirty at once.
    perSecond: isLimited ? limited.perSecond : Number.POSITIVE_INFINITY,
  });
  const asking = new AbortController();
  const answers: number[] = [];
  const asked = isLimited ? ask(bot, size, answers, asking.signal) : Promise.resolve();
  const began = performance.now();
  await clockwork.start();
  while ((await database.db.delivery.count({ where: { state: { in: ["pending", "sending"] } } })) > 0)
    await wait(50);
  const seconds = (performance.now() - began) / 1_000;
  asking.abort();
  await asked;
  await clockwork.settle();
  await clockwork.stop();
  const seen = await strict.seen();
  const reached = Object.keys(seen.chats).filter(
    (chat) => Number(chat) >= FIRST_CHAT && Number(chat) < FIRST_CHAT + size,
  );
  if (reached.length !== size) throw new Error(`only ${reached.length} of ${size} have it`);
  // All calls share the limit: what was said to people, and the progress that staff watch.
  const span = (seen.last - seen.first) / 1_000;
  const ideal = seen.calls / 30;
  return {
    seconds: round(seconds),
    calls: seen.calls,
    ratio: round(Math.max(span, seconds) / ideal, 3),
    refused: seen.refused,
    answerP95Ms: Math.round(quantile(answers, 0.95)),
    answers: answers.length,
    perSecond: round(size / seconds),
  };
}

/** Two people a second ask what they owe; each is asked for but once in a long while. */
async function ask(bot: Handler, size: number, answers: number[], stopped: AbortSignal): Promise<void> {
  const inHand: Promise<void>[] = [];
  for (let n = 0; !stopped.aborted; n++) {
    const id = FIRST_CHAT + ((n * 37) % size);
    const began = performance.now();
    const update = textUpdate(id, "/tasks") as Update;
    inHand.push(bot.handleUpdate(update).then(() => void answers.push(performance.now() - began)));
    await wait(500, undefined, { signal: stopped }).catch(() => {});
  }
  await Promise.all(inHand);
}

async function peers(strict: Strict, size: number): Promise<object> {
  const chats = Array.from({ length: size }, (_, i) => FIRST_CHAT + i);
  const measure = async (send: (api: Api) => Promise<number>) => {
    await strict.reset();
    const began = performance.now();
    const failed = await send(new Api(TOKEN, { apiRoot: strict.root }));
    const seconds = (performance.now() - began) / 1_000;
    const seen = await strict.seen();
    return { seconds: round(seconds), ratio: round(seconds / (size / 30), 3), refused: seen.refused, failed };
  };
  return {
    oneByOne: await measure(async (api) => {
      let failed = 0;
      for (const chat of chats) await api.sendMessage(chat, "x").catch(() => failed++);
      return failed;
    }),
    autoRetry: await measure(async (api) => {
      api.config.use(autoRetry());
      return atOnce(chats, 30, (chat) => api.sendMessage(chat, "x"));
    }),
    throttlerAutoRetry: await measure(async (api) => {
      api.config.use(autoRetry());
      api.config.use(apiThrottler());
      return atOnce(chats, size, (chat) => api.sendMessage(chat, "x"));
    }),
  };
}

async function bareLoop(strict: Strict, size: number): Promise<number> {
  await strict.reset();
  const api = new Api(TOKEN, { apiRoot: strict.root, fetch: telegramFetch as never });
  const chats = Array.from({ length: size }, (_, i) => FIRST_CHAT + i);
  const began = performance.now();
  await atOnce(chats, 30, (chat) => api.sendMessage(chat, "x"));
  return size / ((performance.now() - began) / 1_000);
}

async function atOnce(
  chats: number[],
  many: number,
  send: (chat: number) => Promise<unknown>,
): Promise<number> {
  const waiting = [...chats];
  let failed = 0;
  const lane = async () => {
    for (let chat = waiting.shift(); chat !== undefined; chat = waiting.shift())
      await send(chat).catch(() => failed++);
  };
  await Promise.all(Array.from({ length: many }, lane));
  return failed;
}
