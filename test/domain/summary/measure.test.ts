import { describe, expect, it } from "vitest";
import type { Field } from "../../../src/domain/form/form.ts";
import { makePicture } from "../../../src/domain/summary/make-picture.ts";
import { measureOf, wayOf } from "../../../src/domain/summary/measure.ts";
import { usualRules } from "../../../src/domain/summary/owed.ts";
import { asked, formOf, NOW, owedOf } from "./any-owed.ts";

const wayOfOnly = (...fields: object[]) => {
  const form = formOf(...fields);
  return wayOf(form, form.fields.at(-1) as Field);
};
const integer = { key: "n", kind: "integer" };

describe("how a number sums up", () => {
  it.each([
    ["a count", { ...integer, label: "Dự học", unit: "đồng chí" }, "sum"],
    ["a count without a unit of measure", { ...integer, label: "Số cuộc kiểm tra" }, "sum"],
    ["a year", { ...integer, label: "Năm sinh" }, "none"],
    ["a year by its bounds", { ...integer, label: "Thành lập", min: 1900, max: 2100 }, "none"],
    ["a code", { ...integer, label: "Mã đơn vị" }, "none"],
    ["a document's number", { ...integer, label: "Số công văn" }, "none"],
    ["a place in a list", { ...integer, label: "Xếp thứ" }, "none"],
    ["what there is", { ...integer, label: "Đảng viên hiện có", unit: "đảng viên" }, "last"],
    ["all members", { ...integer, label: "Tổng số đảng viên", unit: "đảng viên" }, "last"],
    ["all members who came", { ...integer, label: "Tổng số đảng viên dự học", unit: "đảng viên" }, "sum"],
    [
      "what has come together until now",
      { ...integer, label: "Số lớp", title: "Từ đầu năm đến nay mở mấy lớp?" },
      "last",
    ],
    ["an average as a number", { ...integer, label: "Tuổi bình quân" }, "none"],
    ["a share typed as a number", { ...integer, label: "Đạt", unit: "%" }, "none"],
    ["a share by its name", { ...integer, label: "Tỷ lệ dự" }, "none"],
    ["an amount", { key: "n", kind: "decimal", label: "Kinh phí", unit: "triệu đồng" }, "sum"],
    ["an amount of nothing said", { key: "n", kind: "decimal", label: "Kết quả" }, "none"],
    ["points", { key: "n", kind: "decimal", label: "Điểm", unit: "điểm" }, "none"],
    ["a share", { key: "n", kind: "percent" }, "none"],
    ["what the form says", { ...integer, label: "Năm sinh", total: "mean" }, "mean"],
  ] as const)("%s", (_, field, way) => {
    expect(wayOfOnly(field)).toBe(way);
  });

  const parts = [
    { key: "a", kind: "integer", label: "Gọi", unit: "đảng viên" },
    { key: "b", kind: "integer", label: "Dự", unit: "đảng viên" },
    { key: "y", kind: "integer", label: "Năm sinh" },
    {
      key: "g",
      kind: "group",
      max: 5,
      columns: [{ key: "c", kind: "text", title: "T", label: "T", required: true, maxLength: 9 }],
    },
  ];
  it.each([
    ["${b} * 100 div ${a}", "%", "ratio"],
    ["${b} div ${a}", "cuộc/lớp", "ratio"],
    ["${a} - ${b}", "đảng viên", "sum"],
    ["max(${a}, ${b})", "đảng viên", "sum"],
    ["2 * ${a} + ${b}", undefined, "sum"],
    ["${a} + 1", undefined, "none"],
    ["${a} * ${b}", undefined, "none"],
    ["2024 - ${y}", "tuổi", "none"],
    ["${a} * 2", "%", "none"],
    ["7 div 3", undefined, "none"],
    ["count(${g})", "người", "sum"],
    ["if(${a} > 10, ${a}, 0)", undefined, "none"],
  ])("what is worked out as %s (%s): %s", (formula, unit, way) => {
    expect(wayOfOnly(...parts, { key: "n", kind: "computed", formula, unit })).toBe(way);
  });
});

