/** A form taken out, changed in Excel and brought back at the command line. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSheets } from "../../src/documents/read/table/sheets.ts";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { importXlsForm } from "../../src/domain/form/xlsform/import.ts";
import { workbookOf } from "../support/workbooks.ts";
import { runHere, tempFolder } from "./terminal.ts";

describe("forms over a database", () => {
  const folder = tempFolder();
  const run = (...argv: string[]) => runHere(argv, { DATA_DIR: join(folder, "data") });
  const file = async (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, (await workbookOf(name)) ?? "");
    return path;
  };

  it("is taken out, and is the same when it is brought back", async () => {
    const path = join(folder, "hoc-tap.xlsx");
    const out = await run("export-form", "study", path);
    expect(out).toMatchObject({ code: 0, out: expect.stringContaining("bản 1") });
    expect(importXlsForm(await readSheets(readFileSync(path), "hoc-tap.xlsx"))).toMatchObject({
      id: "study",
      form: studyForm,
    });
    expect(await run("export-form", "study", path)).toMatchObject({
      code: 1,
      err: expect.stringContaining("Đã có tệp"),
    });
    expect(await run("import-form", path)).toMatchObject({
      code: 0,
      out: expect.stringContaining("giống hệt bản 1"),
    });
  });

  it("shows what changes, and writes nothing on a dry run", async () => {
    const path = await file("hoc-tap-ban-2.xlsx");
    const dry = await run("import-form", path, "--dry-run");
    expect(dry.out).toBe(
      [
        "“Báo cáo kết quả học tập, quán triệt chuyên đề”, so với bản 1:",
        "  ~ Dự học: cách tổng hợp",
        "  + Câu mới: Có phát biểu",
        "  + Câu mới: Phát biểu",
        "  ~ Cam kết: cách tổng hợp",
        "  ~ Kết quả: lời hỏi",
        "  − Bỏ câu: Đề xuất, kiến nghị",
        "",
      ].join("\n"),
    );
    expect(dry.err).toContain("chưa ghi gì");
    expect((await run("import-form", path)).out).toContain("Đã nhận bản 2; 0 kế hoạch");
    expect((await run("import-form", path)).out).toContain("giống hệt bản 2");
  });

  it("tells every mistake with its cell, and writes nothing", async () => {
    const { code, out, err } = await run("import-form", await file("sai-nhieu-cho.xlsx"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n").slice(0, 9)).toEqual([
      "Tệp sai-nhieu-cho.xlsx có 8 chỗ cần sửa; chưa ghi gì:",
      expect.stringMatching(/^ {2}survey, ô A2 \(type\): Loại “audio”/),
      expect.stringMatching(/^ {2}survey, ô B3 \(name\): Tên “Họ tên” chưa dùng được.* Ví dụ: ho_ten$/),
      expect.stringMatching(/^ {2}survey, ô D4 \(required\): “có lẽ”/),
      expect.stringMatching(/^ {2}survey, ô E4 \(relevant\): Không có câu hỏi nào tên “trieu_tap”/),
      expect.stringMatching(/^ {2}survey, ô G4 \(dondoc_jump\): “gấp ba”/),
      expect.stringMatching(/^ {2}survey, ô A5 \(type\): Trang choices không có danh sách “hinh_thuc”/),
      expect.stringMatching(/^ {2}survey, ô F6 \(calculation\): Công thức chưa đọc được/),
      expect.stringMatching(/^ {2}survey, ô A7 \(type\): Nhóm lặp này chưa kết thúc/),
    ]);
  });

  it("names the forms there are where one is asked for that is not", async () => {
    const path = join(folder, "khong-co.xlsx");
    const { code, err } = await run("export-form", "khong-co", path);
    expect({ code, there: existsSync(path) }).toEqual({ code: 1, there: false });
    expect(err).toContain("study, science, narrative");
  });
});
