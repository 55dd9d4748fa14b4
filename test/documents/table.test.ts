import { expect, test } from "vitest";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import { readDocument } from "../../src/documents/read/document.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { makePlanDocx } from "./plan-docx.ts";
import { problemOf } from "./problems.ts";
import { makeXlsx } from "./zip.ts";

const date = { value: new Date(Date.UTC(2024, 3, 25)), type: Date, format: "dd/mm/yyyy" };
const moment = { value: new Date(Date.UTC(2024, 3, 25, 14, 30)), type: Date, format: "dd/mm/yyyy hh:mm" };
const xlsx = async (data: object[][]) =>
  new Uint8Array(await writeXlsx(data as SheetData, { sheet: "Đơn vị" }).toBuffer());
const text = (value: string) => ({ value, type: String });
const bytesOf = (csv: string) => new Uint8Array(Buffer.from(csv));

test("cells of an .xlsx are text: codes as typed, numbers in plain digits, dates as a clerk writes them", async () => {
  const bytes = await xlsx([
    [text("Mã"), text("Tên")],
    [text("017"), text("Chi bộ Sở A")],
    [],
    [
      { value: 17 },
      { value: 1_234_567_890_123 },
      { value: 0.5 },
      date,
      moment,
      { value: true, type: Boolean },
    ],
  ]);
  const { rows, sheet } = await readTable(bytes, "đơn vị.xlsx");
  expect(sheet).toBe("Đơn vị");
  expect(rows.map((row) => row.filter((cell) => cell !== ""))).toEqual([
    ["Mã", "Tên"],
    ["017", "Chi bộ Sở A"],
    [],
    ["17", "1234567890123", "0.5", "25/04/2024", "14:30 25/04/2024", "true"],
  ]);
});

test("the first sheet that has rows is read, the others stay", async () => {
  const sheets = [
    { data: [[]], sheet: "Trống" },
    { data: [[text("Mã")]], sheet: "Danh sách" },
    { data: [[text("Khác")]], sheet: "Khác" },
  ];
  const bytes = new Uint8Array(
    await writeXlsx(sheets as unknown as Parameters<typeof writeXlsx>[0]).toBuffer(),
  );
  expect(await readTable(bytes, "a.xlsx")).toMatchObject({ rows: [["Mã"]], sheet: "Danh sách" });
  expect((await readDocument(bytes, "a.xlsx")).text).toBe("Danh sách\nMã\n\nKhác\nKhác");
});

test("words in the margins and in boxes of a sheet are read with the text", async () => {
  const bytes = makeXlsx('<row r="1"><c r="A1"><v>17</v></c><c r="B1" t="s"/></row>', {
    behind:
      '<headerFooter><oddHeader>&amp;L&amp;"Times,Bold"&amp;14MẬT&amp;RTrang &amp;P</oddHeader></headerFooter>',
    drawing: "<xdr:sp><a:p><a:r><a:t>HỎA</a:t></a:r><a:r><a:t> TỐC</a:t></a:r></a:p></xdr:sp>",
  });
  expect((await readDocument(bytes, "a.xlsx")).text).toBe("MẬT   Trang\nHỎA TỐC\n\n17");
});

test("a work schedule in Excel is read as lines", async () => {
  const bytes = await xlsx([
    [text("Thời gian"), text("Nội dung"), text("Ghi chú")],
    [date, text("Hội nghị\nbáo cáo viên")],
  ]);
  const { kind, text: lines } = await readDocument(bytes, "lich.xlsx");
  expect([kind, lines]).toEqual([
    "xlsx",
    "Thời gian | Nội dung | Ghi chú\n25/04/2024 | Hội nghị; báo cáo viên",
  ]);
});

test.each([
  ["commas and a mark", bytesOf('\ufeffMã,Tên\n017,"Chi bộ A, B"\n')],
  ["semicolons", bytesOf('Mã;Tên\r\n017;"Chi bộ A, B"\r\n')],
  [
    "tabs in UTF-16",
    new Uint8Array(
      Buffer.concat([Buffer.from([255, 254]), Buffer.from("Mã\tTên\n017\tChi bộ A, B\n", "utf16le")]),
    ),
  ],
])("a .csv with %s", async (_, bytes) => {
  const rows = [
    ["Mã", "Tên"],
    ["017", "Chi bộ A, B"],
  ];
  expect(await readTable(bytes, "đơn vị.csv")).toMatchObject({ rows, sheet: null });
});

test("empty lines of a .csv keep their numbers", async () => {
  const { rows } = await readTable(bytesOf("Mã,Tên\n\n,,\nA,B,,\n"), "a.csv");
  expect(rows).toEqual([["Mã", "Tên"], [], [], ["A", "B"]]);
});

test.each([
  ["a.csv", bytesOf("a\n".repeat(5_001))],
  ["a.csv", bytesOf(`${"a,".repeat(50)}a\n`)],
  ["a.xlsx", makeXlsx('<row r="5001"><c r="A5001"><v>1</v></c></row>')],
  ["a.xlsx", makeXlsx('<row r="1"><c r="AY1"><v>1</v></c></row>')],
  ["a.xlsx", makeXlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
])("%s: a table beyond the bounds (%#)", async (name, bytes) => {
  const vars = { rows: 5_000, columns: 50 };
  expect(await problemOf(readTable(bytes, name))).toEqual({ code: "table-too-large", vars });
});

test("coloured but empty cells far away are no table", async () => {
  const bytes = makeXlsx('<row r="1"><c r="A1"><v>17</v></c></row><row r="9000"><c r="XFD9000"/></row>');
  expect(await readTable(bytes, "a.xlsx")).toMatchObject({ rows: [["17"]], sheet: "A" });
});

test.each([
  ["a.xlsx", makeXlsx(""), { code: "table-no-rows", vars: {} }],
  ["a.csv", bytesOf(",,\n,,\n"), { code: "table-no-rows", vars: {} }],
  ["a.csv", bytesOf(""), { code: "file-empty", vars: { name: "a.csv" } }],
  ["a.xlsx", bytesOf("broken"), { code: "file-broken", vars: { name: "a.xlsx" } }],
  [
    "a.xlsx",
    makeXlsx('<row r="9999999999"><c r="A1"><v>1</v></c></row>'),
    { code: "file-broken", vars: { name: "a.xlsx" } },
  ],
  [
    "a.xlsx",
    makeXlsx('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, 400),
    { code: "file-broken", vars: { name: "a.xlsx" } },
  ],
])("%s: %#", async (name, bytes, problem) => {
  expect(await problemOf(readTable(bytes, name))).toEqual(problem);
});

test("a document where a table is wanted gets the remedy", async () => {
  const found = await problemOf(readTable(await makePlanDocx(), "đơn vị.docx"));
  expect(found).toEqual({ code: "file-kind-refused", vars: { name: "đơn vị.docx", remedy: "save-xlsx" } });
});