describe("what a number counts", () => {
  const idOf = (field: object, kind = "Chi bộ") => {
    const form = formOf({ ...integer, ...field });
    return measureOf(form, form.fields[0] as Field, kind)?.id;
  };

  it("is the same for the same unit of measure, however it is spelt", () => {
    const spelt = idOf({ unit: "Đồng  chí", label: "Dự" });
    expect(idOf({ unit: "đồng chí".normalize("NFD"), label: "Có mặt" })).toBe(spelt);
    expect(idOf({ unit: "lượt", label: "Dự" })).not.toBe(spelt);
  });

  it("is another with other words for other units, unless they name the same thing", () => {
    const words = { kinds: ["Đoàn"], label: "Đoàn viên dự" };
    const field = { label: "Đảng viên dự", unit: "đồng chí" };
    expect(idOf({ ...field, wording: [words] }, "Đoàn")).not.toBe(idOf({ ...field, wording: [words] }));
    const same = { ...field, wording: [{ ...words, unit: "đồng chí" }] };
    expect(idOf(same, "Đoàn")).toBe(idOf(same));
    const hint = { ...field, wording: [{ kinds: ["Đoàn"], hint: "Ví dụ: 3" }] };
    expect(idOf(hint, "Đoàn")).toBe(idOf(hint));
  });

  it("is judged by its words where the form names no unit of measure: người and lượt are never added", () => {
    expect(idOf({ label: "Số người nghe" })).not.toBe(idOf({ label: "Số lượt người nghe" }));
    expect(idOf({ label: "Số đảng viên" })).not.toBe(idOf({ label: "Số quần chúng" }));
  });

  it("two forms, a name: added where they count the same thing, apart where they don't", () => {
    const people = asked(formOf({ ...integer, label: "Dự", unit: "người" }), 1, 1);
    const turns = asked(formOf({ ...integer, label: "Dự", unit: "lượt" }), 1, 2);
    const more = asked(formOf({ ...integer, label: "Có mặt", unit: "người" }), 1, 3);
    const owed = [people, turns, more].map((form, i) =>
      owedOf({ id: i + 1, form, answers: { n: 10 }, occasion: { planId: i + 1, milestoneId: i + 1 } }),
    );
    const { figures, columns } = makePicture({ plans: [], owed }, usualRules, NOW);
    expect(columns.map((one) => one.key)).toEqual(["n"]);
    expect(figures.map((one) => [one.unit, one.value, one.answered])).toEqual([
      ["người", 20, 2],
      ["lượt", 10, 1],
    ]);
  });

  it("a question whose kind was changed in mid-plan is another question, the old one told with its version", () => {
    const before = asked(formOf({ key: "n", kind: "text", label: "Số lớp", maxLength: 50 }), 1);
    const after = asked(formOf({ ...integer, label: "Số lớp", unit: "lớp" }), 2);
    const owed = [
      owedOf({ id: 1, form: before, answers: { n: "hai lớp" } }),
      owedOf({ id: 2, form: after, answers: { n: 2 } }),
    ];
    const { columns, figures, rows } = makePicture({ plans: [], owed }, usualRules, NOW);
    expect(columns.map((one) => [one.kind, one.gone, one.versions])).toEqual([
      ["integer", false, [2]],
      ["text", true, [1]],
    ]);
    expect([figures[0]?.value, figures[0]?.answered, figures[0]?.asked]).toEqual([2, 1, 1]);
    expect(rows.map((row) => row.answers)).toEqual([
      [null, "hai lớp"],
      [2, null],
    ]);
  });

  it("once private in any version, it is in no picture", () => {
    const open = asked(formOf({ ...integer, label: "Ốm", unit: "người" }), 1);
    const hidden = asked(formOf({ ...integer, label: "Ốm", unit: "người", private: true }), 2);
    const owed = [
      owedOf({ id: 1, form: open, answers: { n: 777 } }),
      owedOf({ id: 2, form: hidden, answers: { n: 778 } }),
    ];
    const picture = makePicture({ plans: [], owed }, { ...usualRules, privateCounts: true }, NOW);
    expect(JSON.stringify(picture)).not.toMatch(/77[78]/);
    expect(picture.privates).toEqual([{ label: "Ốm", answered: 2 }]);
    const silent = makePicture({ plans: [], owed }, usualRules, NOW);
    expect(silent.privates).toEqual([{ label: "Ốm", answered: null }]);
  });
});
