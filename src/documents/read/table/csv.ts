/** Reads a .csv as Excel, LibreOffice and old programs write it: comma, semicolon or tab, any of our encodings. */
import { Problem } from "../../../domain/problem.ts";
import type { Source } from "../limits.ts";
import { decodeText } from "../text/decode-text.ts";
import { toNfc } from "../text/nfc.ts";
import { tableBounds } from "./xlsx-sheet.ts";

/**
 * Reads rows of cells, line 1 at index 0; empty lines stay, so that row numbers are those people see.
 * @throws Problem table-too-large; Error where no encoding makes sense of it
 */
export async function readCsv({ bytes }: Source): Promise<string[][]> {
  const text = decodeText(bytes);
  if (text === null) throw new Error("csv: no known encoding");
  const { parse } = await import("csv-parse/sync");
  const told = /^\ufeff?\s*"?sep=(.)"?[^\S\n]*(?:\r\n?|\n)/i.exec(text);
  // The line that tells programs of the delimiter is no row, but people see it counted.
  const body = told ? `\n${text.slice(told[0].length)}` : text;
  const rows: string[][] = parse(toNfc(body), {
    bom: true,
    delimiter: told?.[1] ?? findDelimiter(body),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 100_000,
    to: tableBounds.rows + 1,
  });
  const filled = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell.trim() !== "") + 1));
  if (filled.length > tableBounds.rows || filled.some((row) => row.length > tableBounds.columns)) {
    throw new Problem("table-too-large", { ...tableBounds });
  }
  return filled;
}

/** The one that cuts the first lines into the most cells; quoted text may hold the others. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 4_096).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
