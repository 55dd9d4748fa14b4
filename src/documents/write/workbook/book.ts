/** A workbook as plain data: what stands in it, typed. How Excel writes it is the matter of `write-book.ts`. */

export type Look = "plain" | "section" | "total" | "good" | "soon" | "late" | "muted" | "check";

/** Text is always text: what begins with "=" is no formula, "001" keeps its zeros. */
export type Content =
  | { is: "text"; text: string }
  /** With as many places as it has; a year has no dot between thousands. */
  | { is: "number"; value: number; year?: boolean }
  /** 0.9574 is 95,74%. */
  | { is: "percent"; value: number; places: number }
  /** ISO day. */
  | { is: "day"; day: string }
  /** An ISO instant, shown in the book's zone. */
  | { is: "moment"; at: string }
  /** A live formula and what it comes to. */
  | { is: "formula"; formula: string; value: number };

export type Cell = null | (Content & { look?: Look });

export interface Column {
  title: string;
  /** In characters. */
  width: number;
}

export interface Sheet {
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Beneath the rows, and outside of the filter. */
  total?: readonly Cell[];
  /** Columns that stay in sight, and are repeated on each page. */
  sticky: number;
}

export interface Book {
  /** In the properties, and at the head of each printed page. */
  title: string;
  author: string;
  /** ISO instant in the properties. */
  at: string;
  zone: string;
  /** "Trang {page}/{pages}": at the foot of each printed page, in the words of the language. */
  page: string;
  sheets: readonly Sheet[];
}

export const text = (value: string, look?: Look): Cell =>
  value === "" ? null : { is: "text", text: value, ...(look && { look }) };

export const number = (value: number, look?: Look): Cell => ({ is: "number", value, ...(look && { look }) });

/** "A", "Z", "AA" of the column with this place, from 0. */
export function letterOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
