/**
 * A backup of a large installation while its bot answers people: 200 MB of files and 100,000 reports in the embedded
 * database, by the command line, plain and under a passphrase. How long it takes, what the bot's memory grows by, and how
 * long people wait meanwhile, beside the same people a moment before. Restored at the end, and counted.
 * BENCH_REPORTS, BENCH_MEGABYTES for a short look.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { studyForm } from "../src/domain/form/ready/study.ts";
import { openFileFolder } from "../src/store/database/files.ts";
import { type Db, openDatabase } from "../src/store/database.ts";
import { startRun } from "../test/e2e/support/run.ts";
import { freePort } from "../test/e2e/support/stage.ts";
import { round, SECRET } from "./support/bot.ts";
import { postSpread } from "./support/load.ts";
import { seedReports, textUpdate } from "./support/reports.ts";
import { startStrict } from "./support/strict.ts";

const REPORTS = Number(process.env.BENCH_REPORTS ?? 100_000);
const MEGABYTES = Number(process.env.BENCH_MEGABYTES ?? 200);
const CHATS = 200;
const FIRST_CHAT = 1_000;
const PER_SECOND = 10;
const PASSPHRASE = "đo cho biết";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function run(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "dondoc-bench-backup-"));
  const data = join(folder, "data");
  const database = await openDatabase({ folder: data, what: "bench" });
  await seedReports(database.db, studyForm, { chats: CHATS, firstChat: FIRST_CHAT, code: "100" });
  await seedMany(database.db);
  seedFiles(join(data, "files"));
  await database.close();
  const megabytes = round(sizeOf(join(data, "db")) / 1024 ** 2);

  const strict = await startStrict({ perSecond: 1_000, perChatPerSecond: 100, answerMs: 20, lost: 0 });
  const port = await freePort();
  const bot = startRun(
    {
      BOT_TOKEN: "123456:bench-token-bench-token-bench",
      TELEGRAM_API_ROOT: strict.root,
      DATA_DIR: data,
      PORT: String(port),
      LOG_LEVEL: "error",
      WEBHOOK_URL: "http://127.0.0.1:9",
      WEBHOOK_SECRET: SECRET,
    },
    () => {},
  );
  while (!bot.address() && !bot.end()) await wait(20);
  if (bot.end()) throw new Error(`ended before it was ready: ${bot.err()}`);
  const url = `http://127.0.0.1:${port}/telegram/webhook`;
  // Warms up what the first ones pay for.
  await talk(url, 10);
  const quiet = await talk(url, 10);
  const plain = await backUp(data, join(folder, "plain.tar"), "", bot.pid, url);
  const sealed = await backUp(data, join(folder, "sealed.tar.age"), PASSPHRASE, bot.pid, url);
  await bot.kill();

  const began = performance.now();
  const restored = join(folder, "restored");
  await cli(["restore", join(folder, "sealed.tar.age")], restored, PASSPHRASE).ended;
  const seconds = round((performance.now() - began) / 1_000);
  const again = await openDatabase({ folder: restored, what: "bench" });
  const reports = await again.db.report.count();
  await again.close();
  strict.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    of: { reports: REPORTS, megabytesOfFiles: MEGABYTES, megabytesOfDatabase: megabytes },
    quiet,
    plain,
    sealed,
    restore: { seconds, reports },
    aim: { seconds: 60, botGrewMegabytes: 150, longestMs: 300 },
  };
}

/** People write, evenly over so many seconds; how long they waited, in ms. */
async function talk(url: string, seconds: number) {
  const updates = Array.from({ length: seconds * PER_SECOND }, (_, i) =>
    textUpdate(FIRST_CHAT + (i % CHATS), "/help"),
  );
  return spreadOf(await postSpread(url, SECRET, updates, seconds * 1_000));
}

function spreadOf(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { answers: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: at(1) };
}

