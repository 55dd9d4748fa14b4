/** Forms as people and other tools write them, and every mistake with its cell. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Form, isYear } from "../../../../src/domain/form/form.ts";
import { exportXlsForm } from "../../../../src/domain/form/xlsform/export.ts";
import { importXlsForm } from "../../../../src/domain/form/xlsform/import.ts";
import { MOST_FAULTS, type SheetRows } from "../../../../src/domain/form/xlsform/sheet.ts";
import { anything } from "../support.ts";
import { anyForm } from "./any-form.ts";

const settings: SheetRows = {
  name: "settings",
  rows: [
    ["form_title", "form_id"],
    ["Báo cáo", "bao-cao"],
  ],
};
const choices: SheetRows = {
  name: "choices",
  rows: [
    ["list_name", "name", "label::Tiếng Việt (vi)", "label::English (en)"],
    ["way", "in", "Trực tiếp", "In person"],
    ["way", "online", "Trực tuyến", "Online"],
    ["yes_no", "yes", "Có", "Yes"],
    ["yes_no", "no", "Không", "No"],
  ],
};

/** A survey written in short: `type | name | label`, then `column=text` for what else a row has. */
function survey(...rows: string[]): SheetRows[] {
  const cut = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const extra = [...new Set(cut.flatMap((row) => row.slice(3).map((cell) => cell.split("=", 1)[0] ?? "")))];
  const cells = cut.map(([type = "", name = "", label = "", ...more]) => [
    ...[type, name, label],
    ...extra.map((column) => {
      const found = more.find((cell) => cell.startsWith(`${column}=`));
      return found ? found.slice(column.length + 1) : "";
    }),
  ]);
  return [{ name: "survey", rows: [["type", "name", "label", ...extra], ...cells] }, choices, settings];
}

function fieldsOf(sheets: readonly SheetRows[]): Form["fields"] {
  const read = importXlsForm(sheets);
  if ("faults" in read) throw new Error(read.faults.map((one) => `${one.row} ${one.problem}`).join("\n"));
  return read.form.fields;
}

/** "survey 2 name: xls-name" of every mistake. */
function faultsOf(sheets: readonly SheetRows[]): string[] {
  const read = importXlsForm(sheets);
  if (!("faults" in read)) return [];
  return read.faults.map(
    ({ sheet, row, column, problem }) => `${sheet} ${row} ${column?.heading ?? "-"}: ${problem.code}`,
  );
}

