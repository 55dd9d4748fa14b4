import { describe, expect, it, test } from "vitest";
import { type Field, type IntegerField, isYear } from "../../../src/domain/form/form.ts";
import { readInteger } from "../../../src/domain/form/read/integer.ts";
import { studyForm } from "../../../src/domain/form/ready/study.ts";
import { shareText, valueText } from "../../../src/domain/form/values.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { createWords } from "../../../src/i18n.ts";
import { called, file, held, papers, way, wishes } from "./support.ts";

describe("a value on a card", () => {
  test.each([
    [held, ["2024-04-02", "2024-12-23"], "2/4/2024, 23/12/2024"],
    [called, 1234, "1.234"],
    [called, 1_000_000, "1.000.000"],
    [called, 0, "0"],
    [way, "both", "Trực tiếp kết hợp trực tuyến"],
    [way, "Tự học", "Tự học"],
    [papers, [file(1), file(2)], "2 tệp"],
    [wishes, "Không", "Không"],
    [wishes, null, "–"],
    [called, null, "–"],
    [papers, null, "–"],
    [called, "47", "–"],
  ])("%o %j reads %s", (field, value, words) => expect(valueText(field, value)).toBe(words));
});

describe("a year", () => {
  const asked = (label: string, more: object = {}): Field => ({
    ...{ kind: "integer", key: "y", title: label, label, required: true },
    ...more,
  });
  test.each([
    [asked("Thành lập", { min: 1930, max: 2030 }), "1985"],
    [asked("Năm sinh"), "1985"],
    [asked("Sinh năm"), "1985"],
    [asked("Năm"), "1985"],
    [asked("Số năm công tác"), "1.985"],
    [asked("Năm nay kết nạp"), "1.985"],
    [asked("Năm kinh phí", { unit: "triệu đồng" }), "1.985"],
    [asked("Lượt người", { min: 0, max: 2000 }), "1.985"],
    [asked("Lượt người", { min: 1900 }), "1.985"],
  ])("%o is written %s", (field, words) => {
    expect(valueText(field, 1985)).toBe(words);
    expect(isYear(field)).toBe(words === "1985");
  });

  it("has no dot in what is said of a wrong one either", () => {
    const field = asked("Năm sinh", { min: 1930, max: 2010 }) as IntegerField;
    const said = (typed: string) =>
      createWords("Asia/Ho_Chi_Minh", "vi")("vi").problem(readInteger(field, typed) as Problem);
    expect(said("85")).toBe("Năm sinh: ít nhất là 1930.");
    expect(said("2024")).toBe("Năm sinh: nhiều nhất là 2010. Đồng chí kiểm tra lại con số.");
    expect(said("con trâu")).toBe("Năm sinh: cần năm bằng bốn chữ số, ví dụ 1985.");
    expect(readInteger(field, "1985")).toBe(1985);
  });
});

describe("a share", () => {
  test.each([
    [45, 47, "95,7%"],
    [1, 2, "50,0%"],
    [47, 47, "100%"],
    [0, 47, "0%"],
    [1, 5000, "0,1%"],
    [1999, 2000, "99,9%"],
    [5001, 5000, "100,1%"],
    [3, 2, "150,0%"],
    [0, 0, "–"],
    [5, 0, "–"],
  ])("%d of %d is %s", (part, whole, words) => expect(shareText(part, whole)).toBe(words));
});

describe("the ready form", () => {
  it("speaks as the board does, shortly", () => {
    for (const field of studyForm.fields) {
      const words = [field.title, field.hint, field.label].join(" ");
      expect(words).not.toMatch(/vui lòng|(?<!\p{L})bạn|nhé|!|tôi|mình/iu);
      expect(field.title.length).toBeLessThanOrEqual(60);
      expect(field.hint?.length).toBeLessThanOrEqual(100);
    }
  });
});
