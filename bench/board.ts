/**
 * The board's picture of one plan, alone and among many others, embedded and on PostgreSQL: what the figures cost, and
 * the two files. Beside the workbook the same cells by a plain loop of the library, in the same run; and how long
 * others waited meanwhile. Sizes: `BENCH_UNITS=45,500`, `BENCH_PLANS=1,20,200`.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import writeXlsxFile from "write-excel-file/node";
import { summaryReport } from "../src/documents/write/report/summary-report.ts";
import type { Book } from "../src/documents/write/workbook/book.ts";
import { summaryBook } from "../src/documents/write/workbook/summary-book.ts";
import { writeApart } from "../src/documents/write/writer-process.ts";
import type { Form } from "../src/domain/form/form.ts";
import { emptyDesk } from "../src/domain/summary/desk.ts";
import { makePicture } from "../src/domain/summary/make-picture.ts";
import { usualRules } from "../src/domain/summary/owed.ts";
import { createWords } from "../src/i18n.ts";
import { type Database, openDatabase, overPGlite } from "../src/store/database.ts";
import { findObligations } from "../src/store/plan/obligations.ts";
import { gatherSummary } from "../src/store/summary/gather.ts";
import { migratedInMemory } from "../test/support/in-memory.ts";
import { startServer } from "../test/support/postgres.ts";

const UNITS = (process.env.BENCH_UNITS ?? "45,500").split(",").map(Number);
const PLANS = (process.env.BENCH_PLANS ?? "1,20,200").split(",").map(Number);
const ROUNDS = 30;
const NOW = new Date("2024-04-25T03:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";

export async function run(): Promise<object> {
  const server = await startServer();
  const figures: object[] = [];
  for (const units of UNITS)
    for (const plans of PLANS) {
      const databaseUrl = await server.createDatabase();
      const postgres = await openDatabase({ databaseUrl, folder: "unused", what: "bench" });
      figures.push({ on: "postgresql", units, plans, ...(await measure(postgres, units, plans)) });
      await postgres.close();
      const embedded = await overPGlite(await migratedInMemory());
      figures.push({ on: "embedded", units, plans, ...(await measure(embedded, units, plans)) });
      await embedded.close();
    }
  await server.stop();
  return { figures };
}

async function measure(database: Database, units: number, plans: number): Promise<object> {
  const { db } = database;
  await seed(database, units, plans);
  const look = () => gatherSummary(db, { planIds: [1] }, NOW, ZONE);
  const summary = await p95(async () => makePicture(await look(), usualRules, NOW));
  const status = await p95(() => findObligations(db, { planId: 1 }, NOW));
  if (plans !== PLANS[0]) return { summaryMs: summary, statusMs: status };
  const picture = makePicture(await look(), usualRules, NOW);
  const words = createWords(ZONE, "vi")("vi");
  const naming = {
    title: "Kế hoạch 1",
    cited: ["Kế hoạch 1"],
    subject: "kết quả",
    board: { name: "Ban", symbol: "B" },
    superior: "",
    place: "Huế",
  };
  const book = summaryBook(
    { picture, desk: emptyDesk, title: "Kế hoạch 1", board: "Ban", frozen: null, late: [], urging: [] },
    words,
  );
  const document = summaryReport(
    {
      ...{ picture, desk: emptyDesk, naming, day: "2024-04-25", signing: "chief", internal: null },
      signer: { of: "", title: "Trưởng ban", name: "N" },
      recipients: ["Lưu"],
    },
    words,
  );
  await writeApart({ as: "book", book, at: book.at });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage().rss;
  delay.enable();
  const excel = await timed(() => writeApart({ as: "book", book, at: book.at }));
  delay.disable();
  const grown = process.memoryUsage().rss - before;
  const word = await timed(() => writeApart({ as: "report", document, at: picture.at }));
  return {
    ...{
      summaryMs: summary,
      statusMs: status,
      excelMs: excel,
      wordMs: word,
      plainLoopMs: await timed(() => plainLoop(book)),
    },
    ...{ othersWaitedMs: Math.round(delay.max / 1e6), moreMegabytes: Math.round(grown / 2 ** 20) },
  };
}

/** The same cells without styles, formulas, print set-up. */
const plainLoop = (book: Book) =>
  writeXlsxFile(
    book.sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map(({ title }) => ({ type: String, value: title })),
        ...rows.map((cells) =>
          columns.map((_, i) => {
            const cell = cells[i] ?? null;
            if (cell === null) return null;
            if (cell.is === "text") return { type: String, value: cell.text };
            if (cell.is === "day") return { type: String, value: cell.day };
            return cell.is === "moment"
              ? { type: String, value: cell.at }
              : { type: Number, value: cell.value };
          }),
        ),
      ],
    })) as never,
  ).toBuffer();

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return Math.round(performance.now() - start);
}