describe("what other tools write", () => {
  it("takes the types of XLSForm", () => {
    const fields = fieldsOf(
      survey(
        "note | n | Phần một",
        "select_one way | way | Cách nào? | hint=Chọn một",
        "select_one yes_no | done | Đã làm?",
        "select_multiple way | ways | Những cách nào?",
        "select_one way or_other | how | Cách khác?",
        "range | score | Mấy điểm? | parameters=start=0 end=10 step=1",
        "range | ratio | Bao nhiêu? | parameters=start=0.5 end=2 step=0.5",
        "date | day | Ngày nào? | constraint=. <= today()",
        "image | photo | Ảnh",
        "acknowledge | ok | Đã đọc hướng dẫn | required=TRUE",
        "begin_group | g | Phần hai | relevant=${Done} = 'yes'",
        "integer | Dự-Học | Số người? | relevant=${score} > 5",
        "end_group",
        "begin repeat | people | Những ai? | repeat_count=3",
        "text | name | Họ tên?",
        "end repeat",
        "calculate | total | Cộng | calculation=${score} + 1",
        "decimal | half | Một nửa | read_only=yes | calculation=${score} div 2",
      ).map((sheet) =>
        sheet.name === "survey"
          ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => cell.replace("Dự-Học", "Du-Hoc"))) }
          : sheet,
      ),
    );
    expect(fields.map((field) => [field.key, field.kind])).toEqual([
      ["way", "choice"],
      ["done", "yesno"],
      ["ways", "choices"],
      ["how", "choice"],
      ["score", "integer"],
      ["ratio", "decimal"],
      ["day", "date"],
      ["photo", "files"],
      ["ok", "choice"],
      ["du_hoc", "integer"],
      ["people", "group"],
      ["total", "computed"],
      ["half", "computed"],
    ]);
    expect(fields[0]).toMatchObject({ above: "Phần một", hint: "Chọn một", label: "Cách nào" });
    expect(fields[3]).toMatchObject({ other: true });
    expect(fields[4]).toMatchObject({ min: 0, max: 10 });
    expect(fields[5]).toMatchObject({ min: 0.5, max: 2 });
    expect(fields[6]).toMatchObject({ notAfterToday: true });
    expect(fields[6]).not.toHaveProperty("constraint");
    expect(fields[8]).toMatchObject({ required: true, options: [{ value: "OK" }] });
    expect(fields[9]).toMatchObject({
      above: "Phần hai",
      relevant: "(${done} = 'yes') and (${score} > 5)",
    });
    expect(fields[10]).toMatchObject({ min: 3, max: 3, columns: [{ key: "name" }] });
  });

  it("puts headings and notes above the next question that is asked, and reads a year as one", () => {
    const [born, joined] = fieldsOf(
      survey(
        "begin_group | g | PHẦN I. LÝ LỊCH",
        "note | n1 | Ghi theo hồ sơ.",
        "calculate | now | Năm nay | calculation=2024",
        "integer | born | Sinh vào năm nào? | hint=Ví dụ: 1985 | dondoc_kind=year",
        "end_group",
        "integer | joined | Vào Đảng? | dondoc_kind=year | dondoc_min=1950",
      ),
    ).filter((field) => field.kind !== "computed");
    expect(born).toMatchObject({
      above: "PHẦN I. LÝ LỊCH\nGhi theo hồ sơ.",
      hint: "Ví dụ: 1985",
      min: 1900,
      max: 2100,
    });
    expect(joined).toMatchObject({ min: 1950, max: 2100 });
    expect(joined).not.toHaveProperty("above");
    for (const field of [born, joined]) expect(field && isYear(field)).toBe(true);
  });

  it("prefers Vietnamese, and takes another language where there is none", () => {
    const head = ["type", "name", "label::English (en)", "label", "label::Tiếng Việt (vi)"];
    const rows = [
      head,
      ["text", "a", "one", "một", "Một"],
      ["text", "b", "two", "hai", ""],
      ["text", "c", "three", "", ""],
    ];
    const titles = fieldsOf([{ name: "survey", rows }, settings]).map((field) => field.title);
    expect(titles).toEqual(["Một", "hai", "three"]);
  });

  it("reads defaults as other tools name them", () => {
    const fields = fieldsOf(
      survey(
        "select_one way | a | A? | default=online",
        "select_one yes_no | b | B? | default=no",
        "select_multiple way | c | C? | default=online in",
        "date | d | D? | default=today()",
        "integer | e | E? | default=${last-saved#e}",
        "integer | f | F?",
        "integer | g | G? | default=${e} + ${f}",
      ),
    );
    expect(fields.map((field) => field.default)).toEqual([
      { from: "constant", value: "Trực tuyến" },
      { from: "constant", value: "không" },
      { from: "constant", value: "2, 1" },
      { from: "constant", value: "hôm nay" },
      { from: "last" },
      undefined,
      { from: "sum", of: ["e", "f"] },
    ]);
  });

  it("straightens quotes that Excel has bent", () => {
    const [, field] = fieldsOf(survey("select_one yes_no | a | A?", "text | b | B? | relevant=${a} = ‘yes’"));
    expect(field).toMatchObject({ relevant: "${a} = 'yes'" });
  });

  it("names what it does not use", () => {
    const sheets = [
      ...survey("text | a | A? | ghi chú=x | required_message=Cần có"),
      { name: "Ghi chép", rows: [["x"]] },
    ];
    expect(importXlsForm(sheets)).toMatchObject({ ignored: ["ghi chú", "Ghi chép"] });
  });
});