async function backUp(data: string, out: string, passphrase: string, pid: number, url: string) {
  const before = residentOf(pid);
  const began = performance.now();
  const command = cli(["backup", out], data, passphrase);
  const peaks = { bot: before, command: 0 };
  const looking = setInterval(() => {
    peaks.bot = Math.max(peaks.bot, residentOf(pid));
    peaks.command = Math.max(peaks.command, residentOf(command.child.pid ?? 0));
  }, 100);
  // Until it is done, people go on writing.
  const times: { answers: number; medianMs: number; p99Ms: number; longestMs: number }[] = [];
  let done = false;
  const ended = command.ended.finally(() => {
    done = true;
  });
  const seconds = ended.then(() => (performance.now() - began) / 1_000);
  while (!done) times.push(await talk(url, 2));
  clearInterval(looking);
  return {
    seconds: round(await seconds),
    archiveMegabytes: round(statSync(out).size / 1024 ** 2),
    botGrewMegabytes: round(peaks.bot - before),
    commandMegabytes: round(peaks.command),
    medianMs: Math.max(...times.map((one) => one.medianMs)),
    longestMs: Math.max(...times.map((one) => one.longestMs)),
    answers: times.reduce((sum, one) => sum + one.answers, 0),
  };
}

function cli(
  argv: string[],
  data: string,
  passphrase: string,
): { child: ChildProcess; ended: Promise<void> } {
  const env = {
    ...process.env,
    DATA_DIR: data,
    BACKUP_PASSPHRASE: passphrase,
    BOT_TOKEN: "",
    DATABASE_URL: "",
    INIT_CWD: "",
  };
  const child = spawn(process.execPath, ["scripts/run.mjs", "cli/main", ...argv], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve, reject) =>
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(said)))),
  );
  return { child, ended };
}

/** Megabytes; 0 where the process is gone. */
function residentOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Plans of long ago, to a thousand units each, all done: nothing that the clock looks at. */
async function seedMany(db: Db): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO "Plan" ("boardId", "ownerId", "code", "number", "title", "state", "reading", "audience", "createdAt", "publishedAt", "endedAt")
    SELECT p."boardId", p."ownerId", 'cu-' || n, 'cu-' || n || '-KH/ĐU', 'Kế hoạch cũ', 'closed', 'done', p."audience",
           now() - interval '500 days', now() - interval '500 days', now() - interval '300 days'
      FROM (SELECT * FROM "Plan" ORDER BY "id" LIMIT 1) p, generate_series(1, ${Math.ceil(REPORTS / 1_000)}) n`);
  await db.$executeRawUnsafe(`
    INSERT INTO "Milestone" ("planId", "ordinal", "kind", "owedBy", "action", "source", "formVersionId", "dueBefore")
    SELECT "id", 1, 'report', 'units', 'Báo cáo', 'document', (SELECT min("id") FROM "FormVersion"), now() - interval '400 days'
      FROM "Plan" WHERE "state" = 'closed'`);
  await db.$executeRawUnsafe(`
    INSERT INTO "Obligation" ("code", "milestoneId", "unitId", "period", "unitName", "unitKind", "dueBefore",
                              "effectiveDueBefore", "state", "createdAt", "remindAt")
    SELECT 'x-' || m."id" || '-' || n, m."id", u."ids"[1 + n % array_length(u."ids", 1)], 'p' || n, 'Chi bộ', 'Chi bộ cơ sở',
           m."dueBefore", m."dueBefore", 'closed', now() - interval '500 days', 'infinity'
      FROM "Milestone" m JOIN "Plan" p ON p."id" = m."planId" AND p."state" = 'closed',
           generate_series(1, 1000) n, (SELECT array_agg("id") AS "ids" FROM "Unit") u`);
  await db.$executeRawUnsafe(`
    INSERT INTO "Report" ("obligationId", "version", "code", "formVersionId", "answers", "nil", "sha256", "personId", "submittedAt", "review", "decidedById", "decidedAt", "seal", "sealedAt")
    SELECT o."id", 1, o."code" || '-1', (SELECT min("id") FROM "FormVersion"),
           jsonb_build_object('called', jsonb_build_object('value', o."id" % 50),
                              'results', jsonb_build_object('value', repeat('Chi bộ đã tổ chức học tập nghiêm túc. ' || o."id" || ' ', 8))),
           false, md5(o."id"::text) || md5(o."code"), (SELECT min("id") FROM "Person"), now() - interval '410 days', 'accepted',
           (SELECT min("id") FROM "Person"), now() - interval '409 days',
           md5(o."code") || md5(o."id"::text), now() - interval '410 days'
      FROM "Obligation" o WHERE o."state" = 'closed'`);
}

function seedFiles(folder: string): void {
  const files = openFileFolder(folder);
  for (let i = 0; i < MEGABYTES; i++) files.put(randomBytes(1024 * 1024));
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
}
