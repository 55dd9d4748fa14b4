/** How a question sums up, as a file of Excel says it, and every mistake in that with its cell. */
import { describe, expect, it } from "vitest";
import type { Form } from "../../../../src/domain/form/form.ts";
import { parseForm } from "../../../../src/domain/form/parse-form.ts";
import { readyForms } from "../../../../src/domain/form/ready/ready-forms.ts";
import { importXlsForm } from "../../../../src/domain/form/xlsform/import.ts";

const columns = [
  ...["type", "name", "label", "dondoc_kind", "dondoc_unit", "dondoc_not_more_than", "dondoc_private"],
  ...["dondoc_total", "dondoc_together", "dondoc_sentence"],
];
const read = (...rows: Record<string, string>[]) =>
  importXlsForm([
    { name: "survey", rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))] },
    { name: "settings", rows: [["form_title"], ["Báo cáo"]] },
  ]);
const called = { type: "integer", name: "Trieu-Tap", label: "Triệu tập?", dondoc_unit: "đồng chí" };
const present = { type: "integer", name: "du_hoc", label: "Dự học?", dondoc_not_more_than: "trieu_tap" };

describe("the columns of summing up", () => {
  it("are read, names in sentences as keys", () => {
    const found = read(called, {
      ...{ ...present, dondoc_total: "SUM", dondoc_together: "Tổng số người dự" },
      dondoc_sentence: "Có ${du_hoc} dự học trên ${Trieu-Tap}, đạt ${ du_hoc % }.",
    });
    expect("form" in found && found.form.fields[1]).toMatchObject({
      total: "sum",
      together: "Tổng số người dự",
      sentence: "Có ${du_hoc} dự học trên ${trieu_tap}, đạt ${du_hoc%}.",
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ["a word that is none", { ...present, dondoc_total: "cộng" }, "dondoc_total: xls-total"],
    [
      "a sum of words",
      { type: "text", name: "x", label: "X?", dondoc_total: "sum" },
      "dondoc_total: xls-total-fault kind",
    ],
    [
      "a mean of shares",
      { type: "decimal", name: "x", label: "X?", dondoc_kind: "percent", dondoc_total: "mean" },
      "dondoc_total: xls-total-fault share",
    ],
    [
      "a sum of a share by its unit",
      { type: "decimal", name: "x", label: "X?", dondoc_unit: "%", dondoc_total: "sum" },
      "dondoc_total: xls-total-fault share",
    ],
    [
      "a total of what is not added",
      { ...present, dondoc_total: "none", dondoc_together: "Tổng" },
      "dondoc_together: xls-total-fault together",
    ],
    [
      "a total of what is private",
      { type: "integer", name: "x", label: "X?", dondoc_private: "yes", dondoc_together: "Tổng" },
      "dondoc_together: xls-total-fault together",
    ],
    [
      "a sentence about nobody",
      { ...present, dondoc_sentence: "Có ${ai} dự." },
      "dondoc_sentence: xls-sentence",
    ],
    [
      "a sentence without a figure",
      { ...present, dondoc_sentence: "Đã học." },
      "dondoc_sentence: xls-sentence",
    ],
    [
      "a share of nothing",
      { ...called, name: "y", dondoc_sentence: "Đạt ${y%}." },
      "dondoc_sentence: xls-sentence",
    ],
    [
      "a name that is not closed",
      { ...present, dondoc_sentence: "Có ${du_hoc dự." },
      "dondoc_sentence: xls-sentence",
    ],
    [
      "a sentence for words",
      { type: "text", name: "x", label: "X?", dondoc_sentence: "${x}" },
      "dondoc_sentence: xls-column-kind",
    ],
  ])("%s is told at its cell", (_, row, fault) => {
    const found = read(called, row);
    const told =
      "faults" in found
        ? found.faults.map(
            ({ column, problem }) =>
              `${column?.heading}: ${problem.code}${problem.vars.fault ? ` ${problem.vars.fault}` : ""}`,
          )
        : [];
    expect(told).toContain(fault);
  });

  it("a part of a part is not counted twice", () => {
    const together = { dondoc_together: "Tổng" };
    const found = read({ ...called, ...together }, { ...present, ...together });
    expect("faults" in found && found.faults.map((one) => one.problem.vars)).toEqual([{ fault: "part" }]);
  });

  it("a sentence may not name what is private", () => {
    const found = read(
      { ...called, dondoc_private: "yes" },
      { type: "integer", name: "x", label: "X?", dondoc_sentence: "${x} của ${trieu_tap}" },
    );
    expect("faults" in found && found.faults.map((one) => one.problem.code)).toEqual(["xls-sentence"]);
  });
});

describe("the engine's own check", () => {
  const form = (field: object) => () =>
    parseForm({
      title: "F",
      nil: false,
      fields: [{ kind: "integer", key: "a", title: "A?", label: "A", required: true, ...field }],
    });
  it.each([
    [{ total: "all" }, /total/],
    [{ kind: "percent", total: "sum" }, /shares/],
    [{ kind: "date", total: "sum" }, /only numbers/],
    [{ sentence: "${b}" }, /sentence/],
    [{ together: "T", total: "mean" }, /declared total/],
  ])("%o is refused", (field, why) => expect(form(field)).toThrow(why));
});

describe("the form Học tập nghị quyết", () => {
  it("keeps the rules of every form, and measures attendance by all members", () => {
    const found = readyForms.find((one) => one.key === "resolution")?.form as Form;
    const form = parseForm(JSON.parse(JSON.stringify(found)));
    const present_ = form.fields.find((one) => one.key === "present");
    expect(present_).toMatchObject({ notMoreThan: "members", unit: "đảng viên" });
    const together = form.fields.filter((one) => one.together).map((one) => one.key);
    expect(together).toEqual(["present", "guests"]);
    expect(form.fields.some((one) => one.key === "committed")).toBe(false);
    expect(
      readyForms.find((one) => one.key === "study")?.form.fields.some((one) => one.key === "committed"),
    ).toBe(true);
  });
});
