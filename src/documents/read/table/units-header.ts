import { foldHeading } from "./headings.ts";

/** The columns of a table of units, by what they mean. */
export type UnitColumn = "code" | "name" | "kind" | "parent" | "headTitle";

/** The header of a table: which column stands where. */
export interface Header {
  /** Its row, counted from 1. */
  readonly row: number;
  readonly columns: Partial<Record<UnitColumn, number>>;
  /** The headings as the table writes them. */
  readonly titles: Partial<Record<UnitColumn, string>>;
  /** Required columns that are not there, by the heading we look for first. */
  readonly missing: readonly string[];
  /** All headings of the row. */
  readonly found: readonly string[];
  /** Headings that mean nothing here. */
  readonly ignored: string[];
}

/** Headings that name a column; the first of each is the one we ask for. */
const headings: Record<UnitColumn, readonly string[]> = {
  code: ["Mã", "Mã đơn vị", "Mã số", "Mã số đơn vị"],
  name: ["Tên", "Tên đơn vị", "Tên tổ chức đảng", "Tên TCCS đảng"],
  kind: ["Loại", "Loại hình", "Loại đơn vị", "Loại hình đơn vị"],
  parent: ["Trực thuộc", "Mã cấp trên", "Mã đơn vị cấp trên", "Mã trực thuộc"],
  headTitle: ["Chức danh", "Chức danh người đứng đầu"],
};
/** All of them: the sheet that has them is the register. */
export const unitHeadings: readonly string[] = Object.values(headings).flat();
const required: readonly UnitColumn[] = ["code", "name", "kind"];
const searchedRows = 15;

const meanings = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.map((name) => [foldHeading(name), column as UnitColumn]),
  ),
);

/**
 * Finds the header in the first rows: the row with the most known headings. Where none has any, the first row with
 * words in it stands for it, and all columns are missing; null where there is no such row.
 */
export function findHeader(rows: readonly (readonly string[])[]): Header | null {
  let best: Header | null = null;
  for (const [index, cells] of rows.slice(0, searchedRows).entries()) {
    if (cells.every((cell) => cell === "")) continue;
    const header = readHeader(cells, index + 1);
    if (!best || header.missing.length < best.missing.length || countKnown(header) > countKnown(best))
      best = header;
  }
  return best;
}

function readHeader(cells: readonly string[], row: number): Header {
  const columns: Header["columns"] = {};
  const titles: Header["titles"] = {};
  const ignored: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = meanings.get(foldHeading(cell));
    if (column && columns[column] === undefined) {
      columns[column] = index;
      titles[column] = cell;
    } else if (cell !== "") ignored.push(cell);
  }
  const missing = required
    .filter((column) => columns[column] === undefined)
    .map((column) => headings[column][0] ?? "");
  return { row, columns, titles, missing, found: cells.filter((cell) => cell !== ""), ignored };
}

function countKnown(header: Header): number {
  return Object.keys(header.columns).length;
}
