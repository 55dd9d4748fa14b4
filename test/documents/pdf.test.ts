import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { convertDocx, noLibreOffice } from "./libre-office.ts";
import { makePdf } from "./pdf-by-hand.ts";
import { makePlanDocx } from "./plan-docx.ts";

const read = async (bytes: Uint8Array) => (await readDocument(bytes, "ke-hoach.pdf")).text;

test("lines are read from the top, broken sentences joined, words cut in two healed", async () => {
  const bytes = makePdf([
    [
      [72, 640, "Cac cap uy bao cao ket qua ve Ban Thuong vu Dang uy Khoi truoc ngay"],
      [72, 620, "25/4/2024 de tong hop, hoi nghi lien tich, tu tuong Mac-Le-"],
      [72, 600, "nin."],
      [72, 700, "KE HOACH"],
      [72, 680, "trien khai chuyen de"],
      [72, 580, "2. Ket thuc"],
    ],
  ]);
  expect(await readDocument(bytes, "ke-hoach.pdf")).toMatchObject({
    kind: "pdf",
    pages: 1,
    pagesWithoutText: [],
    text: "KE HOACH\ntrien khai chuyen de\nCac cap uy bao cao ket qua ve Ban Thuong vu Dang uy Khoi truoc ngay 25/4/2024 de tong hop, hoi nghi lien tich, tu tuong Mac-Lenin.\n2. Ket thuc",
  });
});

test("page numbers go, running lines are said once, a sentence runs over the page", async () => {
  const page = (number: string, line: string): [number, number, string][] => [
    [290, 800, number],
    [72, 780, "Dang uy Khoi cac co quan tinh"],
    [72, 700, line],
    [72, 40, "Luu hanh noi bo"],
  ];
  const bytes = makePdf([
    page("1", "Cac chi bo gui bao cao ve Ban Tuyen giao cham nhat den het"),
    page("- 2 -", "ngay 25/4/2024."),
    page("Trang 3/3", "Het."),
  ]);
  expect((await read(bytes)).split("\n")).toEqual([
    "Dang uy Khoi cac co quan tinh",
    "Cac chi bo gui bao cao ve Ban Tuyen giao cham nhat den het ngay 25/4/2024.",
    "Het.",
    "Luu hanh noi bo",
  ]);
});

test("pages without letters are named: their words, if any, are in a picture", async () => {
  const words: [number, number, string][] = [[72, 700, "Ke hoach trien khai chuyen de nam 2024"]];
  const { pagesWithoutText } = await readDocument(makePdf([[], words, [[290, 800, "3"]]]), "ke-hoach.pdf");
  expect(pagesWithoutText).toEqual([1, 3]);
});

test("blocks that stand side by side are read one after the other", async () => {
  const bytes = makePdf([
    [
      [72, 780, "TINH UY BINH AN"],
      [320, 780, "DANG CONG SAN VIET NAM"],
      [72, 760, "So 15-KH/DUK"],
      [320, 760, "Binh An, ngay 05 thang 3 nam 2024"],
      [72, 700, "Cac cap uy chi, dang bo co so to chuc trien khai hoc tap, quan triet chuyen de."],
      [72, 300, "Noi nhan:"],
      [320, 300, "T/M BAN THUONG VU"],
      [72, 284, "- Ban Tuyen giao,"],
      [320, 280, "PHO BI THU"],
      [72, 268, "- Luu VP."],
      [320, 220, "Le Thi Hoa"],
    ],
  ]);
  expect((await read(bytes)).split("\n")).toEqual([
    "TINH UY BINH AN",
    "So 15-KH/DUK",
    "DANG CONG SAN VIET NAM",
    "Binh An, ngay 05 thang 3 nam 2024",
    "Cac cap uy chi, dang bo co so to chuc trien khai hoc tap, quan triet chuyen de.",
    "Noi nhan:",
    "- Ban Tuyen giao,",
    "- Luu VP.",
    "T/M BAN THUONG VU",
    "PHO BI THU",
    "Le Thi Hoa",
  ]);
});

test("a table with borders keeps wrapped cells together, whether drawn as lines or as thin boxes", async () => {
  const columns = [70, 110, 300, 420];
  const rows = [700, 670, 630, 590];
  const lines = [
    ...rows.map((y) => `70 ${y} m 420 ${y} l S`),
    ...columns.map((x) => `${x} 590 m ${x} 700 l S`),
  ];
  const boxes = [...rows.map((y) => `70 ${y} 350 0.5 re f`), ...columns.map((x) => `${x} 590 0.5 110 re f`)];
  for (const drawing of [lines, boxes]) {
    const words: [number, number, string][] = [
      [75, 680, "TT"],
      [115, 680, "Noi dung"],
      [305, 680, "Thoi gian"],
      [75, 650, "1"],
      [115, 655, "To chuc hoi nghi hoc tap"],
      [115, 640, "chuyen de nam 2024"],
      [305, 650, "Truoc ngay"],
      [305, 636, "25/4/2024"],
      [75, 605, "2"],
      [115, 605, "Tong ket"],
      [305, 605, "Thang 12/2024"],
    ];
    expect((await read(makePdf([words], drawing.join("\n")))).split("\n")).toEqual([
      "TT | Noi dung | Thoi gian",
      "1 | To chuc hoi nghi hoc tap chuyen de nam 2024 | Truoc ngay 25/4/2024",
      "2 | Tong ket | Thang 12/2024",
    ]);
  }
});

test.skipIf(noLibreOffice !== null)(
  "a Vietnamese plan printed by LibreOffice reads like its .docx",
  async () => {
    const docx = await makePlanDocx();
    const words = (text: string) =>
      text
        .replace(/^[•-] /gm, "- ")
        .split(/\s+/u)
        .sort();
    const fromDocx = (await readDocument(docx, "a.docx")).text;
    const fromPdf = await read(convertDocx(docx, "pdf"));
    expect(words(fromPdf)).toEqual(words(fromDocx));
    const paragraphs = fromDocx.split("\n").filter((line) => line.length > 40);
    expect(fromPdf.split("\n")).toEqual(expect.arrayContaining(paragraphs));
  },
);
