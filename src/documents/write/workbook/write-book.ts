/**
 * A workbook as Excel and LibreOffice open it. The header row stays in sight, and so do the first columns; each sheet
 * prints on A4 landscape.
 */
import { DateTime } from "luxon";
import writeXlsxFile from "write-excel-file/node";
import type { Book, Cell, Content, Look, Sheet } from "./book.ts";
import { cellText } from "./cell-text.ts";
import { printSetup } from "./print-setup.ts";

const FONT = "Times New Roman";
const SIZE = 11;
/** Beside what is cut off. */
const MORE = "[…]";

/** Named in every style: without it bold letters fall back to another font. */
const plain = { fontFamily: FONT, fontSize: SIZE, alignVertical: "top" as const };
const border = { borderColor: "#bfbfbf", borderStyle: "thin" as const };
const looks: Record<Look, object> = {
  plain: {},
  section: { fontWeight: "bold", backgroundColor: "#e7eef7" },
  total: { fontWeight: "bold", backgroundColor: "#f2f2f2" },
  good: { backgroundColor: "#d9ead3", textColor: "#1b4d1b" },
  soon: { backgroundColor: "#fff2cc", textColor: "#5f4700" },
  late: { backgroundColor: "#f4cccc", textColor: "#7a0c0c" },
  muted: { textColor: "#666666" },
  check: { textColor: "#9c3b00" },
};

export async function writeBook(book: Book): Promise<Buffer> {
  const sheets = book.sheets.map((sheet) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: sheet.sticky,
    orientation: "landscape" as const,
    data: dataOf(sheet, book.zone),
  }));
  const options = { fontFamily: FONT, fontSize: SIZE, features: [printSetup(book)] };
  const written = writeXlsxFile(sheets as never, options as never);
  return (written as unknown as { toBuffer(): Promise<Buffer> }).toBuffer();
}

function dataOf(sheet: Sheet, zone: string): unknown[][] {
  const header = sheet.columns.map(({ title }) => ({
    ...{ ...plain, ...border, type: String, value: cellText(title, MORE), wrap: true },
    ...{ fontWeight: "bold", align: "center", alignVertical: "center", backgroundColor: "#d9e2f3" },
  }));
  const rows = sheet.total ? [...sheet.rows, sheet.total] : sheet.rows;
  // The same style is the same object: a workbook of many cells is then written in half the time.
  const styles = new Map<string, object>();
  const styled = (key: string, style: () => object) => {
    const known = styles.get(key) ?? style();
    styles.set(key, known);
    return known;
  };
  const blank = { ...plain, ...border, value: null };
  const high = heightOf(
    sheet,
    sheet.columns.map(({ title }): Cell => ({ is: "text", text: title })),
  );
  return [
    header.map((cell, column) => (column === 0 ? { ...cell, height: high } : cell)),
    ...rows.map((cells) => {
      const height = heightOf(sheet, cells);
      return sheet.columns.map((_, column) => {
        const cell: Cell = cells[column] ?? null;
        // Of a row's first cell the row takes its height.
        const first = column === 0 ? { height } : {};
        if (cell === null) return { ...blank, ...first };
        const look = cell.look ?? "plain";
        const style = styled(`${cell.is}/${look}/${formatOf(cell)}`, () => ({
          ...plain,
          ...border,
          ...looks[look],
          ...(cell.is === "text" ? { wrap: true } : { align: "right", format: formatOf(cell) }),
        }));
        return { ...style, ...typedValue(cell, zone), ...first };
      });
    }),
  ];
}

/** Points of a line of letters, and the highest row that Excel takes. */
const LINE = 15;
const HIGHEST = 405;

/** High enough for the cell that is broken into most lines: not every program works that out when it opens a file. */
function heightOf(sheet: Sheet, cells: readonly Cell[]): number {
  const lines = cells.map((cell, column) => {
    if (cell?.is !== "text") return 1;
    const width = Math.max(1, (sheet.columns[column]?.width ?? 10) - 1);
    return cell.text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

function typedValue(cell: Content, zone: string): object {
  switch (cell.is) {
    case "text":
      return { type: String, value: cellText(cell.text, MORE) };
    case "number":
    case "percent":
      return { type: Number, value: cell.value };
    case "day":
      return { type: Date, value: new Date(`${cell.day}T00:00:00Z`) };
    case "moment":
      // Excel knows no zones: the hour of the wall is written as if it were that of Greenwich.
      return {
        type: Date,
        value: DateTime.fromISO(cell.at, { zone }).setZone("utc", { keepLocalTime: true }).toJSDate(),
      };
    case "formula":
      return { type: "Formula", value: cell.formula };
  }
}

/** "," and "." as the reader's Excel has them. */
function formatOf(cell: Content): string {
  switch (cell.is) {
    case "number":
      return cell.year ? "0" : placesOf(cell.value);
    case "percent":
      return percentOf(cell.places);
    case "formula":
      return placesOf(cell.value);
    case "day":
      return "dd/mm/yyyy";
    case "moment":
      return "hh:mm dd/mm/yyyy";
    case "text":
      return "";
  }
}

/** As many places as the number has: what is shown here is what Word and the chat say, and "5" is not "5,". */
function placesOf(value: number): string {
  const places = Math.min(6, String(value).split(".")[1]?.length ?? 0);
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}
const percentOf = (places: number) => (places === 0 ? "0%" : `0.${"0".repeat(places)}%`);
