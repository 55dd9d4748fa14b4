/**
 * A document of a Party body as Word: letterhead, type, subject, body, signature, recipients. The library is heavy and
 * seldom wanted, so it is loaded with the first document.
 */
import type { ParagraphChild, Paragraph as ParagraphOf, Table as TableOf } from "docx";
import { partyStyle as style } from "./party-style.ts";
import { clean } from "./xml-text.ts";

export type Block =
  /** "I- …", "1. …": bold. */
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** Full borders; the first row is repeated on each page, and no row is split. `total`: the last one is bold. */
  | { kind: "table"; rows: readonly (readonly string[])[]; total?: boolean };

/** Pages of their own behind the signature. */
export interface Appendix {
  title: string;
  subtitle: string;
  body: readonly Block[];
  landscape: boolean;
}

export interface PartyDocument {
  /** The body above, in full; empty where it is not known. */
  superior: string;
  issuer: string;
  /** Left blank behind "Số"; what follows it: "BC", "CB". */
  numberOf: { type: string; body: string };
  place: string;
  /** ISO day written beside the place. */
  day: string;
  /** Empty: a letter, whose subject stands beneath its number and which names whom it goes to. */
  typeName: string;
  subject: string;
  to?: readonly string[];
  body: readonly Block[];
  signature: { inTheNameOf: string; title: string; name: string };
  /** Without the dash and the sign behind. */
  recipients: readonly string[];
  appendices?: readonly Appendix[];
  /** In the properties of the file; marked as a draft there. */
  draft?: { title: string; author: string };
}

/** Blocks that stay with the signature: it never stands on a page alone. */
const KEPT = 3;
const TEXT_MM = style.page.width - style.page.left - style.page.right;
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
    new TextRun({ text: clean(text), font: style.font, size: half(size), ...looks });
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
  const isLetter = document.typeName === "";
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
        ...(isLetter ? [line([run(document.subject, style.letterSubject.size, { italics: true })])] : []),
      ],
      [
        line([run(style.party, size.party, { bold: true })]),
        rule,
        line([run(style.placeAndDay(document.place, day, month, year), size.place, { italics: true })]),
      ],
    ],
  );
  const paragraph = (text: string, looks: object = {}, more: object = {}) =>
    new Paragraph({
      ...more,
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
  const table = ({ rows, total }: Extract<Block, { kind: "table" }>, whole = TEXT_MM): TableOf => {
    const widths = widthsOf(rows, whole);
    const letters = widths.length > style.wideTable.columns ? style.wideTable.size : size.table;
    const isBold = (at: number) => at === 0 || (total === true && at === rows.length - 1);
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
                  children: [line([run(text, letters, { bold: isBold(at) })], aligned(text, at))],
                }),
            ),
          }),
      ),
    });
  };
  const written = (block: Block, whole?: number, keep = false) => {
    if (block.kind === "table") return [table(block, whole), new Paragraph({ spacing: { after: pt(6) } })];
    // What somebody wrote in several lines stays in several paragraphs.
    const paragraphs = block.text.split(/\n+/).filter((text) => text.trim() !== "");
    const isHeading = block.kind === "heading";
    return paragraphs.map((text) =>
      paragraph(text.trim(), { bold: isHeading }, { keepNext: isHeading || keep }),
    );
  };
  const body = document.body.flatMap((block, at, all) => written(block, undefined, at >= all.length - KEPT));
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
        ...(document.signature.title
          ? [line([run(document.signature.title.toLocaleUpperCase("vi"), size.signature)])]
          : []),
        ...empty,
        line([run(document.signature.name, size.signature, { bold: true })]),
      ],
    ],
  );
  const { page } = style;
  const heading = isLetter
    ? [
        ...(document.to ?? []).map((one, at) =>
          line([run(at === 0 ? `${style.letterTo} ${one}` : one, size.body)], {
            spacing: { before: at === 0 ? pt(18) : 0, after: pt(6) },
          }),
        ),
      ]
    : [
        line([run(document.typeName, size.type, { bold: true })], { spacing: { before: pt(18), after: 0 } }),
        line([run(document.subject, size.subject, { bold: true })]),
        line([run(style.underSubject, size.subject)], { spacing: { after: pt(12) } }),
      ];
  const numbered = new docx.Header({
    children: [
      line([
        new TextRun({ children: [docx.PageNumber.CURRENT], font: style.font, size: half(size.pageNumber) }),
      ]),
    ],
  });
  const sized = (landscape: boolean) => ({
    // The library turns width and height about by itself.
    size: {
      width: mm(page.width),
      height: mm(page.height),
      ...(landscape && { orientation: docx.PageOrientation.LANDSCAPE }),
    },
    margin: {
      top: mm(page.top),
      bottom: mm(page.bottom),
      left: mm(landscape ? page.bottom : page.left),
      right: mm(page.right),
      header: mm(page.top / 2),
      footer: mm(page.bottom / 2),
    },
  });
  const appendices = (document.appendices ?? []).map(({ title, subtitle, body: blocks, landscape }) => ({
    properties: { page: sized(landscape) },
    headers: { default: numbered },
    children: [
      line([run(title, size.type, { bold: true })]),
      line([run(subtitle, size.subject, { italics: true })], { spacing: { after: pt(12) } }),
      ...blocks.flatMap((block) =>
        written(block, landscape ? page.height - page.bottom - page.right : TEXT_MM),
      ),
    ],
  }));
  const { draft } = document;
  const made = new docx.Document({
    creator: draft?.author ?? "",
    ...(draft && { title: clean(`${style.draft}: ${draft.title}`), subject: style.draft }),
    styles: {
      default: {
        document: { run: { font: style.font, size: half(size.body), language: { value: "vi-VN" } } },
      },
    },
    sections: [
      {
        properties: { titlePage: true, page: sized(false) },
        headers: { first: new docx.Header({ children: [new Paragraph({})] }), default: numbered },
        children: [
          letterhead,
          ...heading,
          ...body,
          new Paragraph({ spacing: { after: pt(6) }, keepNext: true }),
          signature,
        ],
      },
      ...appendices,
    ],
  });
  return docx.Packer.toBuffer(made);
}

/**
 * Columns as wide as what stands in them asks for, in millimetres; together `whole`. Words are not broken where that can
 * be helped; titles may take three lines.
 */
function widthsOf(rows: readonly (readonly string[])[], whole: number): number[] {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const longestWord = (text: string) => Math.max(0, ...text.split(/[\s]+/).map((word) => word.length));
  const asked = Array.from({ length: columns }, (_, at) => {
    const [title = "", ...cells] = rows.map((row) => row[at] ?? "");
    const words = Math.max(longestWord(title), ...cells.map(longestWord));
    const texts = Math.max(title.length / 3, ...cells.map((cell) => cell.length));
    return Math.max(4, words + 2, Math.min(36, texts));
  });
  const sum = asked.reduce((all, one) => all + one, 0);
  return asked.map((one) => (one / sum) * whole);
}
