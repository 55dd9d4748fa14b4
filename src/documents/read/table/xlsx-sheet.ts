/** One sheet of a workbook: its cells as they are shown, what of it is hidden, and which cells show no value. */
import { fromTcvn3, fromVni } from "../../../domain/plan/read/legacy-fonts.ts";
import { Problem } from "../../../domain/problem.ts";
import { attribute, cutTags, type Tag, unescapeXml } from "../container/xml.ts";
import { toNfc } from "../text/nfc.ts";
import { showNumber, showWords } from "./show-value.ts";
import type { CellStyles } from "./xlsx-styles.ts";

/** What a table may have; lists of units and work schedules have a few hundred rows. */
export const tableBounds = { rows: 5_000, columns: 50 };

/** A cell whose value is not there: a formula that failed (`#N/A`), or one that nobody has reckoned yet. */
export interface Flaw {
  /** From 1, as Excel counts. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly is: "error" | "uncalculated";
  /** What stands in the cell. */
  readonly text: string;
}

export interface SheetCells {
  /** Row 1 of Excel at index 0; hidden rows and columns are empty, so that numbers stay those people see. */
  readonly rows: string[][];
  readonly flaws: readonly Flaw[];
  /** From 1. */
  readonly hiddenRows: readonly number[];
  /** From 0. */
  readonly hiddenColumns: readonly number[];
  /** What stands in hidden cells. */
  readonly hidden: readonly string[];
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly is1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
  words: string | null;
}

export const lastRow = 1_048_576;

/** Letters that no font of before 2001 has. */
const unicode = /[ăđơưạ-ỹ]/i;

/** @throws Problem table-too-large; Error where the sheet is broken */
export function readSheetCells(xml: string, context: SheetContext): SheetCells {
  const rows: string[][] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const found: { row: number; column: number; text: string; flaw: Flaw["is"] | null }[] = [];
  const merges: string[] = [];
  let [row, column, from, hidesRows] = [0, -1, 0, false];
  let cell: Cell | null = null;
  let depth = 0;
  const isOn = (tag: Tag, name: string) => /^(1|true)$/.test(attribute(xml, tag, name) ?? "");
  const end = (one: Cell) => {
    const { text, flaw } = readCell(one, context);
    if (text === "" && !flaw) return;
    if (row > tableBounds.rows || one.column >= tableBounds.columns)
      throw new Problem("table-too-large", { ...tableBounds });
    found.push({ row, column: one.column, text, flaw });
  };

  for (const tag of cutTags(xml)) {
    const words = cell && tag.kind === "close" ? unescapeXml(xml.slice(from, tag.start)) : "";
    from = tag.end;
    if (tag.name === "rPh") depth += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
    if (tag.kind === "close") {
      if (tag.name === "v" && cell) cell.value = words;
      else if (tag.name === "t" && cell && depth === 0) cell.words = (cell.words ?? "") + words;
      else if (tag.name === "c" && cell) {
        end(cell);
        cell = null;
      }
      continue;
    }
    if (tag.name === "row") {
      row = Number(attribute(xml, tag, "r") ?? row + 1);
      column = -1;
      if (!(row >= 1 && row <= lastRow)) throw new Error("xlsx: a row beyond the last");
      const height = attribute(xml, tag, "ht");
      const isFlat = height !== null && Number(height) === 0;
      if (
        isOn(tag, "hidden") ||
        isFlat ||
        (hidesRows && attribute(xml, tag, "hidden") === null && height === null)
      )
        hiddenRows.add(row);
    } else if (tag.name === "c") {
      const place = attribute(xml, tag, "r");
      column = place ? columnOf(place) : column + 1;
      const type = attribute(xml, tag, "t") ?? "n";
      const style = Number(attribute(xml, tag, "s") ?? 0);
      cell = { column, type, style, value: "", formula: false, words: null };
      if (tag.kind === "empty") cell = null;
    } else if (tag.name === "f" && cell) cell.formula = true;
    else if (tag.name === "sheetFormatPr") hidesRows = isOn(tag, "zeroHeight");
    else if (tag.name === "col" && (isOn(tag, "hidden") || attribute(xml, tag, "width") === "0")) {
      const [first, last] = [Number(attribute(xml, tag, "min")), Number(attribute(xml, tag, "max"))];
      for (let at = first; at <= Math.min(last, tableBounds.columns); at++) hiddenColumns.add(at - 1);
    } else if (tag.name === "mergeCell") merges.push(attribute(xml, tag, "ref") ?? "");
  }

  const hidden: string[] = [];
  const flaws: Flaw[] = [];
  const wide = found.reduce((most, one) => Math.max(most, one.column + 1), 0);
  const high = found.reduce((most, one) => Math.max(most, one.row), 0);
  for (let at = 0; at < high; at++) rows.push(Array.from({ length: wide }, () => ""));
  for (const one of found) {
    if (hiddenRows.has(one.row) || hiddenColumns.has(one.column)) {
      hidden.push(one.text);
      continue;
    }
    (rows[one.row - 1] as string[])[one.column] = one.text;
    if (one.flaw) flaws.push({ row: one.row, column: one.column, is: one.flaw, text: one.text });
  }
  for (const ref of merges.slice(0, 2_000)) fill(rows, ref, hiddenRows);
  const isFilled = (at: number) => found.some((one) => one.row === at);
  return {
    rows,
    flaws,
    hiddenRows: [...hiddenRows].filter(isFilled).sort((a, b) => a - b),
    hiddenColumns: [...hiddenColumns].filter((at) => found.some((one) => one.column === at)),
    hidden,
  };
}

