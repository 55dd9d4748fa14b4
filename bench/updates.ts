/**
 * Updates per second through the webhook, on PostgreSQL: `/tasks`, and an answer in `/report`, beside a bare grammY
 * bot that only replies, in the same run and in turns. Statements are counted at the driver, BEGIN and COMMIT apart.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import pg from "pg";
import { assemble } from "../src/assemble.ts";
import { patient, telegramFetch } from "../src/channels/telegram/fetch.ts";
import { studyForm } from "../src/domain/form/ready/study.ts";
import { createWords } from "../src/i18n.ts";
import type { Db } from "../src/store/database.ts";
import { openDatabase } from "../src/store/database.ts";
import { openFileFolder } from "../src/store/files.ts";
import { createWeb, listen, WEBHOOK_PATH } from "../src/web/server.ts";
import { startServer } from "../test/support/postgres.ts";
import { post } from "./support/load.ts";
import { seedReports, textUpdate } from "./support/reports.ts";
import { startStandIn } from "./support/stand-in.ts";

const CHATS = Number(process.env.BENCH_CHATS ?? 120);
const AT_ONCE = 8;
const ROUNDS = 3;
const SECRET = "bench-secret-bench-secret";
const TOKEN = "123456:bench-token-bench-token-bench";
const ANSWERS = ["hôm qua", "1", "47", "45", "45", "Học tập nghiêm túc", "Không", "Không"];

let statements = 0;

export async function run(): Promise<object> {
  countStatements();
  const server = await startServer();
  const standIn = await startStandIn();
  const database = await openDatabase({
    databaseUrl: await server.createDatabase(),
    folder: "unused",
    what: "bench",
  });
  await seedReports(database.db, studyForm, { chats: CHATS, firstChat: 1_000, code: "100" });
  const clock = { now: () => new Date() };
  const fetch = patient(telegramFetch);
  const { bot } = assemble({
    channel: { name: "telegram", fetch },
    token: TOKEN,
    apiRoot: standIn.root,
    database,
    clock,
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
  await bot.init();
  const bare = new Bot(TOKEN, { client: { apiRoot: standIn.root, fetch: fetch as never } });
  bare.on("message", (ctx) => ctx.reply("x"));
  await bare.init();

  const ours = await serve((update) => bot.handleUpdate(update));
  const theirs = await serve((update) => bare.handleUpdate(update));
  const figures: { bare: number[]; tasks: number[]; answer: number[] } = { bare: [], tasks: [], answer: [] };
  const counted = { tasks: 0, answer: 0 };
  for (let round = 0; round <= ROUNDS; round++) {
    const bareLoad = await post(
      theirs.url,
      SECRET,
      texts(["xin chào", "xin chào", "xin chào", "xin chào"]),
      AT_ONCE,
    );
    await database.db.conversationState.deleteMany();
    statements = 0;
    const tasksLoad = await post(ours.url, SECRET, texts(["/tasks", "/tasks", "/tasks"]), AT_ONCE);
    counted.tasks = statements / (CHATS * 3);
    await database.db.draft.deleteMany();
    await database.db.conversationState.deleteMany();
    await post(ours.url, SECRET, texts(["/report"]), AT_ONCE);
    statements = 0;
    const answerLoad = await post(ours.url, SECRET, texts(ANSWERS), AT_ONCE);
    counted.answer = statements / (CHATS * ANSWERS.length);
    await checkAnswered(database.db);
    // The first round warms up.
    if (round === 0) continue;
    figures.bare.push(bareLoad.perSecond);
    figures.tasks.push(tasksLoad.perSecond);
    figures.answer.push(answerLoad.perSecond);
  }
  await Promise.all([ours.close(), theirs.close(), database.close()]);
  standIn.close();
  await server.stop();
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const [bareRate, tasksRate, answerRate] = [
    median(figures.bare),
    median(figures.tasks),
    median(figures.answer),
  ];
  return {
    updatesPerSecond: { bare: round1(bareRate), tasks: round1(tasksRate), answer: round1(answerRate) },
    ratioToBare: { tasks: round3(tasksRate / bareRate), answer: round3(answerRate / bareRate) },
    aim: { tasks: 0.12, answer: 0.06 },
    statements: { tasks: round1(counted.tasks), answer: round1(counted.answer) },
    limit: { tasks: 4, answer: 8 },
  };
}

/** Every answer of the round must really be there: a fast bot that answers nothing is not fast. */
async function checkAnswered(db: Db): Promise<void> {
  const drafts = await db.draft.findMany();
  const whole = drafts.filter((draft) => Object.keys(draft.answers as object).length === ANSWERS.length);
  if (whole.length !== CHATS)
    throw new Error(`only ${whole.length} of ${CHATS} reports hold all ${ANSWERS.length} answers`);
}

const texts = (said: string[]) =>
  Array.from({ length: CHATS }, (_, i) => said.map((text) => textUpdate(1_000 + i, text)));

async function serve(handle: (update: Update) => Promise<void>) {
  const web = await listen(
    createWeb({ health: { problems: async () => [] }, webhook: { secret: SECRET, handle } }),
    0,
    "127.0.0.1",
  );
  return { url: `http://127.0.0.1:${web.port}${WEBHOOK_PATH}`, close: () => web.close() };
}

function countStatements(): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function counted(this: unknown, ...args: unknown[]) {
    const text =
      typeof args[0] === "string" ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? "");
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK)/i.test(text)) statements++;
    return query.apply(this, args);
  } as never;
}

const round1 = (value: number) => Math.round(value * 10) / 10;
const round3 = (value: number) => Math.round(value * 1_000) / 1_000;
