/**
 * Updates per second through the webhook, on PostgreSQL: `/tasks`, and an answer in `/report`, beside a bare grammY
 * bot that only replies, in the same run and in turns. Statements are counted at the driver, BEGIN and COMMIT apart.
 */
import { Bot } from "grammy";
import { studyForm } from "../src/domain/form/ready/study.ts";
import type { Db } from "../src/store/database.ts";
import { openDatabase } from "../src/store/database.ts";
import { startServer } from "../test/support/postgres.ts";
import { seedUnits } from "../test/support/published.ts";
import {
  assembleBench,
  benchFetch,
  median,
  round,
  SECRET,
  serve,
  TOKEN,
  watchStatements,
} from "./support/bot.ts";
import { post } from "./support/load.ts";
import { seedReports, textUpdate } from "./support/reports.ts";
import { startStandIn } from "./support/stand-in.ts";

const CHATS = Number(process.env.BENCH_CHATS ?? 120);
const AT_ONCE = 8;
const ROUNDS = 3;
const ANSWERS = ["hôm qua", "1", "47", "45", "45", "Học tập nghiêm túc", "Không", "Không"];

let statements = 0;

export async function run(): Promise<object> {
  watchStatements((text) => {
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK)/i.test(text)) statements++;
  });
  const server = await startServer();
  const standIn = await startStandIn();
  const database = await openDatabase({
    databaseUrl: await server.createDatabase(),
    folder: "unused",
    what: "bench",
  });
  await seedReports(database.db, studyForm, { chats: CHATS, firstChat: 1_000, code: "100" });
  const { bot } = assembleBench(database, standIn.root);
  await bot.init();
  const bare = new Bot(TOKEN, { client: { apiRoot: standIn.root, fetch: benchFetch as never } });
  bare.on("message", (ctx) => ctx.reply("x"));
  await bare.init();

  const ours = await serve(bot);
  const theirs = await serve(bare);
  const figures: { bare: number[]; tasks: number[]; answer: number[] } = { bare: [], tasks: [], answer: [] };
  const counted = { tasks: 0, answer: 0, deputy: 0 };
  const answerAll = async () => {
    await database.db.draft.deleteMany();
    await database.db.conversationState.deleteMany();
    await post(ours.url, SECRET, texts(["/report"]), AT_ONCE);
    statements = 0;
    const answered = await post(ours.url, SECRET, texts(ANSWERS), AT_ONCE);
    const each = statements / (CHATS * ANSWERS.length);
    await checkAnswered(database.db);
    return { ...answered, each };
  };
  for (let turn = 0; turn <= ROUNDS; turn++) {
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
    const answerLoad = await answerAll();
    counted.answer = answerLoad.each;
    // The first round warms up.
    if (turn === 0) continue;
    figures.bare.push(bareLoad.perSecond);
    figures.tasks.push(tasksLoad.perSecond);
    figures.answer.push(answerLoad.perSecond);
  }
  await makeDeputies(database.db);
  counted.deputy = (await answerAll()).each;
  await Promise.all([ours.close(), theirs.close(), database.close()]);
  standIn.close();
  await server.stop();
  const [bareRate, tasksRate, answerRate] = [
    median(figures.bare),
    median(figures.tasks),
    median(figures.answer),
  ];
  return {
    updatesPerSecond: { bare: round(bareRate), tasks: round(tasksRate), answer: round(answerRate) },
    ratioToBare: { tasks: round(tasksRate / bareRate, 3), answer: round(answerRate / bareRate, 3) },
    aim: { tasks: 0.12, answer: 0.06 },
    statements: { tasks: round(counted.tasks), answer: round(counted.answer), deputy: round(counted.deputy) },
    limit: { tasks: 4, answer: 8, deputy: 8 },
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

/** Whoever answered until now is a deputy, whose finished report waits for a secretary's word. */
async function makeDeputies(db: Db): Promise<void> {
  const posts = await db.post.findMany({ orderBy: { id: "asc" } });
  const numbers = posts.map((_, i) => i);
  await seedUnits(db, numbers, new Date(), (n) => ({ code: `zz${n}`, chat: 100_000 + n }));
  const leaders = await db.post.findMany({
    where: { id: { notIn: posts.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  await db.unit.updateMany({ data: { deputySends: false } });
  await db.post.updateMany({ where: { id: { in: posts.map(({ id }) => id) } }, data: { kind: "deputy" } });
  for (const [i, { id }] of leaders.entries())
    await db.post.update({ where: { id }, data: { unitId: posts[i]?.unitId ?? 0 } });
}
