import { describe, expect, it, test } from "vitest";
import { studyForm } from "../../../src/domain/form/ready/study.ts";
import { shareText, valueText } from "../../../src/domain/form/values.ts";
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