describe("mistakes", () => {
  it.each<[string[], string]>([
    [["audio | a | A?"], "2 type: xls-type-refused"],
    [["geopoint | a | A?"], "2 type: xls-type-refused"],
    [["start | s |"], "2 type: xls-type-refused"],
    [["select_one_from_file x.csv | a | A?"], "2 type: xls-type-refused"],
    [["chu | a | A?"], "2 type: xls-type"],
    [["select_one | a | A?"], "2 type: xls-list-missing"],
    [["select_one cach | a | A?"], "2 type: xls-list-unknown"],
    [["select_multiple way or_other | a | A?"], "2 type: xls-other-several"],
    [["text | Họ tên | A?"], "2 name: xls-name"],
    [["text | review | A?"], "2 name: xls-name"],
    [["text | | A?"], "2 name: xls-cell-empty"],
    [["text | a |"], "2 label: xls-cell-empty"],
    [[" | a | A?"], "2 type: xls-cell-empty"],
    [["text | a | A?", "text | A | B?"], "3 name: xls-twice"],
    [["text | a | ${b} là gì?"], "2 label: xls-label-reference"],
    [["text | a | A? | required=có lẽ"], "2 required: xls-flag"],
    [["text | a | A? | relevant=${b} = 1"], "2 relevant: xls-name-unknown"],
    [["text | a | A? | relevant=${a} = 1"], "2 relevant: xls-rule-own"],
    [["text | a | A? | relevant=1 +"], "2 relevant: xls-rule"],
    [["text | a | A? | constraint=regex(., 'x')"], "2 constraint: xls-rule"],
    [["text | a | A? | relevant=${b} = 1", "text | b | B? | relevant=${a} = 1"], "2 relevant: xls-circle"],
    [["text | a | A? | default=${b}"], "2 default: xls-name-unknown"],
    [["text | a | A? | default=concat(${b}, 'x')"], "2 default: xls-default"],
    [["text | b | B?", "integer | a | A? | default=${b}"], "3 default: xls-name-number"],
    [
      ["integer | b | B? | dondoc_private=yes", "text | a | A? | relevant=${b} > 1"],
      "3 relevant: xls-name-private",
    ],
    [["text | a | A? | readonly=yes"], "2 readonly: xls-readonly"],
    [["text | a | A? | calculation=1 + 1"], "2 calculation: xls-calculation"],
    [["calculate | a | A?"], "2 -: xls-cell-empty"],
    [["range | a | A? | parameters=start=9 end=1"], "2 parameters: xls-parameters"],
    [["text | a | A? | choice_filter=x"], "2 choice_filter: xls-column-refused"],
    [["text | a | A? | bind::orx:max-pixels=9"], "2 bind::orx:max-pixels: xls-column-refused"],
    [["text | a | A? | dondoc_unit=đồng chí"], "2 dondoc_unit: xls-column-kind"],
    [["text | a | A? | dondoc_jump=3"], "2 dondoc_jump: xls-column-kind"],
    [["integer | a | A? | dondoc_jump=x"], "2 dondoc_jump: xls-number"],
    [["integer | a | A? | dondoc_min=9 | dondoc_max=3"], "2 dondoc_min: xls-crossed"],
    [["integer | a | A? | dondoc_not_more_than=b"], "2 dondoc_not_more_than: xls-name-unknown"],
    [["integer | a | A? | dondoc_kind=percent"], "2 dondoc_kind: xls-kind"],
    [["integer | a | A? | dondoc_units=x"], "1 dondoc_units: xls-column-unknown"],
    [["text | a | A?", "note | n | Hết"], "3 label: xls-note-last"],
    [["note | n | Lời dẫn | relevant=1 = 1", "text | a | A?"], "2 relevant: xls-note-rule"],
    [["begin_repeat | g | G?", "text | a | A?"], "2 type: xls-open"],
    [["text | a | A?", "end_group | |"], "3 type: xls-end"],
    [["begin_repeat | g | G?", "end_repeat | |", "text | a | A?"], "2 type: xls-group-empty"],
    [["begin_repeat | g | G?", "image | a | A?", "end_repeat | |"], "3 type: xls-in-group-type"],
    [
      ["begin_repeat | g | G?", "text | a | A? | relevant=1 = 1", "end_repeat | |"],
      "3 relevant: xls-in-group-column",
    ],
    [
      ["begin_repeat | g | G? | dondoc_unique=b", "text | a | A?", "end_repeat | |"],
      "2 dondoc_unique: xls-name-unknown",
    ],
  ])("%j", (rows, wanted) => {
    expect(faultsOf(survey(...rows))).toEqual([`survey ${wanted}`]);
  });

  it("stand in the other sheets too, and are told all at once, in order", () => {
    const sheets = survey("chu | a | A?", "text | b |");
    const broken = [
      ...sheets.slice(0, 1),
      {
        name: "choices",
        rows: [
          ["list_name", "name", "label"],
          ["way", "in", ""],
          ["", "x", "X"],
          ["way", "in", "Khác"],
        ],
      },
      {
        name: "settings",
        rows: [
          ["form_title", "form_id"],
          ["", "mẫu 1"],
        ],
      },
    ];
    expect(faultsOf(broken)).toEqual([
      "survey 2 type: xls-type",
      "survey 3 label: xls-cell-empty",
      "choices 2 label: xls-cell-empty",
      "choices 3 list_name: xls-cell-empty",
      "settings 2 form_title: xls-no-title",
      "settings 2 form_id: xls-form-id",
    ]);
  });

  it("may be that a sheet or a column is missing", () => {
    expect(faultsOf([settings])).toEqual(["survey 1 -: xls-no-survey"]);
    expect(faultsOf([{ name: "survey", rows: [["type", "label"]] }, settings])).toEqual([
      "survey 1 -: xls-column-missing",
    ]);
    expect(faultsOf([{ name: "survey", rows: [["type", "name", "label"]] }, settings])).toEqual([
      "survey 1 -: xls-no-questions",
    ]);
    expect(faultsOf([...survey("text | a | A?"), { name: "entities", rows: [["x"]] }])).toEqual([
      "entities 1 -: xls-sheet-refused",
    ]);
  });

  it("are bounded", () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => `chu | a${i} | A?`);
    expect(faultsOf(survey(...rows))).toHaveLength(MOST_FAULTS);
    expect(faultsOf(survey(...rows.map((row) => row.replace("chu", "text"))))).toEqual([
      "survey 1 -: xls-too-many",
    ]);
  });
});

