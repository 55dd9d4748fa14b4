/**
 * A text of the corpus as an office would lay it out: letterhead and signature in two columns, kind and title in
 * the middle, tables with borders, the rest justified, in a face like Times at 14 points.
 */
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

const font = "Liberation Serif";
const width = { size: 100, type: WidthType.PERCENTAGE };

/** Makes the .docx of a text. */
export async function makeOfficeDocx(text: string): Promise<Uint8Array> {
  const lines = text
    .normalize("NFC")
    .replace(/^﻿/, "")
    .split("\n")
    .map((line) => line.trimEnd());
  const { head, body, foot } = partLines(lines);
  const document = new Document({
    styles: { default: { document: { run: { font, size: 28 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } },
        children: [
          beside(letterhead(head)),
          new Paragraph(""),
          ...sayBody(body),
          new Paragraph(""),
          beside(signature(foot)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Columns = [string[], string[]];

/** Head: down to the first line of the text itself; foot: from "Nơi nhận" or the post of who signs. */
function partLines(lines: string[]): { head: string[]; body: string[]; foot: string[] } {
  const isStart = (line: string) =>
    /^(Kính gửi|KẾ HOẠCH|THÔNG BÁO|HƯỚNG DẪN|CHỈ THỊ|CÔNG ĐIỆN|CHƯƠNG TRÌNH|QUY)/u.test(line);
  const start = Math.max(1, lines.findIndex(isStart));
  const end = lines.findIndex((line, at) => at > start && /^(Nơi nhận|T\/M|TM\.|T\/L|K\/T|KT\.)/u.test(line));
  const to = end < 0 ? lines.length : end;
  return { head: lines.slice(0, start), body: lines.slice(start, to), foot: lines.slice(to) };
}

function letterhead(lines: readonly string[]): Columns {
  const parts = lines
    .filter((line) => line !== "")
    .flatMap((line) => line.split(/ {3,}/))
    .map((part) => part.trim());
  const isRight = (part: string) => /^(ĐẢNG CỘNG SẢN|CỘNG H|Độc lập)|, ngày .*\d{4}$/u.test(part);
  const right = parts.filter(isRight);
  const motto = right.some((part) => /^(ĐẢNG CỘNG|CỘNG H)/u.test(part)) ? [] : ["ĐẢNG CỘNG SẢN VIỆT NAM"];
  return [parts.filter((part) => !isRight(part)), [...motto, ...right]];
}

function signature(lines: readonly string[]): Columns {
  const parts = lines.flatMap((line) => {
    const [left = "", right = ""] = line.split(/ {3,}/).map((part) => part.trim());
    return left === "" ? [right] : [left, right];
  });
  const isLeft = (part: string) => /^(Nơi nhận|- )/u.test(part);
  const right = parts.filter((part) => part !== "" && !isLeft(part));
  const name = right.pop() ?? "";
  return [parts.filter(isLeft), [...right, "", "", "", name]];
}

function beside([left, right]: Columns): Table {
  const cell = (lines: string[], size: number) =>
    new TableCell({
      width: { size, type: WidthType.PERCENTAGE },
      children: lines.map((line) => paragraph(line, { center: !line.startsWith("- "), size: 26 })),
    });
  return new Table({
    width,
    borders: TableBorders.NONE,
    rows: [new TableRow({ children: [cell(left, 45), cell(right, 55)] })],
  });
}

function sayBody(lines: readonly string[]): (Paragraph | Table)[] {
  const said: (Paragraph | Table)[] = [];
  let rows: string[][] = [];
  let isTitle = false;
  for (const line of [...lines, ""]) {
    if (line.startsWith("|")) {
      rows.push(
        line
          .replace(/^\||\|$/g, "")
          .split("|")
          .map((cell) => cell.trim()),
      );
      continue;
    }
    if (rows.length > 0) said.push(bordered(rows));
    rows = [];
    const isKind = /^[\p{Lu} ]{5,30}$/u.test(line);
    if (line === "") isTitle = false;
    else
      said.push(paragraph(line, { center: isKind || isTitle, bold: isKind, indented: !isKind && !isTitle }));
    if (isKind) isTitle = true;
  }
  return said;
}

function bordered(rows: readonly string[][]): Table {
  const cells = (row: string[]) =>
    row.map((text) => new TableCell({ children: [paragraph(text, { center: false, size: 26 })] }));
  return new Table({ width, rows: rows.map((row) => new TableRow({ children: cells(row) })) });
}

function paragraph(text: string, { center = false, bold = false, indented = false, size = 28 }) {
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { after: center ? 0 : 80 },
    ...(indented ? { indent: { firstLine: 720 } } : {}),
    children: [new TextRun({ text, bold, size, font })],
  });
}
