import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import { outcomeLines, problemLines } from "../../src/cli/import-units.ts";
import { columnLetters } from "../../src/documents/read/table/column-letters.ts";
import { readUnits } from "../../src/documents/read/table/units.ts";
import { lockFolder } from "../../src/store/database/folder-lock.ts";
import { openDatabase } from "../../src/store/database.ts";
import { runHere, spawnCli, tempFolder, wordsIn } from "./terminal.ts";

const vi = wordsIn("vi");

test("columns are named as Excel names them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

describe("mistakes of a table", () => {
  const linesOf = (rows: string[][], known: string[] = []) =>
    problemLines(vi, { rows }, readUnits(rows, { codes: known }).problems);

  it("are all told, each with its cell", () => {
    const rows = [
      ["DANH SÁCH"],
      ["STT", "Tên đơn vị", "Mã", " Loại  hình ", "Trực thuộc"],
      ["1", "Chi bộ A", "CB01", "Chi bộ", ""],
      ["2", "", "cb01", "", "CB99"],
      ["3", "Chi bộ C", "C", "Chi bộ", "D"],
      ["4", "Chi bộ D", "D", "Chi bộ", "C"],
    ];
    const lines = linesOf(rows);
    expect(lines.map((line) => line.trim().split(/\s+/)[0]).sort()).toEqual(["B4", "C4", "D4", "E4", "E5"]);
    expect(lines.join("\n")).toContain("mã cb01 đã có ở dòng 3");
    expect(lines.join("\n")).toContain("cấp trên nào mang mã CB99");
  });

  it("of the header stand at its row", () => {
    const rows = [[""], ["Mã", "Trực thuộc"], ["CB01", ""]];
    expect(linesOf(rows)).toEqual([
      "  dòng 2  Thiếu cột “Tên”. Các cột thấy được: Mã, Trực thuộc.",
      "  dòng 2  Thiếu cột “Loại”. Các cột thấy được: Mã, Trực thuộc.",
    ]);
  });

  it("may be that there is nothing in it", () => {
    expect(linesOf([["", ""]])).toEqual([expect.stringMatching(/^ {2}dòng 1 {2}Bảng/)]);
  });
});

test("the outcome says what is new, what changes and how", () => {
  const unit = { row: 2, kind: "Chi bộ", parentCode: null, headTitle: "Bí thư" };
  const units = [
    { ...unit, code: "CB01", name: "Chi bộ A" },
    { ...unit, code: "CB02", name: "Chi bộ B" },
  ];
  const changed = [{ code: "CB02", fields: ["name", "kind", "headTitle", "parentId"] }];
  expect(outcomeLines(wordsIn("en"), units, { added: ["CB01"], changed, unchanged: 7 }, true)).toEqual([
    "Dry run, nothing has been written. Units to add: 1, to change: 1, unchanged: 7.",
    "  + CB01  Chi bộ A",
    "  ~ CB02  Chi bộ B (name, kind, title of its head, parent)",
  ]);
});

describe("over a database", () => {
  const folder = tempFolder();
  const data = join(folder, "data");
  const run = (...argv: string[]) => runHere(["import-units", ...argv], { DATA_DIR: data });
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const header = "Mã,Tên,Loại,Trực thuộc\n";
  const inside = async () => {
    const database = await openDatabase({ folder: data, what: "test" });
    try {
      const units = await database.db.unit.findMany({ orderBy: { code: "asc" }, include: { parent: true } });
      const audits = await database.db.audit.count({ where: { action: "unit.import" } });
      return { units: units.map((unit) => [unit.code, unit.name, unit.parent?.code ?? null]), audits };
    } finally {
      await database.close();
    }
  };

  it("shows, writes, changes nothing the second time, mends the third", { timeout: 90_000 }, async () => {
    const first = file(
      "ds.csv",
      `${header}B.1,Chi bộ B1,Chi bộ,B\nA,Chi bộ A,Chi bộ cơ sở,\nB,Đảng bộ B,Đảng bộ cơ sở,\n`,
    );
    const dry = await spawnCli(["import-units", first, "--dry-run"], { DATA_DIR: data });
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain("Chạy thử, chưa ghi gì. Sẽ thêm 3");
    expect(await inside()).toEqual({ units: [], audits: 0 });

    const real = await run(first);
    expect(real.out).toBe(
      "Thêm 3, sửa 0, giữ nguyên 0 đơn vị.\n  + B.1  Chi bộ B1\n  + A  Chi bộ A\n  + B  Đảng bộ B\n",
    );
    expect((await run(first)).out).toBe("Thêm 0, sửa 0, giữ nguyên 3 đơn vị.\n");
    const units = [
      ["A", "Chi bộ A", null],
      ["B", "Đảng bộ B", null],
      ["B.1", "Chi bộ B1", "B"],
    ];
    expect(await inside()).toEqual({ units, audits: 1 });

    // From Excel this time; the parent of B.2 is not in the table but in the database.
    const cells = [
      ["Mã", "Tên", "Loại", "Trực thuộc"],
      ["A", "Chi bộ Sở A", "Chi bộ cơ sở", ""],
      ["B.2", "Chi bộ B2", "Chi bộ", "B"],
    ].map((row) => row.map((value) => ({ value, type: String })));
    const sheet = await writeXlsx(cells as SheetData, { sheet: "Đơn vị" }).toBuffer();
    const mended = await run(file("ds.xlsx", new Uint8Array(sheet)));
    expect(mended.err).toContain("“Đơn vị”");
    expect(mended.out).toBe(
      "Thêm 1, sửa 1, giữ nguyên 0 đơn vị.\n  + B.2  Chi bộ B2\n  ~ A  Chi bộ Sở A (tên)\n",
    );
  });

  it("refuses tables with mistakes and writes nothing of them", { timeout: 90_000 }, async () => {
    const before = await inside();
    const twice = await run(file("hai.csv", `${header}X,Chi bộ X,Chi bộ,\nX,Chi bộ Y,,\n`));
    expect(twice).toMatchObject({ code: 1, out: "" });
    expect(twice.err).toContain("Bảng hai.csv có 2 chỗ cần sửa; chưa ghi gì:");
    expect(twice.err).toContain("A3  Dòng 3: mã X đã có ở dòng 2.");
    expect(twice.err).toContain("C3  Dòng 3: ô “Loại” để trống.");
    const without = await run(file("thieu.csv", "Mã,Loại\nX,Chi bộ\n"));
    expect(without).toMatchObject({ code: 1, out: "" });
    expect(without.err).toContain("Thiếu cột “Tên”");
    for (const [name, content, said] of [
      ["trong.csv", "", "không có nội dung"],
      ["hong.xlsx", "PK\u0003\u0004 no zip", "bị hỏng"],
    ] as const)
      expect(await run(file(name, content))).toMatchObject({ code: 1, err: expect.stringContaining(said) });
    expect(await run(join(folder, "nowhere.csv"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("Không có tệp"),
    });
    expect(await inside()).toEqual(before);
  });

  it("says who holds the folder, and what to do", { timeout: 60_000 }, async () => {
    const lock = await lockFolder(data, "bot", () => {});
    try {
      const { code, out, err } = await run(file("ok.csv", `${header}Z,Chi bộ Z,Chi bộ,\n`));
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toContain(`bot, tiến trình số ${process.pid}`);
      expect(err).toContain("PostgreSQL (DATABASE_URL)");
      const doctor = await runHere(["doctor"], { DATA_DIR: data });
      expect(doctor.out).toMatch(new RegExp(`^ok .*đang do bot dùng \\(tiến trình số ${process.pid},`, "m"));
    } finally {
      lock.release();
    }
  });
});