async function p95(act: () => Promise<unknown>): Promise<number> {
  await act();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) times.push(await timed(act));
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0;
}

/** Thirty questions: twenty numbers, five narratives, five choices. */
const form: Form = {
  title: "Báo cáo",
  nil: true,
  fields: Array.from({ length: 30 }, (_, i) => {
    const base = { key: `q${i}`, title: `Câu ${i}?`, label: `Câu ${i}`, required: false };
    if (i < 20) return { ...base, kind: "integer" as const, unit: "đồng chí" };
    if (i < 25) return { ...base, kind: "text" as const, maxLength: 2_000, long: true };
    const options = ["a", "b", "c"].map((value) => ({ value, label: `Mục ${value}` }));
    return { ...base, kind: "choice" as const, options };
  }),
};

/** Four of five have reported for each plan. */
async function seed({ sql }: Database, units: number, plans: number): Promise<void> {
  const at = "'2024-04-01T00:00:00Z'::timestamptz";
  const answers = form.fields.map((field) => {
    const value =
      field.kind === "integer"
        ? "(random() * 60)::int"
        : field.kind === "choice"
          ? "(ARRAY['a', 'b', 'c'])[1 + floor(random() * 3)::int]"
          : "'Thiếu tài liệu số ' || floor(random() * 50) || ', phòng họp chật. Đề nghị hỗ trợ.'";
    return `'${field.key}', jsonb_build_object('value', ${value}, 'at', '')`;
  });
  const statements = [
    `INSERT INTO "Board" ("id", "name", "symbol", "createdAt") VALUES (1, 'Ban', 'B', ${at})`,
    `INSERT INTO "Person" ("id", "name", "createdAt") VALUES (1, 'Người', ${at})`,
    `INSERT INTO "Form" ("id", "key", "title") VALUES (1, 'bench', 'Báo cáo')`,
    `INSERT INTO "FormVersion" ("id", "formId", "version", "definition", "createdAt") VALUES (1, 1, 1, '${JSON.stringify(form)}', ${at})`,
    `INSERT INTO "Unit" ("id", "code", "name", "kind", "headTitle", "createdAt")
     SELECT i, i::text, 'Chi bộ ' || i, 'Chi bộ', 'Bí thư', ${at} FROM generate_series(1, ${units}) i`,
    `INSERT INTO "Plan" ("id", "boardId", "ownerId", "title", "state", "reading", "audience", "code", "createdAt", "publishedAt")
     SELECT i, 1, 1, 'Kế hoạch', 'published', 'done', '{"kind":"all"}', i::text, ${at}, ${at} FROM generate_series(1, ${plans}) i`,
    `INSERT INTO "Milestone" ("id", "planId", "ordinal", "kind", "owedBy", "action", "source", "dueBefore", "formVersionId")
     SELECT i, i, 1, 'report', 'units', 'báo cáo', 'document', '2024-04-24T17:00:00Z'::timestamptz, 1 FROM generate_series(1, ${plans}) i`,
    `INSERT INTO "Obligation" ("code", "milestoneId", "unitId", "unitName", "unitKind", "dueBefore", "effectiveDueBefore", "state", "createdAt")
     SELECT m."id" || '-' || u."id", m."id", u."id", u."name", u."kind", m."dueBefore", m."dueBefore", 'open', ${at}
       FROM "Milestone" m CROSS JOIN "Unit" u ORDER BY m."id", u."id"`,
    `INSERT INTO "Report" ("obligationId", "version", "code", "formVersionId", "answers", "nil", "sha256", "personId", "submittedAt", "review")
     SELECT o."id", 1, o."code" || '-1', 1, jsonb_build_object(${answers.join(", ")}), false, repeat('0', 64), 1,
            ${at} + (o."id" % 30) * interval '1 day', 'awaiting' FROM "Obligation" o WHERE o."id" % 5 <> 0`,
    `ANALYZE`,
  ];
  for (const statement of statements) await sql(statement);
}