describe("whatever stands in the cells", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "type",
      "name",
      "label",
      "text",
      "select_one way",
      "begin_repeat",
      "end_repeat",
      "${a}",
      "1",
      "yes",
      "",
    ),
    anything(20),
  );

  it("is read or refused, never a bug", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const read = importXlsForm([{ name: "survey", rows }, choices, settings]);
        if ("faults" in read) expect(read.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it("as one cell of a good form too, and the mistake is told where it is", () => {
    fc.assert(
      fc.property(anyForm, fc.nat(), fc.nat(), cell, (form, row, column, text) => {
        const sheets = exportXlsForm(form, { id: "mau", version: "1" });
        const rows = sheets[0]?.rows.map((cells) => [...cells]) ?? [];
        const at = 1 + (row % Math.max(1, rows.length - 1));
        const cells = rows[at];
        if (cells) cells[column % cells.length] = text;
        const changed = [{ name: "survey", rows }, ...sheets.slice(1)];
        const read = importXlsForm(changed);
        if ("faults" in read)
          for (const fault of read.faults) {
            const sheet = changed.find((one) => one.name === fault.sheet);
            expect(fault.row).toBeLessThanOrEqual(sheet?.rows.length ?? 0);
            expect(fault.problem.code).not.toBe("xls-form");
          }
      }),
      { numRuns: 150 },
    );
  });
});
