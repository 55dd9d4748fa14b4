/** The board's workbook of random reports, opened by LibreOffice and read by a second reader, against SQL. */
import { beforeAll, describe, expect, it } from "vitest";
import { openZip } from "../../src/documents/read/container/zip.ts";
import { readLimits } from "../../src/documents/read/limits.ts";
import type { Book, Cell } from "../../src/documents/write/workbook/book.ts";
import { summaryBook } from "../../src/documents/write/workbook/summary-book.ts";
import { writeBook } from "../../src/documents/write/workbook/write-book.ts";
import { writeApart } from "../../src/documents/write/writer-process.ts";
import { emptyDesk } from "../../src/domain/summary/desk.ts";
import { makePicture } from "../../src/domain/summary/make-picture.ts";
import { usualRules } from "../../src/domain/summary/owed.ts";
import type { Picture } from "../../src/domain/summary/picture.ts";
import { createWords } from "../../src/i18n.ts";
import type { Db } from "../../src/store/database.ts";
import { gatherSummary } from "../../src/store/summary/gather.ts";
import { CANARY, seedCommittee } from "../support/committee.ts";
import { testDatabase } from "../support/database.ts";
import { type Cells, cellsOf, throughLibreOffice } from "./libre-calc.ts";
import { noLibreOffice } from "./libre-office.ts";

