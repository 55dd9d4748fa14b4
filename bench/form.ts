/**
 * A long report by chat: what it costs to remember it, and whether the last answer is as quick as the third, beside
 * the conversations plugin used plainly (ask, wait, ask, wait). Then 300 secretaries who answer within ten seconds, and
 * all in one instant, through the webhook on PostgreSQL. BENCH_CHATS=30 BENCH_WALKS=2 for a short look, BENCH_WALKS=0
 * for the crowd alone.
 */
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from "@grammyjs/conversations";
import { Bot, type Context } from "grammy";
import type { Update } from "grammy/types";
import type { Form } from "../src/domain/form/form.ts";
import { parseForm } from "../src/domain/form/parse-form.ts";
import { type Db, openDatabase } from "../src/store/database.ts";
import { startServer } from "../test/support/postgres.ts";
import {
  assembleBench,
  benchFetch,
  type Handler,
  median,
  quantile,
  round,
  SECRET,
  serve,
  TOKEN,
  watchStatements,
} from "./support/bot.ts";
import { postSpread } from "./support/load.ts";
import { seedReports, textUpdate } from "./support/reports.ts";
import { startStandIn } from "./support/stand-in.ts";

const CHATS = Number(process.env.BENCH_CHATS ?? 300);
const WALKS = Number(process.env.BENCH_WALKS ?? 20);
const LONGS = Math.min(2, WALKS);
const SPREAD_MS = 10_000;
const INSTANTS = 3;
const [SHORT, LONG] = [30, 200];
/** The first chats of: those who walk a form of 30, of 200, and those who all answer at once. */
const WALK_CHAT = 1_000;
const LONG_CHAT = 2_000;
const LOAD_CHAT = 3_000;

export async function run(): Promise<object> {
  watchStatements(countWrites);
  const server = await startServer();
  const standIn = await startStandIn();
  const database = await openDatabase({
    databaseUrl: await server.createDatabase(),
    folder: "unused",
    what: "bench",
  });
  const { db } = database;
  await seedReports(db, formOf(SHORT), { chats: WALKS, firstChat: WALK_CHAT, code: "30" });
  await seedReports(db, formOf(LONG), { chats: LONGS, firstChat: LONG_CHAT, code: "200" });
  await seedReports(db, formOf(SHORT), { chats: CHATS, firstChat: LOAD_CHAT, code: "31" });
  const { bot: ours } = assembleBench(database, standIn.root);
  const plain = plainBot(db, standIn.root);
  await Promise.all([ours.init(), plain.init()]);
  const bots = { ours, plain };

  // The first chat of each warms up and is not counted.
  const walks: Record<"ours" | "plain", Walk[]> = { ours: [], plain: [] };
  for (let i = 0; i < WALKS; i++)
    for (const name of ["ours", "plain"] as const)
      walks[name].push(await walk(bots[name], WALK_CHAT + i, SHORT));
  await checkDrafts(db, "30", WALKS, SHORT);
  const long: Walk[] = [];
  for (let i = 0; i < LONGS; i++) long.push(await walk(ours, LONG_CHAT + i, LONG));
  await checkDrafts(db, "200", LONGS, LONG);

  const loads = { plain: await load(plain), ours: await load(ours) };
  await checkDrafts(db, "31", CHATS, 1 + INSTANTS);

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
    spreadP95Ms: { ours: p95(loads.ours.spread), plain: p95(loads.plain.spread), limit: 250 },
    instantDrainedMs: { ours: last(loads.ours.instant), plain: last(loads.plain.instant), limit: 3_000 },
    // Of this process, which only answers; the least of the rounds, since others may use the machine.
    instantCpuMsEach: { ours: round(loads.ours.cpu, 2), plain: round(loads.plain.cpu, 2) },
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

async function walk(bot: Handler, chat: number, count: number): Promise<Walk> {
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

interface Crowd {
  /** How long each waited, in ms. */
  spread: number[];
  instant: number[];
  /** Milliseconds of one core, an answer. */
  cpu: number;
}

/** Everybody opens the report; then each answers once within ten seconds, and then all in one instant, three times. */
async function load(bot: Handler): Promise<Crowd> {
  const web = await serve(bot);
  const all = (text: string) => Array.from({ length: CHATS }, (_, i) => textUpdate(LOAD_CHAT + i, text));
  await postSpread(web.url, SECRET, all("/report"), 3_000);
  const spread = await postSpread(web.url, SECRET, all(answerTo(0)), SPREAD_MS);
  const rounds: { instant: number[]; cpu: number }[] = [];
  for (let i = 1; i <= INSTANTS; i++) {
    const before = process.cpuUsage();
    const instant = await postSpread(web.url, SECRET, all(answerTo(i)), 0);
    const { user, system } = process.cpuUsage(before);
    rounds.push({ instant, cpu: (user + system) / 1_000 / CHATS });
  }
  await web.close();
  const cpu = Math.min(...rounds.map((one) => one.cpu));
  return { spread, instant: rounds[0]?.instant ?? [], cpu };
}

/** A fast bot that has not kept the answers is not fast. */
async function checkDrafts(db: Db, code: string, chats: number, answers: number): Promise<void> {
  const drafts = await db.draft.findMany({ where: { obligation: { code: { startsWith: `${code}-` } } } });
  const whole = drafts.filter((draft) => Object.keys(draft.answers as object).length === answers);
  if (whole.length !== chats)
    throw new Error(`only ${whole.length} of ${chats} reports of ${code} hold all ${answers} answers`);
}

/** The plugin as its documentation has it, its state in the same table. */
function plainBot(db: Db, apiRoot: string): Bot<ConversationFlavor<Context>> {
  type Plain = ConversationFlavor<Context>;
  const bot = new Bot<Plain>(TOKEN, { client: { apiRoot, fetch: benchFetch as never } });
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

/** What every statement that writes hands over. */
function countWrites(text: string, values: readonly unknown[]): void {
  if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(text)) return;
  const sizes = values.map((value) => Buffer.byteLength(String(value ?? "")));
  written += sizes.reduce((sum, size) => sum + size, 0);
  if (/INTO "ConversationState"/.test(text)) largestState = Math.max(largestState, ...sizes);
}

const p95 = (all: readonly number[]) => round(quantile(all, 0.95));
const last = (all: readonly number[]) => round(Math.max(...all));
