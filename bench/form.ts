/**
 * A long report by chat: what it costs to remember it, and whether the last answer is as quick as the third, beside
 * the conversations plugin used plainly (ask, wait, ask, wait). Then 300 secretaries who answer within ten seconds, and
 * all in one instant, through the webhook on PostgreSQL. BENCH_CHATS=30 BENCH_WALKS=2 for a short look.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from "@grammyjs/conversations";
import { Bot, type Context } from "grammy";
import type { Update } from "grammy/types";
import pg from "pg";
import { assemble } from "../src/assemble.ts";
import { patient, telegramFetch } from "../src/channels/telegram/fetch.ts";
import type { Form } from "../src/domain/form/form.ts";
import { parseForm } from "../src/domain/form/parse-form.ts";
import { createWords } from "../src/i18n.ts";
import { type Db, openDatabase } from "../src/store/database.ts";
import { openFileFolder } from "../src/store/files.ts";
import { createWeb, listen, WEBHOOK_PATH } from "../src/web/server.ts";
import { startServer } from "../test/support/postgres.ts";
import { postSpread } from "./support/load.ts";
import { seedReports, textUpdate } from "./support/reports.ts";
import { startStandIn } from "./support/stand-in.ts";

const CHATS = Number(process.env.BENCH_CHATS ?? 300);
const WALKS = Number(process.env.BENCH_WALKS ?? 20);
const SPREAD_MS = 10_000;
const SECRET = "bench-secret-bench-secret";
const TOKEN = "123456:bench-token-bench-token-bench";
const [SHORT, LONG] = [30, 200];
/** The first chats of: those who walk a form of 30, of 200, and those who all answer at once. */
const WALK_CHAT = 1_000;
const LONG_CHAT = 2_000;
const LOAD_CHAT = 3_000;

