/** What Excel shows, and what it does not: values by their formats, nothing of what is hidden, marks wherever they stand. */
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test, vi } from "vitest";
import { bearsMark } from "../../src/documents/read/bears-mark.ts";
import { readDocument } from "../../src/documents/read/document.ts";
import { readInProcess } from "../../src/documents/read/reader-process.ts";
import { showNumber, showWords } from "../../src/documents/read/table/show-value.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { makeZip, type Part } from "./zip.ts";

vi.setConfig({ testTimeout: 120_000 });

interface SheetXml {
  name: string;
  state?: string;
  rows?: string;
  before?: string;
  behind?: string;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function makeBook(sheets: readonly SheetXml[], parts: readonly Part[] = [], styles = ""): Uint8Array {
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="r${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return makeZip([
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns:r="${office}"><sheets>${listed.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", data: `<Relationships>${related.join("")}</Relationships>` },
    ...sheets.map(({ rows = "", before = "", behind = "" }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `<worksheet>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
    })),
    { name: "xl/styles.xml", data: `<styleSheet>${styles}</styleSheet>` },
    ...parts,
  ]);
}

const word = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string, more = "") => `<row r="${number}"${more}>${cells}</row>`;

test.each([
  ["912345678", "0000000000", "0912345678"],
  ["912345678", "0000 000 000", "0912 345 678"],
  ["17", "000", "017"],
  ["0.9", "0%", "90%"],
  ["0.855", "0.0%", "85.5%"],
  ["12", '0" người"', "12 người"],
  ["7", '"CB"00', "CB07"],
  ["1234567", "#,##0", "1234567"],
  ["1234.5", "#,##0.00", "1234.5"],
  ["0.30000000000000004", "General", "0.3"],
  ["2.999", "0", "3"],
  ["45407", "dd/mm/yyyy", "25/04/2024"],
  ["45407", "mm-dd-yy", "25/04/2024"],
  ["45407", "[$-42A]dd mmmm yyyy;@", "25/04/2024"],
  ["45407", "mm/yyyy", "04/2024"],
  ["45407.6041666667", "dd/mm/yyyy hh:mm", "14:30 25/04/2024"],
  ["0.3125", "h:mm", "07:30"],
  ["-5", "0;(0)", "-5"],
  ["1e21", "0", "1e+21"],
])("%s in the format %s is shown as %s", (stored, format, shown) => {
  expect(showNumber(stored, format, false)).toBe(shown);
});

test("words in a format", () => {
  expect(showWords("Sở A", '"Chi bộ "@')).toBe("Chi bộ Sở A");
  expect(showWords("Sở A", ";;;")).toBe("");
  expect(showWords("Sở A", "@")).toBe("Sở A");
});

test("days are counted from 1904 where the workbook says so", () => {
  expect(showNumber("43945", "dd/mm/yyyy", true)).toBe("25/04/2024");
});

describe("hidden", () => {
  test("rows, columns and sheets are left out, said, and looked through for a mark", async () => {
    const book = makeBook([
      {
        name: "Kế hoạch",
        before: '<cols><col min="2" max="2" hidden="1" width="9"/></cols>',
        rows:
          row(1, word("A1", "một") + word("B1", "cột ẩn") + word("C1", "ba")) +
          row(2, word("A2", "MẬT"), ' hidden="1"') +
          row(3, word("A3", "bốn")),
      },
      { name: "Cũ", state: "veryHidden", rows: row(1, word("A1", "trước ngày 20/3/2024")) },
    ]);
    const found = await readDocument(book, "a.xlsx");
    expect(found.text).toBe("một |  | ba\n\nbốn");
    expect(found.leftOut).toEqual([
      { what: "rows", sheet: "Kế hoạch", where: "2" },
      { what: "columns", sheet: "Kế hoạch", where: "B" },
      { what: "sheet", sheet: "Cũ", where: "" },
    ]);
    expect(bearsMark(found)).toBe(true);
  });

  test("what is hidden and empty is not worth a word", async () => {
    const found = await readDocument(
      makeBook([
        { name: "A", rows: row(1, word("A1", "một")) + row(2, '<c r="A2"/>', ' hidden="1"') },
        { name: "B", state: "hidden" },
      ]),
      "a.xlsx",
    );
    expect(found.leftOut).toEqual([]);
  });
});

describe("a mark", () => {
  const one = (more: Partial<SheetXml>, parts: Part[] = [], styles = "") =>
    makeBook([{ name: "A", rows: row(1, word("A1", "Kế hoạch")), ...more }], parts, styles);
  test.each([
    ["in a cell", one({ rows: row(1, word("A1", "Kế hoạch") + word("D1", "MẬT")) })],
    [
      "in the head of the page",
      one({
        behind: "<headerFooter><oddHeader>&amp;L&amp;12TỐI MẬT&amp;RTrang &amp;P</oddHeader></headerFooter>",
      }),
    ],
    [
      "in a box",
      one({}, [
        {
          name: "xl/drawings/drawing1.xml",
          data: "<xdr:wsDr><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></xdr:wsDr>",
        },
      ]),
    ],
    [
      "as word art",
      one({}, [
        {
          name: "xl/drawings/vmlDrawing1.vml",
          data: '<xml><v:shape><v:textpath string="MẬT"/></v:shape></xml>',
        },
      ]),
    ],
    [
      "in a chart",
      one({}, [
        {
          name: "xl/charts/chart1.xml",
          data: "<c:chartSpace><c:title><a:p><a:r><a:t>MẬT</a:t></a:r></a:p></c:title></c:chartSpace>",
        },
      ]),
    ],
    [
      "in a note",
      one({}, [
        { name: "xl/comments1.xml", data: "<comments><comment><text><t>MẬT</t></text></comment></comments>" },
      ]),
    ],
    ["as the name of a sheet", makeBook([{ name: "MẬT", rows: row(1, word("A1", "Kế hoạch")) }])],
    [
      "by the format of a number",
      one(
        { rows: row(1, `${word("A1", "Kế hoạch")}<c r="B1" s="1"><v>1</v></c>`) },
        [],
        '<numFmts><numFmt numFmtId="170" formatCode="&quot;MẬT&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
      ),
    ],
    [
      "in a font of before 2001",
      one(
        {
          rows:
            row(1, word("A1", "Kế hoạch")) + row(2, '<c r="A2" s="1" t="inlineStr"><is><t>mËt</t></is></c>'),
        },
        [],
        '<fonts><font/><font><name val=".VnTimeH"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>',
      ),
    ],
  ])("%s is seen", async (_, book) => {
    expect(bearsMark(await readDocument(book, "a.xlsx"))).toBe(true);
  });

  test("as a picture is seen, and a picture that says something else is none", async () => {
    const pictured = (words: string) => {
      const canvas = createCanvas(260, 100);
      const context = canvas.getContext("2d");
      context.fillStyle = "white";
      context.fillRect(0, 0, 260, 100);
      context.fillStyle = "rgb(200, 20, 30)";
      context.font = "bold 48px 'Liberation Serif', 'DejaVu Serif', serif";
      context.fillText(words, 30, 65);
      return one({}, [{ name: "xl/media/image1.png", data: canvas.toBuffer("image/png") }]);
    };
    expect(bearsMark(await readInProcess(pictured("MẬT"), "a.xlsx"))).toBe(true);
    const other = await readInProcess(pictured("ĐẾN"), "a.xlsx");
    expect(bearsMark(other)).toBe(false);
    expect(other.unseen).toEqual([]);
  });

  test("is none where degrees are counted", async () => {
    const head = ["TT", "Đơn vị", "TUYỆT MẬT", "TỐI MẬT", "MẬT"]
      .map((text, at) => word(`${"ABCDE"[at]}1`, text))
      .join("");
    expect(bearsMark(await readDocument(makeBook([{ name: "A", rows: row(1, head) }]), "a.xlsx"))).toBe(
      false,
    );
  });
});

test("words shared by cells, in pieces, without how they are spoken", async () => {
  const book = makeBook(
    [
      {
        name: "A",
        rows: row(
          1,
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="str"><f>A1</f><v>ba</v></c>',
        ),
      },
    ],
    [
      {
        name: "xl/sharedStrings.xml",
        data: "<sst><si><r><t>mộ</t></r><r><t>t</t></r><rPh><t>x</t></rPh></si><si><t>hai</t></si></sst>",
      },
    ],
  );
  expect((await readTable(book, "a.xlsx")).rows).toEqual([["một", "hai", "ba"]]);
});

test("what was never reckoned is named, an error is shown", async () => {
  const found = await readDocument(
    makeBook([{ name: "A", rows: row(1, '<c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#N/A</v></c>') }]),
    "a.xlsx",
  );
  expect(found.text).toBe(" | #N/A");
  expect(found.unseen).toEqual([{ what: "formula", name: "A A1" }]);
});

test("a value that reaches over rows stands in each, a title over columns once", async () => {
  const rows =
    row(1, word("A1", "DANH SÁCH")) +
    row(2, word("A2", "1") + word("B2", "Chi bộ")) +
    row(3, word("A3", "2"));
  const merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B2:B3"/></mergeCells>';
  const { rows: cells } = await readTable(makeBook([{ name: "A", rows, behind: merged }]), "a.xlsx");
  expect(cells).toEqual([
    ["DANH SÁCH", ""],
    ["1", "Chi bộ"],
    ["2", "Chi bộ"],
  ]);
});

test("the sheet with the headings is the table, be it the third", async () => {
  const sheets = [
    { name: "Hướng dẫn", rows: row(1, word("A1", "Điền theo mẫu")) },
    { name: "Danh mục", rows: row(1, word("A1", "Loại")) },
    { name: "Đơn vị", rows: row(1, word("A1", "Mã") + word("B1", "Tên") + word("C1", "Loại")) },
  ];
  expect((await readTable(makeBook(sheets), "a.xlsx", ["Mã", "Tên", "Loại"])).sheet).toBe("Đơn vị");
  expect((await readTable(makeBook(sheets), "a.xlsx")).sheet).toBe("Hướng dẫn");
});
