/** Pictures at the edges: no numbers, nobody, all nil, one of many, long and strange words. Each makes both files. */
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { writePartyDocx } from "../../src/documents/write/party-docx.ts";
import { summaryReport } from "../../src/documents/write/report/summary-report.ts";
import { summaryBook } from "../../src/documents/write/workbook/summary-book.ts";
import { writeBook } from "../../src/documents/write/workbook/write-book.ts";
import { emptyDesk, tick } from "../../src/domain/summary/desk.ts";
import { makePicture } from "../../src/domain/summary/make-picture.ts";
import { type Owed, usualRules } from "../../src/domain/summary/owed.ts";
import { createWords } from "../../src/i18n.ts";
import { asked, formOf, NOW, owedOf, study } from "../domain/summary/any-owed.ts";
import { cellsOf, throughLibreOffice } from "./libre-calc.ts";
import { noLibreOffice } from "./libre-office.ts";

const words = createWords("Asia/Ho_Chi_Minh", "vi")("vi");
const form = asked(study);
const told = asked(formOf({ key: "said", kind: "text", label: "Khó khăn", maxLength: 20_000, long: true }));
const strange = "Chi bộ <b>&amp;\"'=1+1</b> 😀 \u0007 [a]:*?/\\ & Co";
const many = (count: number, make: (i: number) => Owed) =>
  Array.from({ length: count }, (_, i) => make(i + 1));
const lists = asked(
  formOf(
    ...["Trả lời", "trả lời", strange, "Một danh sách có tên dài hơn ba mươi mốt chữ cái"].map(
      (label, i) => ({
        ...{ key: `g${i}`, kind: "group", label, max: 3 },
        columns: [{ key: "a", kind: "text", title: "A", label: "A", required: true, maxLength: 50 }],
      }),
    ),
  ),
);

const edges: Record<string, Owed[]> = {
  "nobody owes anything": [],
  "no form at all": many(3, (id) => ({ ...owedOf({ id, form, answers: null }), asks: null })),
  "a form without numbers": many(3, (id) => owedOf({ id, form: told, answers: { said: "Thiếu tài liệu" } })),
  "one report of 45": many(45, (id) =>
    owedOf({ id, form, answers: id === 7 ? { called: 9, present: 8 } : null }),
  ),
  "all nil": many(5, (id) => owedOf({ id, form, answers: {}, nil: true })),
  "all waived": many(5, (id) => owedOf({ id, form, answers: null, waived: true })),
  "a narrative of 40,000 letters in one sentence": [
    owedOf({ id: 1, form: told, answers: { said: "dài ".repeat(10_000) } }),
  ],
  "strange names and words": many(3, (id) =>
    owedOf({
      id,
      form,
      name: strange,
      kind: strange,
      answers: { called: id, said: strange, how: strange, people: [{ name: strange }] },
    }),
  ),
  "lists with alike names": many(2, (id) =>
    owedOf({
      id,
      form: lists,
      answers: { g0: [{ a: "x" }], g1: [{ a: "y" }], g2: [{ a: "z" }], g3: [{ a: "=1" }] },
    }),
  ),
};

describe.each(Object.entries(edges))("%s", (_, owed) => {
  const picture = makePicture({ plans: [], owed }, usualRules, NOW);
  let desk = emptyDesk;
  for (const one of picture.headings.flatMap((heading) => heading.passages))
    desk = tick(desk, "said", one.id);
  const title = `${strange} & `.repeat(8);
  const book = summaryBook(
    { picture, desk, title, board: strange, frozen: null, late: [], urging: [] },
    words,
  );

  it("makes a workbook whose names Excel takes", async () => {
    const names = book.sheets.map((one) => one.name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    const cells = await cellsOf(await writeBook(book));
    expect(cells.get("Trả lời")?.[0]?.[2]).toBe("Đơn vị");
  });

  it("makes a report", async () => {
    const document = summaryReport(
      {
        ...{ picture, desk, day: "2026-04-20", signing: "collective", internal: [] },
        naming: {
          title,
          cited: [],
          subject: strange,
          board: { name: strange, symbol: "B" },
          superior: "",
          place: strange,
        },
        ...{ signer: { of: "Ban Thường vụ", title: "Bí thư", name: strange }, recipients: [strange] },
      },
      words,
    );
    const { text } = await readDocument(new Uint8Array(await writePartyDocx(document)), "bao-cao.docx");
    expect(text).toMatch(/V- ĐỀ XUẤT, KIẾN NGHỊ\s+\[…\]/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.skipIf(noLibreOffice)(
    "opens in LibreOffice",
    async () => {
      const cells = await cellsOf(throughLibreOffice(await writeBook(book), "tong-hop.xlsx", "xlsx"));
      expect([...cells.keys()]).toEqual(book.sheets.map((one) => one.name));
      expect(JSON.stringify([...cells])).not.toMatch(/#(?:REF|NAME|VALUE|DIV|N\/A)|Err:/);
    },
    60_000,
  );
});
