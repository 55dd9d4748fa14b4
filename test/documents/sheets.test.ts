import { describe, expect, it } from "vitest";
import { readSheetsInProcess } from "../../src/documents/read/reader-process.ts";
import { readSheets, sheetLimits } from "../../src/documents/read/table/sheets.ts";
import { writeSheets } from "../../src/documents/write/xlsx.ts";
import { Problem } from "../../src/domain/problem.ts";

const code = (error: unknown) => (error instanceof Problem ? error.code : error);
const made = () =>
  writeSheets([
    {
      name: "survey",
      rows: [
        ["type", "name"],
        ["text", "a"],
        ["", ""],
        ["text", "=1+1"],
      ],
    },
    { name: "settings", rows: [["form_title"], ["Báo cáo\ntháng"]] },
  ]);

describe("the sheets of a workbook", () => {
  const wanted = [
    {
      name: "survey",
      rows: [
        ["type", "name"],
        ["text", "a"],
        ["", ""],
        ["text", "=1+1"],
      ],
    },
    { name: "settings", rows: [["form_title"], ["Báo cáo\ntháng"]] },
  ];

  it("are read with their cells, rows counted as Excel counts them", async () => {
    expect(await readSheets(await made(), "x.xlsx")).toEqual(wanted);
  });

  it("are read the same in a process of their own, and what it refuses is refused", async () => {
    expect(await readSheetsInProcess(await made(), "x.xlsx")).toEqual(wanted);
    expect(await readSheetsInProcess(Buffer.from("%PDF-1.4"), "x.xlsx").catch(code)).toBe("form-not-xlsx");
  });

  it.each([
    ["%PDF-1.4 signed", "form-not-xlsx"],
    ["type,name\ntext,a", "file-broken"],
    ["PK\u0003\u0004 this is no zip", "file-broken"],
    ["", "file-empty"],
  ])("%j: %s", async (bytes, wrong) => {
    expect(await readSheets(Buffer.from(bytes), "x.xlsx").catch(code)).toBe(wrong);
  });

  it("of a file that is too large are not looked at", async () => {
    expect(await readSheets(new Uint8Array(sheetLimits.bytes + 1), "x.xlsx").catch(code)).toBe(
      "file-too-large",
    );
  });
});