const AT = new Date("2024-04-01T01:00:00Z");
const NOW = new Date("2024-04-13T03:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";
const words = createWords(ZONE, "vi")("vi");

let db: Db;
let planId: number;
let picture: Picture;
let book: Book;
let bytes: Buffer;

beforeAll(async () => {
  ({ db } = await testDatabase());
  ({ planId } = await seedCommittee(db, 7, { units: 390, at: AT }));
  const [gone, into] = await db.unit.findMany({ orderBy: { id: "asc" }, take: 2 });
  await db.unit.update({ where: { id: gone?.id ?? 0 }, data: { endedOn: NOW, successorId: into?.id ?? 0 } });
  picture = makePicture(await gatherSummary(db, { planIds: [planId] }, NOW, ZONE), usualRules, NOW);
  book = summaryBook(
    {
      ...{
        picture,
        desk: emptyDesk,
        title: "Kế hoạch 107-KH/ĐU <&\"'>",
        board: "Ban Tuyên giáo",
        frozen: null,
        late: [],
      },
      urging: [
        {
          obligationId: 1,
          kind: "call",
          code: "7-1",
          unit: "Chi bộ",
          occasion: "báo cáo",
          at: NOW.toISOString(),
          deed: "-gọi <điện> 😀",
        },
        {
          obligationId: 2,
          kind: "none",
          code: "7-2",
          unit: "Chi bộ hai",
          occasion: "báo cáo",
          at: null,
          deed: "chưa nhắc",
        },
      ],
    },
    words,
  );
  bytes = await writeBook(book);
}, 120_000);

const sheet = (cells: Map<string, Cells>, name: string): Cells => cells.get(name) ?? [];

/** A moment or a day as the reader gives it: the hour of the wall as if it were Greenwich's. */
function plainOf(cell: Cell): string | number | Date | null {
  if (cell === null) return null;
  switch (cell.is) {
    case "text":
      return cell.text.normalize("NFC").trim() === "" ? null : cell.text.normalize("NFC");
    case "day":
      return new Date(`${cell.day}T00:00:00Z`);
    case "moment":
      return new Date(Date.parse(cell.at) + 7 * 3_600_000);
    default:
      return cell.value;
  }
}

/** Equal but for what a computer's numbers leave in the twelfth place, and for seconds' fractions of a day. */
function expectSame(found: unknown, wanted: unknown, where: string): void {
  if (found instanceof Date && wanted instanceof Date)
    expect(Math.abs(found.getTime() - wanted.getTime()), where).toBeLessThan(1_000);
  else if (typeof found === "number" && typeof wanted === "number")
    expect(Math.abs(found - wanted), where).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
  else
    expect(typeof found === "string" ? found.trim() || null : (found ?? null), where).toEqual(
      typeof wanted === "string" ? wanted.trim() : wanted,
    );
}

function expectBook(cells: Map<string, Cells>): number {
  let count = 0;
  for (const { name, columns, rows, total } of book.sheets) {
    const found = sheet(cells, name);
    const wanted = [
      columns.map((one): Cell => ({ is: "text", text: one.title })),
      ...rows,
      ...(total ? [total] : []),
    ];
    for (const [y, row] of wanted.entries())
      for (const [x] of columns.entries()) {
        expectSame(found[y]?.[x] ?? null, plainOf(row[x] ?? null), `${name} ${x}/${y}`);
        count++;
      }
  }
  return count;
}

describe("the workbook of a summary", () => {
  it("has its sheets, and a second reader finds in each cell what was meant", async () => {
    const cells = await cellsOf(bytes);
    expect([...cells.keys()]).toEqual([
      ...["Tổng hợp", "Đơn vị × mốc", "Trả lời", "Danh sách", "Ý kiến", "Gửi và nhắc", "Giải thích"],
    ]);
    expect(expectBook(cells)).toBeGreaterThan(15_000);
  });

  it("holds the answers of SQL, each in the column of what it counts", async () => {
    const [header = [], ...rows] = sheet(await cellsOf(bytes), "Trả lời");
    const at = (title: string) => header.indexOf(title);
    const answers = await db.$queryRaw<
      { code: string; name: string; young: boolean; a: Record<string, { value: unknown }> }[]
    >`
      SELECT DISTINCT ON (o."id") u."code", o."unitName" AS "name", o."unitKind" = 'Đoàn cơ sở' AS "young", r."answers" AS "a"
        FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId" JOIN "Unit" u ON u."id" = o."unitId"
        JOIN "Report" r ON r."obligationId" = o."id" WHERE m."planId" = ${planId} AND NOT r."nil" ORDER BY o."id", r."version" DESC`;
    expect(answers.length).toBeGreaterThan(230);
    for (const { code, young, name, a } of answers) {
      const row = rows.find((one) => one[1] === code);
      const value = (key: string) => a[key]?.value ?? null;
      expect(row?.[2]).toBe(name);
      expect(row?.[at("Dự học (đảng viên)")] ?? null).toBe(young ? null : value("present"));
      expect(row?.[at("Đoàn viên dự (đoàn viên)")] ?? null).toBe(young ? value("present") : null);
      expect(row?.[at("Lượt nghe (lượt)")] ?? null).toBe(value("turns"));
      expect(row?.[at("Kinh phí (triệu đồng)")] ?? null).toBe(value("fund"));
      expect(row?.[at("Năm thành lập")] ?? null).toBe(value("founded"));
      const read = value("read");
      expectSame(row?.[at("Đã đọc (%)")] ?? null, typeof read === "number" ? read / 100 : null, code);
      const held = value("held");
      expect(row?.[at("Ngày học")] ?? null).toEqual(
        typeof held === "string" ? new Date(`${held}T00:00:00Z`) : null,
      );
    }
  });

  it("keeps its header in sight, filters, repeats and prints as it should", async () => {
    const archive = openZip({ bytes, name: "tong-hop.xlsx", limits: readLimits });
    const part = async (name: string) => Buffer.from((await archive.read(name)) ?? []).toString("utf8");
    for (const [i, { columns, rows }] of book.sheets.entries()) {
      const xml = await part(`xl/worksheets/sheet${i + 1}.xml`);
      expect(xml).toMatch(/<pane ySplit="1" xSplit="[13]"[^>]*state="frozen"/);
      expect(xml).toMatch(
        /<pageSetup paperSize="9" orientation="landscape" fitToWidth="\d" fitToHeight="0"\/>/,
      );
      expect(xml).toContain("<oddFooter>&amp;C");
      expect(xml.includes("<autoFilter")).toBe(rows.length > 0);
      expect(xml.match(/<c r="[A-Z]+1" /g)).toHaveLength(columns.length);
    }
    const workbook = await part("xl/workbook.xml");
    expect(workbook).toContain(`localSheetId="1">'Đơn vị × mốc'!$A:$C,'Đơn vị × mốc'!$1:$1<`);
    expect(await part("docProps/core.xml")).toContain("Kế hoạch 107-KH/ĐU &lt;&amp;&quot;");
  });

  it("holds nothing private, and says what was left out", async () => {
    const archive = openZip({ bytes, name: "tong-hop.xlsx", limits: readLimits });
    for (const name of archive.names)
      expect(Buffer.from((await archive.read(name)) ?? []).toString("utf8")).not.toContain(CANARY);
    const meaning = sheet(await cellsOf(bytes), "Giải thích").map((row) => row[0]);
    expect(meaning).toEqual(expect.arrayContaining(["KHÔNG ĐƯA VÀO TỆP", "Phản ánh riêng", "Số ốm"]));
  });

  it.skipIf(noLibreOffice)(
    "comes back the same from LibreOffice, which works every formula out anew",
    async () => {
      // What stands beside the formulas is wrong on purpose: only a formula that is right gives what the picture has.
      const wrong: Book = {
        ...book,
        sheets: book.sheets.map((one) => ({
          ...one,
          ...(one.total && {
            total: one.total.map((cell): Cell => (cell?.is === "formula" ? { ...cell, value: -1 } : cell)),
          }),
        })),
      };
      const formulas = book.sheets.flatMap((one) =>
        (one.total ?? []).filter((cell) => cell?.is === "formula"),
      );
      expect(formulas.length).toBeGreaterThanOrEqual(9);
      const cells = await cellsOf(throughLibreOffice(await writeBook(wrong), "tong-hop.xlsx", "xlsx"));
      expectBook(cells);
    },
    120_000,
  );

  it("is the same, byte for byte, whenever it is made", async () => {
    const job = { as: "book", book, at: picture.at } as const;
    const [one, other] = [await writeApart(job), await writeApart(job)];
    expect(one.equals(other)).toBe(true);
    expect(await cellsOf(one)).toEqual(await cellsOf(bytes));
  }, 60_000);

  it("ends a process that takes too long", async () => {
    const job = { as: "book", book, at: picture.at } as const;
    await expect(writeApart(job, { milliseconds: 1 })).rejects.toMatchObject({ code: "summary-too-heavy" });
  });
});