export async function run(): Promise<object> {
  watchWrites();
  const server = await startServer();
  const standIn = await startStandIn();
  const database = await openDatabase({
    databaseUrl: await server.createDatabase(),
    folder: "unused",
    what: "bench",
  });
  const { db } = database;
  await seedReports(db, formOf(SHORT), { chats: WALKS, firstChat: WALK_CHAT, code: "30" });
  await seedReports(db, formOf(LONG), { chats: 2, firstChat: LONG_CHAT, code: "200" });
  await seedReports(db, formOf(SHORT), { chats: CHATS, firstChat: LOAD_CHAT, code: "31" });
  const fetch = patient(telegramFetch);
  const { bot: ours } = assemble({
    channel: { name: "telegram", fetch },
    token: TOKEN,
    apiRoot: standIn.root,
    database,
    clock: { now: () => new Date() },
    zone: "Asia/Ho_Chi_Minh",
    wordsFor: createWords("Asia/Ho_Chi_Minh", "vi"),
    files: openFileFolder(mkdtempSync(join(tmpdir(), "dondoc-bench-"))),
    random: (count) => randomBytes(count),
    log: {
      info: () => {},
      warn: () => {},
      error: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`),
    },
    perSecond: Number.POSITIVE_INFINITY,
    maxDownload: 1,
  });
  const plain = plainBot(db, standIn.root, fetch);
  await Promise.all([ours.init(), plain.init()]);
  const bots = { ours, plain };

  // The first chat of each warms up and is not counted.
  const walks: Record<"ours" | "plain", Walk[]> = { ours: [], plain: [] };
  for (let i = 0; i < WALKS; i++)
    for (const name of ["ours", "plain"] as const)
      walks[name].push(await walk(bots[name], WALK_CHAT + i, SHORT));
  await checkDrafts(db, "30", WALKS, SHORT);
  const long: Walk[] = [];
  for (let i = 0; i < 2; i++) long.push(await walk(ours, LONG_CHAT + i, LONG));
  await checkDrafts(db, "200", 2, LONG);

  const loads: Record<string, { spread: number[]; instant: number[] }> = {};
  for (const name of ["plain", "ours"] as const) loads[name] = await load(bots[name]);
  await checkDrafts(db, "31", CHATS, 2);

  await database.close();
  standIn.close();
  await server.stop();
  const counted = (name: "ours" | "plain") => walks[name].slice(Math.min(1, WALKS - 1));
  const kilobytes = (name: "ours" | "plain") =>
    round(median(counted(name).map((one) => one.written)) / 1_024);
  const state = (name: "ours" | "plain") => Math.max(...walks[name].map((one) => one.largestState));
  const late = (all: Walk[], at: number) =>
    round(median(all.map((one) => one.ms[at - 1] ?? 0)) / median(all.map((one) => one.ms[2] ?? 0)), 2);
  return {
    stateBytes: { ours: state("ours"), plain: state("plain"), limit: 2_048 },
    writtenKiB: { ours: kilobytes("ours"), plain: kilobytes("plain"), limit: 60 },
    answer30to3: { ours: late(counted("ours"), SHORT), plain: late(counted("plain"), SHORT), limit: 1.2 },
    // Around the end of a long one, so that one slow answer does not speak for all.
    answer200to3: {
      ours: round(
        median(long.flatMap((one) => one.ms.slice(-21, -1))) /
          median(long.flatMap((one) => one.ms.slice(2, 22))),
        2,
      ),
      limit: 1.2,
    },
    answerMs: {
      ours: round(median(counted("ours").flatMap((one) => one.ms))),
      plain: round(median(counted("plain").flatMap((one) => one.ms))),
    },
    spreadP95Ms: { ours: p95(loads.ours?.spread), plain: p95(loads.plain?.spread), limit: 250 },
    instantDrainedMs: { ours: last(loads.ours?.instant), plain: last(loads.plain?.instant), limit: 3_000 },
    chats: CHATS,
  };
}

/** Numbers and sentences in turn; every fifth question looks at another answer. */
function formOf(count: number): Form {
  const fields = Array.from({ length: count }, (_, i) => {
    const base = {
      key: `q${i + 1}`,
      title: `Câu hỏi thứ ${i + 1} của báo cáo kết quả học tập, quán triệt chuyên đề?`,
      label: `Mục ${i + 1}`,
      required: true,
    };
    if (i % 2 === 1) return { ...base, kind: "text", maxLength: 500 };
    return { ...base, kind: "integer", ...(i % 10 === 4 ? { relevant: "${q1} > 0" } : {}) };
  });
  return parseForm({ title: "Báo cáo", nil: false, fields });
}

const answerTo = (index: number) => (index % 2 === 1 ? "Chi bộ đã tổ chức học tập nghiêm túc." : "45");

interface Walk {
  /** Of each answer. */
  ms: number[];
  /** Bytes handed to the database by everything that writes, from the first question to the last. */
  written: number;
  largestState: number;
}

async function walk(
  bot: { handleUpdate(update: Update): Promise<void> },
  chat: number,
  count: number,
): Promise<Walk> {
  written = 0;
  largestState = 0;
  const ms: number[] = [];
  await bot.handleUpdate(textUpdate(chat, "/report") as Update);
  for (let i = 0; i < count; i++) {
    const update = textUpdate(chat, answerTo(i)) as Update;
    const began = performance.now();
    await bot.handleUpdate(update);
    ms.push(performance.now() - began);
  }
  return { ms, written, largestState };
}

/** Everybody opens the report; then each answers once within ten seconds, and then all once more in one instant. */
async function load(bot: { handleUpdate(update: Update): Promise<void> }) {
  const handle = (update: Update) => bot.handleUpdate(update);
  const web = await listen(
    createWeb({ health: { problems: async () => [] }, webhook: { secret: SECRET, handle } }),
    0,
    "127.0.0.1",
  );
  const url = `http://127.0.0.1:${web.port}${WEBHOOK_PATH}`;
  const all = (text: string) => Array.from({ length: CHATS }, (_, i) => textUpdate(LOAD_CHAT + i, text));
  await postSpread(url, SECRET, all("/report"), 3_000);
  const spread = await postSpread(url, SECRET, all(answerTo(0)), SPREAD_MS);
  const instant = await postSpread(url, SECRET, all(answerTo(1)), 0);
  await web.close();
  return { spread, instant };
}

/** A fast bot that has not kept the answers is not fast. */
async function checkDrafts(db: Db, code: string, chats: number, answers: number): Promise<void> {
  const drafts = await db.draft.findMany({ where: { obligation: { code: { startsWith: `${code}-` } } } });
  const whole = drafts.filter((draft) => Object.keys(draft.answers as object).length === answers);
  if (whole.length !== chats)
    throw new Error(`only ${whole.length} of ${chats} reports of ${code} hold all ${answers} answers`);
}

/** The plugin as its documentation has it, its state in the same table. */
function plainBot(db: Db, apiRoot: string, fetch: unknown): Bot<ConversationFlavor<Context>> {
  type Plain = ConversationFlavor<Context>;
  const bot = new Bot<Plain>(TOKEN, { client: { apiRoot, fetch: fetch as never } });
  const form = formOf(SHORT);
  const adapter = {
    read: async (key: string) => (await db.conversationState.findUnique({ where: { key } }))?.value as never,
    write: async (key: string, state: unknown) => {
      await db.$executeRaw`
        INSERT INTO "ConversationState" ("key", "value", "revision") VALUES (${key}, ${JSON.stringify(state)}::jsonb, 1)
        ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"`;
    },
    delete: async (key: string) => {
      await db.conversationState.deleteMany({ where: { key } });
    },
  };
  bot.use(conversations({ storage: { type: "key", prefix: "plain:", adapter } }));
  bot.use(
    createConversation(async function report(conversation: Conversation<Plain, Context>, ctx: Context) {
      const answers: string[] = [];
      for (const [i, field] of form.fields.entries()) {
        await ctx.reply(`Câu ${i + 1}/${form.fields.length}\n\n${field.title}`);
        const { message } = await conversation.waitFor("message:text");
        answers.push(message.text);
      }
      await ctx.reply(answers.join("\n"));
    }, "report"),
  );
  bot.command("report", (ctx) => ctx.conversation.enter("report"));
  return bot;
}

let written = 0;
let largestState = 0;

/** Counts what every statement that writes hands over. */
function watchWrites(): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function counted(this: unknown, ...args: unknown[]) {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === "string" ? first : (first?.text ?? "");
    const values = (typeof first === "string" ? second : first?.values) ?? [];
    if (/^\s*(INSERT|UPDATE|DELETE)/i.test(text) && Array.isArray(values)) {
      const sizes = values.map((value) => Buffer.byteLength(String(value ?? "")));
      written += sizes.reduce((sum, size) => sum + size, 0);
      if (/INTO "ConversationState"/.test(text)) largestState = Math.max(largestState, ...sizes);
    }
    return query.apply(this, args);
  } as never;
}

const sorted = (all: number[] = []) => all.toSorted((a, b) => a - b);
const median = (all: number[]) => sorted(all)[Math.floor(all.length / 2)] ?? 0;
const p95 = (all: number[] = []) => round(sorted(all)[Math.ceil(all.length * 0.95) - 1] ?? 0);
const last = (all: number[] = []) => round(sorted(all).at(-1) ?? 0);
const round = (value: number, places = 1) => Math.round(value * 10 ** places) / 10 ** places;
