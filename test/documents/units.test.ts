import fc from "fast-check";
import { expect, test } from "vitest";
import { readUnits } from "../../src/documents/read/table/units.ts";

const problems = (rows: string[][], known: string[] = []) =>
  readUnits(rows, { codes: known }).problems.map(({ row, problem }) => ({
    row,
    code: problem.code,
    vars: problem.vars,
  }));

test("a table with a title above, headers in any order and spelling, columns nobody asked for", () => {
  const rows = [
    ["DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG"],
    [],
    ["STT", "TÊN  ĐƠN VỊ", "ma don vi (*)", "Loại hình", "Mã cấp trên", "Chức danh", "Ghi chú"],
    ["1", "Đảng bộ  Sở A ", "017", "Đảng bộ cơ sở", "", "", "x"],
    ["", "", "", "", "", "", ""],
    ["2", "Chi bộ Văn phòng".normalize("NFD"), "017.1", "Chi bộ", "017", "Bí thư Chi bộ"],
    ["3", "Đoàn Khối", "D01", "Đoàn thể", "", "Bí thư Đoàn"],
  ];
  expect(readUnits(rows)).toEqual({
    units: [
      {
        row: 4,
        code: "017",
        name: "Đảng bộ Sở A",
        kind: "Đảng bộ cơ sở",
        parentCode: null,
        headTitle: "Bí thư",
      },
      {
        row: 6,
        code: "017.1",
        name: "Chi bộ Văn phòng",
        kind: "Chi bộ",
        parentCode: "017",
        headTitle: "Bí thư Chi bộ",
      },
      {
        row: 7,
        code: "D01",
        name: "Đoàn Khối",
        kind: "Đoàn thể",
        parentCode: null,
        headTitle: "Bí thư Đoàn",
      },
    ],
    problems: [],
    ignored: ["STT", "Ghi chú"],
  });
});

test("all mistakes at once, each with its row and column", () => {
  const rows = [
    ["Mã", "Tên", "Loại", "Trực thuộc"],
    ["A", "Chi bộ A", "Chi bộ"],
    ["a", "Chi bộ B", "Chi bộ"],
    ["C", "", "", "X9"],
    ["", "Chi bộ D", "Chi bộ"],
    ["E", "Chi bộ E", "Chi bộ", "F"],
    ["F", "Chi bộ F", "Chi bộ", "e"],
    ["G", "Chi bộ G", "Chi bộ", "G"],
  ];
  expect(problems(rows)).toEqual([
    { row: 3, code: "table-code-twice", vars: { code: "a", row: 3, first: 2 } },
    { row: 4, code: "table-cell-empty", vars: { column: "Tên", row: 4 } },
    { row: 4, code: "table-cell-empty", vars: { column: "Loại", row: 4 } },
    { row: 4, code: "table-parent-unknown", vars: { code: "X9", row: 4 } },
    { row: 5, code: "table-cell-empty", vars: { column: "Mã", row: 5 } },
    { row: 6, code: "table-parent-loop", vars: { row: 6, codes: "E → F → E" } },
    { row: 8, code: "table-parent-loop", vars: { row: 8, codes: "G → G" } },
  ]);
});

test("missing columns are named, with what was found instead", () => {
  const rows = [
    ["Mã", "Đơn vị"],
    ["A", "Chi bộ A"],
  ];
  const found = "Mã, Đơn vị";
  expect(problems(rows)).toEqual([
    { row: 1, code: "table-column-missing", vars: { column: "Tên", found } },
    { row: 1, code: "table-column-missing", vars: { column: "Loại", found } },
  ]);
  expect(readUnits(rows).units).toEqual([]);
});

test("a table without any known header, without rows, without anything", () => {
  expect(problems([["một", "hai"]]).map(({ code }) => code)).toEqual(Array(3).fill("table-column-missing"));
  expect(problems([["Mã", "Tên", "Loại"]])).toEqual([{ row: 1, code: "table-no-rows", vars: {} }]);
  expect(problems([[], [""]])).toEqual([{ row: 1, code: "table-no-rows", vars: {} }]);
});

test("a parent may be a unit that exists already, however its code is typed", () => {
  const rows = [
    ["Mã", "Tên", "Loại", "Trực thuộc"],
    ["A", "Chi bộ A", "Chi bộ", "đb01"],
  ];
  expect(readUnits(rows, { codes: ["ĐB01"] })).toMatchObject({
    units: [{ parentCode: "ĐB01" }],
    problems: [],
  });
  expect(problems(rows)).toMatchObject([{ code: "table-parent-unknown" }]);
});

test("the order of columns never matters", () => {
  const header = ["Mã", "Tên", "Loại", "Trực thuộc", "Chức danh", "Ghi chú"];
  const row = ["A", "Chi bộ A", "Chi bộ", "B", "Bí thư", "x"];
  const expected = readUnits([header, row], { codes: ["B"] });
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
      const shuffle = (cells: string[]) => order.map((index) => cells[index] ?? "");
      expect(readUnits([shuffle(header), shuffle(row)], { codes: ["B"] })).toEqual(expected);
    }),
  );
});
