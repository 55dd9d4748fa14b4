/**
 * One table as an .xlsx: its titles stay in sight and are repeated on each printed page, where the heading stands too;
 * numbers are numbers, moments are moments, and everything can be filtered.
 */
import { type Cell, number, text } from "./workbook/book.ts";
import { writeBook } from "./workbook/write-book.ts";

export interface Table {
  sheet: string;
  /** At the head of each printed page, and in the properties of the file. */
  heading: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly (string | number | Date | null)[])[];
  /** Of the moments. */
  zone: string;
  /** "Trang {page}/{pages}". */
  page: string;
  /** When it was made. */
  at: Date;
}

export function writeTable({ sheet, heading, columns, rows, zone, page, at }: Table): Promise<Buffer> {
  const cell = (value: string | number | Date | null): Cell => {
    if (value === null) return null;
    if (value instanceof Date) return { is: "moment", at: value.toISOString() };
    return typeof value === "number" ? number(value) : text(value);
  };
  return writeBook({
    ...{ title: heading, author: "", at: at.toISOString(), zone, page },
    sheets: [{ name: sheet, columns, sticky: 2, rows: rows.map((row) => row.map(cell)) }],
  });
}
