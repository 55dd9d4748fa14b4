import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { IntegerField } from "../../../src/domain/form/form.ts";
import { readInteger } from "../../../src/domain/form/read/integer.ts";
import { numberText } from "../../../src/domain/form/values.ts";
import { Problem } from "../../../src/domain/problem.ts";
import { told } from "./support.ts";

const field: IntegerField = { key: "n", kind: "integer", title: "?", label: "Dự học", required: true };
const read = (typed: string, more: Partial<IntegerField> = {}) =>
  told(readInteger({ ...field, ...more }, typed));

describe("a number as it is typed", () => {
  test.each([
    ["45", 45],
    [" 45 ", 45],
    ["45.", 45],
    ["45 đ/c", 45],
    ["45đ/c", 45],
    ["45 đc", 45],
    ["45 d/c", 45],
    ["45 đồng chí", 45],
    ["45 đồng chí".normalize("NFD"), 45],
    ["45 ĐỒNG CHÍ", 45],
    ["45 dong chi a", 45],
    ["Dạ 45 đồng chí ạ.", 45],
    ["có 45 đảng viên", 45],
    ["45 người", 45],
    ["1.234", 1234],
    ["1 234", 1234],
    ["1\u00a0234 đ/c", 1234],
    ["１２", 12],
    ["1.000.000", 1_000_000],
    ["0", 0],
    ["007", 7],
    ["không", 0],
    ["Không ạ", 0],
    ["khong", 0],
    ["ko", 0],
    ["k có", 0],
    ["không có", 0],
    ["không có ai", 0],
    ["không có đồng chí nào", 0],
  ])("%j is %d", (typed, value) => expect(read(typed)).toBe(value));

  test.each([
    ["bốn mươi lăm", "number-expected"],
    ["45/50", "number-which"],
    ["45-50", "number-expected"],
    ["45 50", "number-expected"],
    ["45, 50", "number-expected"],
    ["45,5", "number-expected"],
    ["45.5", "number-expected"],
    ["0.125", "number-expected"],
    ["1,234", "number-expected"],
    ["1.234 567", "number-expected"],
    ["12.34", "number-expected"],
    ["45%", "number-expected"],
    ["khoảng 45", "number-expected"],
    ["45 đ/c, vắng 2", "number-expected"],
    ["45 con gà", "number-expected"],
    ["chưa có", "number-expected"],
    ["", "number-expected"],
    ["👍", "number-expected"],
    ["-5", "number-negative"],
    ["−5 đồng chí", "number-negative"],
    ["1.000.001", "number-too-large"],
    ["9".repeat(40), "number-too-large"],
  ])("%j is refused: %s", (typed, code) => expect(read(typed)).toBe(code));

  it("knows the field's own unit and no other", () => {
    expect(read("3 chi bộ", { unit: "chi bộ" })).toBe(3);
    expect(read("3 chi bộ")).toBe("number-expected");
    expect(read("3 (lần)", { unit: "(lần)" })).toBe(3);
  });

  it("keeps the field's bounds, zero and no included", () => {
    expect(read("5", { max: 5 })).toBe(5);
    expect(readInteger({ ...field, max: 5 }, "6")).toEqual(
      new Problem("number-too-large", { label: "Dự học", max: 5 }),
    );
    expect(readInteger({ ...field, min: 1 }, "không")).toEqual(
      new Problem("number-too-small", { label: "Dự học", min: 1 }),
    );
    expect(read("không", { required: false })).toBe(0);
  });

  it("reads every number in every notation it writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom("", " đ/c", " đồng chí"),
        (n, unit) => {
          expect(read(`${n}${unit}`)).toBe(n);
          expect(read(`${numberText(n)}${unit}`)).toBe(n);
          expect(read(`${numberText(n).replaceAll(".", " ")}${unit}`)).toBe(n);
        },
      ),
    );
  });
});
