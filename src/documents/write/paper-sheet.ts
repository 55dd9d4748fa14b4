/**
 * The form of one obligation as a sheet of A4 to fill in by hand: for units that no chat reaches. Its code, and a QR
 * code, say whose it is when it comes back.
 */
import type { Paragraph as ParagraphOf, Table as TableOf } from "docx";
import type { Field, Form, GroupField } from "../../domain/form/form.ts";
import { partyStyle as style } from "./party-style.ts";
import { qrPng } from "./qr.ts";

export interface PaperSheet {
  title: string;
  unit: string;
  due: string | null;
  code: string;
  /** What the QR code says: the code. */
  qr: string;
  form: Form;
  words: {
    unit: string;
    code: string;
    howTo: string;
    other: string;
    optional: string;
    private: string;
    several: string;
    most(count: number): string;
    signed: string;
    yes: string;
    no: string;
  };
}

const half = (points: number) => points * 2;
const mm = (length: number) => Math.round((length * 1440) / 25.4);
const WIDTH = style.page.width - style.page.left - style.page.right;
/** Lines to write on; rows of a list, where its quota is larger. */
const LINES = { short: 1, long: 6 };
const MOST_ROWS = 15;
const SIZE = { title: 14, text: 13, small: 11 };
const ROW_MM = 9;

export async function writePaperSheet(sheet: PaperSheet): Promise<Buffer> {
  const docx = await import("docx");
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const run = (text: string, size = SIZE.text, looks: object = {}) =>
    new TextRun({ text, font: style.font, size: half(size), ...looks });
  const line = (text: string, size = SIZE.text, looks: object = {}, more: object = {}) =>
    new Paragraph({ children: [run(text, size, looks)], spacing: { after: 60 }, ...more });
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const noBorders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  const cell = (children: ParagraphOf[], width: number, borders: object = { borders: noBorders }) =>
    new TableCell({ ...borders, width: { size: mm(width), type: WidthType.DXA }, children });
  const qr = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new docx.ImageRun({ type: "png", data: qrPng(sheet.qr), transformation: { width: 84, height: 84 } }),
    ],
  });
  const { words } = sheet;
  const head = new Table({
    borders: noBorders,
    width: { size: mm(WIDTH), type: WidthType.DXA },
    columnWidths: [mm(WIDTH - 30), mm(30)],
    rows: [
      new TableRow({
        children: [
          cell(
            [
              line(sheet.title, SIZE.title, { bold: true }),
              line(`${words.unit}: ${sheet.unit}`, SIZE.text, { bold: true }),
              ...(sheet.due ? [line(sheet.due)] : []),
              line(`${words.code}: ${sheet.code}`),
            ],
            WIDTH - 30,
          ),
          cell([qr], 30),
        ],
      }),
    ],
  });
  // A dotted line to write on, as far as the margin, behind words where there are some.
  const ruled = (said = "") =>
    new Paragraph({
      children: [run(`${said}\t`)],
      spacing: { before: 160, after: 20 },
      indent: { left: mm(6) },
      tabStops: [{ type: docx.TabStopType.RIGHT, position: mm(WIDTH), leader: docx.LeaderType.DOT }],
    });
  const boxes = (labels: readonly string[]) => {
    const inline = labels.join("").length <= 60;
    const said = inline
      ? [labels.map((label) => `☐ ${label}`).join("        ")]
      : labels.map((one) => `☐ ${one}`);
    return said.map((text) => line(text, SIZE.text, {}, { indent: { left: mm(6) } }));
  };
  /** A short answer with its unit of measure behind it. */
  const short = (unit: string) =>
    line(
      `${"…".repeat(16)} ${unit}`,
      SIZE.text,
      {},
      { indent: { left: mm(6) }, spacing: { before: 80, after: 40 } },
    );
  const list = (field: GroupField): TableOf => {
    const number = 12;
    // A year or a day needs half of the room of a name.
    const parts = field.columns.map(({ kind }) => (kind === "text" || kind === "choice" ? 2 : 1));
    const each = (WIDTH - number) / parts.reduce((sum: number, one) => sum + one, 0);
    const widths = [number, ...parts.map((part) => part * each)];
    const row = (texts: readonly string[], bold: boolean) =>
      new TableRow({
        cantSplit: true,
        tableHeader: bold,
        height: { value: mm(ROW_MM), rule: docx.HeightRule.ATLEAST },
        children: texts.map((text, at) =>
          cell(
            [line(text, SIZE.text, { bold }, { alignment: AlignmentType.CENTER })],
            widths[at] ?? each,
            {},
          ),
        ),
      });
    return new Table({
      width: { size: mm(WIDTH), type: WidthType.DXA },
      columnWidths: widths.map(mm),
      rows: [
        row(["TT", ...field.columns.map((column) => column.label)], true),
        ...Array.from({ length: Math.min(field.max, MOST_ROWS) }, (_, at) =>
          row([String(at + 1), ...field.columns.map(() => "")], false),
        ),
      ],
    });
  };
  const room = (field: Field): (ParagraphOf | TableOf)[] => {
    switch (field.kind) {
      case "choice": {
        const own = field.other ? [ruled(`${words.other} `)] : [];
        return [...boxes(field.options.map((one) => one.label)), ...own];
      }
      case "choices":
        return boxes(field.options.map((one) => one.label));
      case "yesno":
        return boxes([words.yes, words.no]);
      case "integer":
      case "decimal":
        return [short(field.unit ?? "")];
      case "percent":
        return [short("%")];
      case "group":
        return [list(field)];
      default:
        return Array.from({ length: field.kind === "text" && field.long ? LINES.long : LINES.short }, () =>
          ruled(),
        );
    }
  };
  const remarks = (field: Field): string => {
    const said = [
      field.required && field.relevant === undefined ? "" : words.optional,
      field.kind === "choices" ? words.several : "",
      field.kind === "group" ? words.most(field.max) : "",
      field.private ? words.private : "",
    ].filter((one) => one !== "");
    return said.length > 0 ? ` (${said.join("; ")})` : "";
  };
  const questions = sheet.form.fields
    .filter((field) => field.kind !== "computed" && field.kind !== "files")
    .flatMap((field, at) => [
      ...(field.above?.split("\n") ?? []).map((said, place) =>
        line(said, place === 0 ? SIZE.text : SIZE.small, place === 0 ? { bold: true } : { italics: true }, {
          keepNext: true,
          spacing: { before: place === 0 ? 240 : 20, after: 20 },
        }),
      ),
      new Paragraph({
        children: [
          run(`${at + 1}. ${field.title}`, SIZE.text, { bold: true }),
          run(remarks(field), SIZE.small),
        ],
        keepNext: true,
        spacing: { before: 140, after: 40 },
      }),
      ...(field.hint ? [line(field.hint, SIZE.small, { italics: true }, { keepNext: true })] : []),
      ...room(field),
    ]);
  const { page } = style;
  const size = { width: mm(page.width), height: mm(page.height) };
  const margin = { top: mm(page.top), bottom: mm(page.bottom), left: mm(page.left), right: mm(page.right) };
  const made = new docx.Document({
    creator: "",
    sections: [
      {
        properties: { page: { size, margin } },
        children: [
          head,
          line(words.howTo, 12, { italics: true }, { spacing: { before: 80, after: 60 } }),
          ...questions,
          line(
            words.signed,
            SIZE.text,
            {},
            { alignment: AlignmentType.RIGHT, keepLines: true, spacing: { before: 300, after: 900 } },
          ),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(made);
}
