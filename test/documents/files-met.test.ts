/**
 * Files of kinds that were met in public bug reports (contents invented): each is read as people see it, and a mark of
 * secrecy is seen wherever a viewer shows it. The kinds are tried with files of our own in marks.test.ts and the tests
 * of each reader.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { bearsMark } from "../../src/documents/read/bears-mark.ts";
import { readInProcess } from "../../src/documents/read/reader-process.ts";
import { readSheets } from "../../src/documents/read/table/sheets.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { readUnits } from "../../src/documents/read/table/units.ts";
import { unitHeadings } from "../../src/documents/read/table/units-header.ts";
import type { GroupField } from "../../src/domain/form/form.ts";
import { headingsOf, linesOfTable } from "../../src/domain/form/read/table-rows.ts";
import { importXlsForm } from "../../src/domain/form/xlsform/import.ts";
import { readPlan } from "../../src/domain/plan/read/read-plan.ts";
import { problemOf } from "./problems.ts";

const folder = new URL("../../../shared/files-met/", import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const patient = { limits: { milliseconds: 120_000 } };

async function readMet(name: string) {
  const found = await readInProcess(bytesOf(name), name, patient);
  const { reading } = readPlan(found.text);
  return { found, reading, due: reading.milestones.map((milestone) => milestone.due) };
}

vi.setConfig({ testTimeout: 150_000 });

const missing = !existsSync(folder);

describe.skipIf(missing)("documents", () => {
  test.each([
    "p1a-stamp-mat.pdf",
    "v8-smartart.docx",
    "v3-vni-mark-unicode-body.docx",
    "v5-cyrillic-mark.docx",
  ])("%s bears a mark", async (name) => expect(bearsMark((await readMet(name)).found)).toBe(true));

  test("s6b: the mark stands in the picture under a typed signature", async () => {
    expect(bearsMark((await readMet("s6b-scan-mat-signature-text.pdf")).found)).toBe(true);
  });

  test.each([
    "p0-control.pdf",
    "p1c-number-annot.pdf",
    "p11-hidden-layer.pdf",
    "d1a-altchunk-part.docx",
    "d2-hidden.docx",
    "d4-databound.docx",
    "d9-nested-field.docx",
    "d13-eth.docx",
    "d14-cdata.docx",
  ])("%s: number, date and the one deadline that people see", async (name) => {
    const { found, reading, due } = await readMet(name);
    expect(reading).toMatchObject({ number: "31-KH/ĐUK", issued: "2024-03-05" });
    expect(reading.issuer).toMatch(/^Đảng ủy Khối các cơ quan/i);
    expect(due).toEqual(["2024-04-25"]);
    expect(bearsMark(found)).toBe(false);
    expect(found).toMatchObject({ source: "text", unread: [], unseen: [] });
  });

  test.each([
    "s0-scan.pdf",
    "s1-scan-signature-text.pdf",
    "s3-scan-english-ocr.pdf",
    "p9-no-tounicode.pdf",
  ])("%s is looked at", async (name) => {
    const { found, reading, due } = await readMet(name);
    expect(found).toMatchObject({ source: "scan", unread: [] });
    expect(reading).toMatchObject({ number: "31-KH/ĐUK", issued: "2024-03-05" });
    expect(due).toEqual(["2024-04-25"]);
    expect(bearsMark(found)).toBe(false);
  });

  test("s4: the left page first, then the right one", async () => {
    const { due, found } = await readMet("s4-two-on-one.pdf");
    expect(due).toEqual(["2024-04-25", "2024-05-10"]);
    expect(found.text.indexOf("II- TỔ CHỨC")).toBeGreaterThan(found.text.indexOf("25/4/2024"));
  });

  test("p8b: a table laid on its side by its matrix", async () => {
    expect((await readMet("p8b-sideways-table.pdf")).due).toEqual(["2024-04-25", "2024-05-10"]);
  });

  test("x19b: a hidden sheet of a plan is left out, and said", async () => {
    const { due, found } = await readMet("x19b-plan-hidden-sheet.xlsx");
    expect(due).toEqual(["2024-04-25"]);
    expect(found.leftOut).toEqual([{ what: "sheet", sheet: "Cu", where: "" }]);
  });

  test.each([
    ["x12b-html.doc", "file-kind-refused", "save-real-docx"],
    ["x12c-rtf.doc", "file-kind-refused", "save-real-docx"],
    ["x12-html.xls", "file-kind-refused", "save-real-xlsx"],
    ["i1-heis.heic", "picture-kind", undefined],
  ])("%s gets its remedy", async (name, code, remedy) => {
    const vars = { name, ...(remedy && { remedy }) };
    expect(await problemOf(readInProcess(bytesOf(name), name))).toEqual({ code, vars });
  });
});

describe.skipIf(missing)("units", () => {
  const readMetUnits = async (name: string) => {
    const table = await readTable(bytesOf(name), name, unitHeadings);
    return { table, ...readUnits(table.rows, { flaws: table.flaws }) };
  };
  const names = async (name: string) => (await readMetUnits(name)).units.map((unit) => unit.name);

  test.each([
    "x3-zip64.xlsx",
    "x9-norefs.xlsx",
    "x14-hidden-sheet.xlsx",
    "x14c-guide-first.xlsx",
  ])("%s is read", async (name) => {
    const { problems } = await readMetUnits(name);
    expect(problems).toEqual([]);
    expect(await names(name)).toEqual(["Chi bộ Sở Nông nghiệp", "Chi bộ Văn phòng"]);
  });

  test("x14b: a hidden row is left out, and said", async () => {
    const { table, units, problems } = await readMetUnits("x14b-hidden-row.xlsx");
    expect(problems).toEqual([]);
    expect(units.map((unit) => unit.row)).not.toContain(Number(table.leftOut[0]?.where));
    expect(units).toHaveLength(2);
    expect(table.leftOut).toMatchObject([{ what: "rows" }]);
  });

  test("x6b, x6c: fonts of before 2001 come out in Unicode", async () => {
    const right = ["Chi bộ Sở Nông nghiệp và Phát triển nông thôn", "Đảng bộ Bệnh viện đa khoa"];
    expect(await names("x6b-tcvn3-rows.xlsx")).toEqual(right);
    expect(await names("x6c-vni-rows.xlsx")).toEqual(right);
    const { units } = await readMetUnits("x6b-tcvn3-rows.xlsx");
    expect(units.map((unit) => unit.kind)).toEqual(["Chi bộ cơ sở", "Đảng bộ cơ sở"]);
  });

  test("x7: Ð is Đ, and case and the place of tones tell no kinds apart", async () => {
    const { units, problems } = await readMetUnits("x7-eth-kinds.xlsx");
    expect(problems).toEqual([]);
    expect(new Set(units.map((unit) => unit.kind)).size).toBe(2);
    expect(units[2]?.parentCode).toBe("ĐB01");
  });

  test("x5: a merged kind stands in each of its rows", async () => {
    const { units, problems } = await readMetUnits("x5-merged.xlsx");
    expect(problems).toEqual([]);
    expect(units.map((unit) => unit.kind)).toEqual(["Chi bộ cơ sở", "Chi bộ cơ sở", "Chi bộ cơ sở"]);
  });

  test("x15, x10: a formula that failed, and one nobody has reckoned, are named with their cells", async () => {
    const codes = async (name: string) =>
      (await readMetUnits(name)).problems.map(({ row, problem }) => [row, problem.code]);
    expect(await codes("x15-error.xlsx")).toEqual([[2, "table-cell-error"]]);
    expect(await codes("x10-formula-novalue.xlsx")).toEqual([[2, "table-cell-uncalculated"]]);
  });
});

describe.skipIf(missing)("forms and lists", () => {
  const formOf = async (name: string) => {
    const read = importXlsForm(await readSheets(bytesOf(name), name));
    if ("faults" in read) throw new Error(read.faults.map((fault) => fault.problem.code).join());
    return read.form;
  };
  const listOf = async (name: string) => {
    const form = await formOf("f30-list-form.xlsx");
    const field = form.fields.find((one): one is GroupField => one.kind === "group");
    if (!field) throw new Error("the form has a list");
    const table = await readTable(bytesOf(name), name, headingsOf(field));
    const lines = linesOfTable(field, table).split("\n");
    // The heading leads; what stands under it is the list.
    return { lines: lines.filter((line) => line !== "").slice(1), table };
  };

  test("f6: a disabled question is not asked", async () => {
    expect((await formOf("f6-disabled.xlsx")).fields.map((field) => field.key)).toEqual(["so_dv"]);
  });

  test("l1b: numbers as their formats show them", async () => {
    const { lines } = await listOf("l1b-list.xlsx");
    expect(lines).toEqual(["Lý Văn Một | 1985 | 90% | 0912345678", "Tạ Thị Hai | 1990 | 86% | 0987654321"]);
  });

  test("l3b: titles above the headings and the sum below are no people", async () => {
    const { lines } = await listOf("l3b-title.xlsx");
    expect(lines).toEqual(["Lý Văn Một | 1985", "Tạ Thị Hai | 1990"]);
  });

  test("l4: a hidden row is left out, and said", async () => {
    const { lines, table } = await listOf("l4-hidden-row.xlsx");
    expect(lines).toEqual(["Lý Văn Một | 1985", "Tạ Thị Hai | 1990"]);
    expect(table.leftOut).toEqual([{ what: "rows", sheet: "Danh sach", where: "3" }]);
  });

  test("l5, l7: a .csv is read as units are", async () => {
    expect((await listOf("l5-quoted.csv")).table.rows).toEqual([
      ["Họ và tên", "Năm sinh", "Chức vụ"],
      ["Lý Văn Một", "1985", "Phó Trưởng phòng, Phó Bí thư"],
      ["Tạ Thị Hai", "1990"],
    ]);
    expect((await listOf("l7-sep.csv")).lines).toEqual(["Lý Văn Một | 1985"]);
  });
});