function readCell(
  cell: Cell,
  { strings, styles, is1904 }: SheetContext,
): { text: string; flaw: Flaw["is"] | null } {
  const { type, value, formula } = cell;
  const { format = "General", font = "" } = styles[cell.style] ?? {};
  const words = (text: string) => ({ text: toNfc(inUnicode(showWords(text, format), font)), flaw: null });
  switch (type) {
    case "s":
      return words(value === "" ? "" : (strings[Number(value)] ?? ""));
    case "inlineStr":
      return words(cell.words ?? value);
    case "str":
      return words(value);
    case "e":
      return { text: value, flaw: "error" };
    case "b":
      return { text: value === "1" ? "true" : "false", flaw: null };
    case "d":
      return { text: sayIso(value), flaw: null };
    default:
      if (value !== "") return { text: toNfc(showNumber(value, format, is1904)), flaw: null };
      return { text: cell.words ?? "", flaw: formula ? "uncalculated" : null };
  }
}

/** A day as newer programs may store it: `2024-04-25T00:00:00`. */
function sayIso(value: string): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (!year) return value;
  return `${clock && clock !== "00:00" ? `${clock} ` : ""}${day}/${month}/${year}`;
}

/** Words typed in a font of before 2001, by its name: `.VnTime`, `VNI-Times`. */
function inUnicode(text: string, font: string): string {
  if (unicode.test(text)) return text;
  if (/^VNI[- ]/i.test(font)) return fromVni(text);
  if (!/^\.Vn/i.test(font)) return text;
  return /H$/.test(font) ? fromTcvn3(text).toLocaleUpperCase("vi") : fromTcvn3(text);
}

/** A cell that reaches over several rows stands in each of them. */
function fill(rows: string[][], ref: string, hiddenRows: ReadonlySet<number>): void {
  const [, left = "", top = "", , bottom = ""] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  const column = left === "" ? -1 : columnOf(`${left}1`);
  const value = rows[Number(top) - 1]?.[column] ?? "";
  if (value === "") return;
  for (let row = Number(top) + 1; row <= Math.min(Number(bottom), rows.length); row++) {
    const cells = rows[row - 1];
    // A row with nothing of its own is room below a title.
    if (cells && cells[column] === "" && !hiddenRows.has(row) && cells.some((one) => one !== ""))
      cells[column] = value;
  }
}

/** The place of a cell named as Excel does, from 0. */
export function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/i.exec(place)?.[1];
  if (!letters) throw new Error("xlsx: a cell without a place");
  return (
    [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}
