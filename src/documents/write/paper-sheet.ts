/**
 * The form of one obligation as a sheet of A4 to fill in by hand: for units that no chat reaches. Its code, and a QR
 * code, say whose it is when it comes back.
 */
import type { Form } from "../../domain/form/form.ts";
import { partyStyle as style } from "./party-style.ts";
import { qrPng } from "./qr.ts";

export interface PaperSheet {
  title: string;
  unit: string;
  due: string | null;
  code: string;
  /** What the QR code says: the address of the unit's page, or the code. */
  qr: string;
  form: Form;
  words: {
    unit: string;
    code: string;
    howTo: string;
    other: string;
    optional: string;
    signed: string;
    yes: string;
    no: string;
  };
}

const half = (points: number) => points * 2;
const mm = (length: number) => Math.round((length * 1440) / 25.4);
const LINES = { short: 1, long: 6, group: 8 };

export async function writePaperSheet(sheet: PaperSheet): Promise<Buffer> {
  const docx = await import("docx");
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const run = (text: string, size = 13, looks: object = {}) =>
    new TextRun({ text, font: style.font, size: half(size), ...looks });
  const line = (text: string, size = 13, looks: object = {}, more: object = {}) =>
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
  const cell = (children: InstanceType<typeof Paragraph>[], width: number) =>
    new TableCell({ borders: noBorders, width: { size: mm(width), type: WidthType.DXA }, children });
  const qr = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new docx.ImageRun({ type: "png", data: qrPng(sheet.qr), transformation: { width: 96, height: 96 } }),
    ],
  });
  const head = new Table({
    borders: noBorders,
    width: { size: mm(165), type: WidthType.DXA },
    columnWidths: [mm(130), mm(35)],
    rows: [
      new TableRow({
        children: [
          cell(
            [
              line(sheet.title, 14, { bold: true }),
              line(`${sheet.words.unit}: ${sheet.unit}`, 13, { bold: true }),
              ...(sheet.due ? [line(sheet.due)] : []),
              line(`${sheet.words.code}: ${sheet.code}`),
            ],
            130,
          ),
          cell([qr], 35),
        ],
      }),
    ],
  });
  // A dotted line to write on: the border of an empty paragraph, as wide as the page.
  const ruled = () =>
    new Paragraph({
      children: [run("")],
      spacing: { before: 160, after: 0 },
      border: { bottom: { style: BorderStyle.DOTTED, size: 6, space: 1, color: "808080" } },
    });
  const boxes = (labels: readonly string[]) =>
    labels.map((label) => line(`☐  ${label}`, 13, {}, { indent: { left: mm(6) } }));
  const questions = sheet.form.fields
    .filter((field) => (field.kind as string) !== "computed" && field.kind !== "files")
    .flatMap((field, at) => {
      const kind: string = field.kind;
      const asked = [
        line(
          `${at + 1}. ${field.title}${field.required ? "" : ` (${sheet.words.optional})`}`,
          13,
          { bold: true },
          { keepNext: true, spacing: { before: 160, after: 40 } },
        ),
        ...(field.hint ? [line(field.hint, 11, { italics: true }, { keepNext: true })] : []),
      ];
      if ("options" in field) {
        const own = "other" in field && field.other ? [line(sheet.words.other), ruled()] : [];
        return [...asked, ...boxes(field.options.map((one) => one.label)), ...own];
      }
      if (kind === "yesno") return [...asked, ...boxes([sheet.words.yes, sheet.words.no])];
      const lines =
        kind === "group" ? LINES.group : field.kind === "text" && field.long ? LINES.long : LINES.short;
      return [...asked, ...Array.from({ length: lines }, ruled)];
    });
  const { page } = style;
  const made = new docx.Document({
    creator: "",
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: {
              top: mm(page.top),
              bottom: mm(page.bottom),
              left: mm(page.left),
              right: mm(page.right),
            },
          },
        },
        children: [
          head,
          line(sheet.words.howTo, 12, { italics: true }),
          ...questions,
          line(
            sheet.words.signed,
            13,
            {},
            { alignment: AlignmentType.RIGHT, spacing: { before: 300, after: 900 } },
          ),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(made);
}
