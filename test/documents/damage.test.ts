/** Damage at random: whatever happens to a file, it is read or refused with a word, and soon. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { Problem } from "../../src/domain/problem.ts";
import { makeDoc } from "./old-word.ts";
import { makePdf } from "./pdf-by-hand.ts";
import { makeDocx, makeXlsx, p } from "./zip.ts";

const paragraph = `<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Báo cáo</w:t></w:r></w:p>`;
const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("a")}</w:tc></w:tr></w:tbl>`;
const row = '<row r="1"><c r="A1"><v>17</v></c><c r="B1" t="inlineStr"><is><t>Chi bộ</t></is></c></row>';
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

/** A few bytes of `bytes` overwritten with what a parser trips over. */
const damaged = (bytes: Uint8Array) => {
  const hit = fc.tuple(
    fc.nat(bytes.length - 1),
    fc.constantFrom(...Buffer.from('<>/"0 9[](\xff\0', "latin1")),
  );
  return fc.array(hit, { minLength: 1, maxLength: 12 }).map((hits) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of hits) copy[at] = byte;
    return copy;
  });
};

test.each([
  ["a.pdf", damaged(makePdf([[[72, 700, "Bao cao ket qua truoc ngay 25/4/2024"]]], "70 60 m 400 60 l S"))],
  ["a.doc", damaged(makeDoc("Báo cáo kết quả\rtrước ngày 25/4/2024\r"))],
  ["a.docx", damaged(makeDocx(paragraph))],
  ["b.docx", damaged(Buffer.from(paragraph + table)).map((body) => makeDocx(text(body)))],
  ["a.xlsx", damaged(Buffer.from(row)).map((rows) => makeXlsx(text(rows)))],
])("%s", async (name, files) => {
  await fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      const outcome = await readDocument(bytes, name).catch((error: unknown) => error);
      expect(outcome instanceof Problem || typeof (outcome as { text: unknown }).text === "string").toBe(
        true,
      );
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["marks.txt", Buffer.from(`a${"\u0301\u0323".repeat(300_000)}`)],
  ["spaces.txt", Buffer.from(`a${" ".repeat(1_000_000)}b`)],
  ["spaces.docx", makeDocx(p(`a${" ".repeat(1_000_000)}b`))],
  ["tabs.docx", makeDocx(`<w:p>${"<w:r><w:tab/></w:r>".repeat(20_000)}<w:r><w:t>a</w:t></w:r></w:p>`)],
  ["brackets.docx", makeDocx("<".repeat(1_000_000))],
])("%s: time grows with length, not with its square", async (name, bytes) => {
  const start = performance.now();
  await readDocument(bytes, name).catch(() => null);
  expect(performance.now() - start).toBeLessThan(5_000);
});
