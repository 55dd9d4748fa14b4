/**
 * A document of a Party body as Word: letterhead, type, subject, body, signature, recipients. The library is heavy and
 * seldom wanted, so it is loaded with the first document.
 */
import type { ParagraphChild, Paragraph as ParagraphOf, Table as TableOf } from "docx";
import { partyStyle as style } from "./party-style.ts";

export type Block =
  /** "I- …", "1. …": bold. */
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** Full borders; the first row is repeated on each page, and no row is split. */
  | { kind: "table"; rows: readonly (readonly string[])[] };

export interface PartyDocument {
  /** The body above, in full; empty where it is not known. */
  superior: string;
  issuer: string;
  /** Left blank behind "Số"; what follows it: "BC", "CB". */
  numberOf: { type: string; body: string };
  place: string;
  /** ISO day written beside the place. */
  day: string;
  typeName: string;
  subject: string;
  body: readonly Block[];
  signature: { inTheNameOf: string; title: string; name: string };
  /** Without the dash and the sign behind. */
  recipients: readonly string[];
}

const mm = (length: number) => Math.round((length * 1440) / 25.4);
const half = (points: number) => points * 2;
const pt = (points: number) => points * 20;

export async function writePartyDocx(document: PartyDocument): Promise<Buffer> {
  const docx = await import("docx");
  const {
    AlignmentType,
    BorderStyle,
    LineRuleType,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = docx;
  const run = (text: string, size: number, looks: object = {}) =>
    new TextRun({ text, font: style.font, size: half(size), ...looks });
  const line = (children: ParagraphChild[], looks: object = {}) =>
    new Paragraph({ children, spacing: { after: 0 }, alignment: AlignmentType.CENTER, ...looks });
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const noBorders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  const beside = (widths: readonly number[], cells: readonly (readonly ParagraphOf[])[]) =>
    new Table({
      borders: noBorders,
      columnWidths: widths.map(mm),
      width: { size: mm(widths.reduce((a, b) => a + b)), type: WidthType.DXA },
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({
                borders: noBorders,
                margins: { left: 0, right: 0 },
                width: { size: mm(widths[i] ?? 0), type: WidthType.DXA },
                children: [...children],
              }),
          ),
        }),
      ],
    });

  const { size } = style;
  const [year = "", month = "", day = ""] = document.day.split("-").map((part) => String(Number(part)));
  const side = mm((style.head.rightMm - style.partyRuleMm) / 2);
  const rule = new Paragraph({
    children: [],
    spacing: { after: pt(6), line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
  });
  const letterhead = beside(
    [style.head.leftMm, style.head.rightMm],
    [
      [
        ...(document.superior ? [line([run(document.superior.toLocaleUpperCase("vi"), size.superior)])] : []),
        line([run(document.issuer.toLocaleUpperCase("vi"), size.issuer, { bold: true })]),
        line([run(style.star, size.issuer)]),
        line([run(style.number(document.numberOf.type, document.numberOf.body), size.number)]),
      ],
      [
        line([run(style.party, size.party, { bold: true })]),
        rule,
        line([run(style.placeAndDay(document.place, day, month, year), size.place, { italics: true })]),
      ],
    ],
  );
  const paragraph = (text: string, looks: object = {}) =>
    new Paragraph({
      children: [run(text, size.body, looks)],
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(style.body.firstLineMm) },
      spacing: {
        line: pt(style.body.linePt),
        lineRule: LineRuleType.EXACT,
        before: 0,
        after: pt(style.body.betweenPt),
      },
    });
  const table = (rows: readonly (readonly string[])[]): TableOf => {
    const widths = widthsOf(rows, style.page.width - style.page.left - style.page.right);
    // Words from the left, numbers and headings in the middle.
    const aligned = (text: string, at: number) =>
      at > 0 && /\p{L}/u.test(text) ? { alignment: AlignmentType.LEFT } : {};
    return new Table({
      width: { size: mm(widths.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
      columnWidths: widths.map(mm),
      rows: rows.map(
        (cells, at) =>
          new TableRow({
            cantSplit: true,
            tableHeader: at === 0,
            children: cells.map(
              (text, column) =>
                new TableCell({
                  width: { size: mm(widths[column] ?? 0), type: WidthType.DXA },
                  margins: { left: mm(1.5), right: mm(1.5) },
                  children: [line([run(text, size.table, { bold: at === 0 })], aligned(text, at))],
                }),
            ),
          }),
      ),
    });
  };
  const body = document.body.flatMap((block) => {
    if (block.kind === "table") return [table(block.rows), new Paragraph({ spacing: { after: pt(6) } })];
    // What somebody wrote in several lines stays in several paragraphs.
    return block.text
      .split(/\n+/)
      .filter((text) => text.trim() !== "")
      .map((text) => paragraph(text.trim(), { bold: block.kind === "heading" }));
  });
  const empty = Array.from({ length: style.signatureLines }, () => line([run("", size.signature)]));
  const left = { alignment: AlignmentType.LEFT };
  const signature = beside(
    [style.head.leftMm, style.head.rightMm],
    [
      [
        line([run(style.recipients, size.recipientsLabel, { underline: {} })], left),
        ...document.recipients.map((one, at, all) =>
          line([run(`- ${one}${at === all.length - 1 ? "." : ","}`, size.recipients)], left),
        ),
      ],
      [
        line([run(document.signature.inTheNameOf, size.signature, { bold: true })]),
        line([run(document.signature.title.toLocaleUpperCase("vi"), size.signature)]),
        ...empty,
        line([run(document.signature.name, size.signature, { bold: true })]),
      ],
    ],
  );
  const { page } = style;
  const made = new docx.Document({
    creator: "",
    styles: {
      default: {
        document: { run: { font: style.font, size: half(size.body), language: { value: "vi-VN" } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: {
              top: mm(page.top),
              bottom: mm(page.bottom),
              left: mm(page.left),
              right: mm(page.right),
              header: mm(page.top / 2),
              footer: mm(page.bottom / 2),
            },
          },
        },
        headers: {
          first: new docx.Header({ children: [new Paragraph({})] }),
          default: new docx.Header({
            children: [
              line([
                new TextRun({
                  children: [docx.PageNumber.CURRENT],
                  font: style.font,
                  size: half(size.pageNumber),
                }),
              ]),
            ],
          }),
        },
        children: [
          letterhead,
          line([run(document.typeName, size.type, { bold: true })], {
            spacing: { before: pt(18), after: 0 },
          }),
          line([run(document.subject, size.subject, { bold: true })]),
          line([run(style.underSubject, size.subject)], { spacing: { after: pt(12) } }),
          ...body,
          new Paragraph({ spacing: { after: pt(6) } }),
          signature,
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(made);
}

/** Columns as wide as what stands in them asks for, in millimetres; together `whole`. */
function widthsOf(rows: readonly (readonly string[])[], whole: number): number[] {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const asked = Array.from({ length: columns }, (_, at) =>
    Math.min(36, Math.max(6, ...rows.map((cells) => cells[at]?.length ?? 0))),
  );
  const sum = asked.reduce((all, one) => all + one, 0);
  return asked.map((one) => (one / sum) * whole);
}
