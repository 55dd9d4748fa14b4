/**
 * One tick of the clock over 1,000 to 1,000,000 open obligations on PostgreSQL, of which 500 fall due: its time is to
 * grow with what is due, not with what is open. Beside it, in the same run, what a look costs that reads all that is
 * open with a deadline near (as a scan would). Sizes: `BENCH_OPEN=1000,10000`.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CaseContext } from "../src/cases/case.ts";
import { remind } from "../src/cases/reminder/remind.ts";
import { openFileFolder } from "../src/store/database/files.ts";
import { type Db, openDatabase } from "../src/store/database.ts";
import { startServer } from "../test/support/postgres.ts";

const SIZES = (process.env.BENCH_OPEN ?? "1000,10000,100000,1000000").split(",").map(Number);
const DUE = 500;
/** 07:30 of a Wednesday in Viet Nam: the last day of those that are due. */
const NOW = new Date("2024-04-24T00:30:00Z");
const DUE_BEFORE = "2024-04-24T17:00:00Z";

export async function run(): Promise<object> {
  const server = await startServer();
  const figures: object[] = [];
  for (const open of SIZES) {
    const databaseUrl = await server.createDatabase();
    const database = await openDatabase({ databaseUrl, folder: "unused", what: "bench" });
    await seed(database.db, open);
    const cases: CaseContext = {
      db: database.db,
      clock: { now: () => NOW },
      zone: "Asia/Ho_Chi_Minh",
      random: (count) => randomBytes(count),
      files: openFileFolder(mkdtempSync(join(tmpdir(), "dondoc-bench-"))),
      webUrl: () => null,
      readFile: () => Promise.reject(new Error("nothing to read here")),
      readTable: () => Promise.reject(new Error("nothing to read here")),
      wake: () => {},
    };
    const idle = await timed(() =>
      remind({ ...cases, clock: { now: () => new Date(NOW.getTime() - 60_000) } }),
    );
    const tick = await timed(() => remind(cases));
    const again = await timed(() => remind(cases));
    const scan = await timed(async () => (await scanAll(database.db)).length);
    const items = await database.db.deliveryItem.count();
    if (tick.result !== DUE || again.result !== 0 || items !== DUE)
      throw new Error(`expected ${DUE} reminders, got ${tick.result}, ${again.result}, ${items}`);
    figures.push({ open, due: DUE, tickMs: tick.ms, idleMs: idle.ms, againMs: again.ms, scanMs: scan.ms });
    await database.close();
  }
  await server.stop();
  return { figures };
}

async function timed<T>(act: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await act();
  return { ms: Math.round((performance.now() - start) * 10) / 10, result };
}

/** What would be read where the rule is asked of everything that is open. */
const scanAll = (db: Db) =>
  db.$queryRaw<
    { id: number }[]
  >`SELECT "id", "effectiveDueBefore", "createdAt" FROM "Obligation" WHERE "state" = 'open'`;

/** 500 units with a secretary each; one plan whose reports are due today, and as many others as it takes. */
async function seed(db: Db, open: number): Promise<void> {
  const at = "'2024-04-01T00:00:00Z'::timestamptz";
  const plans = Math.ceil(open / DUE);
  const statements = [
    `INSERT INTO "Board" ("id", "name", "symbol", "createdAt") VALUES (1, 'Ban', 'B', ${at})`,
    `INSERT INTO "Person" ("id", "name", "createdAt") SELECT i, 'Người ' || i, ${at} FROM generate_series(1, ${DUE}) i`,
    `INSERT INTO "Account" ("personId", "channel", "externalId", "chatId", "createdAt")
     SELECT i, 'telegram', i::text, i, ${at} FROM generate_series(1, ${DUE}) i`,
    `INSERT INTO "Unit" ("id", "code", "name", "kind", "headTitle", "createdAt")
     SELECT i, i::text, 'Chi bộ ' || i, 'Chi bộ', 'Bí thư', ${at} FROM generate_series(1, ${DUE}) i`,
    `INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since") SELECT i, i, 'secretary', 'Bí thư', ${at} FROM generate_series(1, ${DUE}) i`,
    `INSERT INTO "Plan" ("id", "boardId", "ownerId", "title", "state", "reading", "audience", "code", "createdAt", "publishedAt")
     SELECT i, 1, 1, 'Kế hoạch', 'published', 'done', '{"kind":"all"}', i::text, ${at}, ${at} FROM generate_series(1, ${plans}) i`,
    `INSERT INTO "Milestone" ("id", "planId", "ordinal", "kind", "owedBy", "action", "source", "dueBefore")
     SELECT i, i, 1, 'report', 'units', 'báo cáo', 'document', '${DUE_BEFORE}'::timestamptz + (i - 1) * interval '40 days' FROM generate_series(1, ${plans}) i`,
    // The first plan is due now; the others are looked at when their own first rung comes, later.
    `INSERT INTO "Obligation" ("code", "milestoneId", "unitId", "unitName", "unitKind", "dueBefore", "effectiveDueBefore", "state",
                               "createdAt", "remindAt", "remindSince")
     SELECT m."id" || '-' || u."id", m."id", u."id", u."name", u."kind", m."dueBefore", m."dueBefore", 'open', ${at},
            CASE WHEN m."id" = 1 THEN '${NOW.toISOString()}'::timestamptz ELSE m."dueBefore" - interval '8 days' END, ${at}
       FROM "Milestone" m CROSS JOIN "Unit" u ORDER BY m."id", u."id" LIMIT ${open}`,
    `ANALYZE`,
  ];
  for (const statement of statements) await db.$executeRawUnsafe(statement);
}
