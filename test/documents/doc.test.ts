import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { convertDocx, noLibreOffice } from "./libre-office.ts";
import { makeDoc } from "./old-word.ts";
import { makePlanDocx } from "./plan-docx.ts";

test("paragraphs, quotation marks and dashes of an old .doc stay as typed", async () => {
  const bytes = makeDoc("KẾ HOẠCH\rHọc tập “Chuyên đề” 2024 – 2025\r");
  const text = "KẾ HOẠCH\nHọc tập “Chuyên đề” 2024 – 2025";
  expect(await readDocument(bytes, "ke-hoach.doc")).toMatchObject({
    kind: "doc",
    pages: null,
    pagesWithoutText: [],
    text,
  });
});

test.skipIf(noLibreOffice !== null)("an old .doc written by LibreOffice reads like its .docx", async () => {
  const docx = await makePlanDocx();
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  // Automatic numbers are not stored as text, and word-extractor does not count them.
  const unnumbered = (line: string) => line.replace(/^([IVX]+-|\d\.|-) (?=[^|]*$)(?!Ban|Lưu)/, "");
  const { text } = await readDocument(convertDocx(docx, "doc"), "ke-hoach.doc");
  expect(lines(text)).toEqual(lines((await readDocument(docx, "a.docx")).text).map(unnumbered));
});
