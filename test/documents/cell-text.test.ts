import { expect, it } from "vitest";
import { letterOf } from "../../src/documents/write/workbook/book.ts";
import { cellText, LONGEST_CELL } from "../../src/documents/write/workbook/cell-text.ts";
import { clean } from "../../src/documents/write/xml-text.ts";

it("a cell holds what Excel allows, and says that something was cut off", () => {
  expect(cellText("a".repeat(LONGEST_CELL), "[…]")).toHaveLength(LONGEST_CELL);
  const cut = cellText("đ".repeat(40_000), "[…]");
  expect(cut.length).toBeLessThanOrEqual(LONGEST_CELL);
  expect(cut.endsWith("đ […]")).toBe(true);
  const halves = cellText(`${"x".repeat(LONGEST_CELL - 6)}😀😀😀😀`, "[…]");
  expect(Buffer.from(halves).toString()).toBe(halves);
});

it("what XML refuses, and what Excel would read as another letter, is told otherwise", () => {
  expect(clean("a\u0000b\u001fc\r\nd\ud800")).toBe("a b c\nd�");
  expect(clean("Hòa".normalize("NFD"))).toBe("Hòa".normalize("NFC"));
  expect(cellText("_x0041_ =1+1", "")).toBe("_x005F_x0041_ =1+1");
});

it("columns have their letters", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
