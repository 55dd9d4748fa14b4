/**
 * Tables as lines. Offices use them for two things. A table of work has a header and rows: each row becomes a line,
 * cells joined by " | " and kept in their columns, so that the reader can pair a date with its header. A table that
 * only sets two blocks side by side (letterhead, signature) is read cell after cell as ordinary lines.
 */
import { closeLine, continues, isCapitals } from "./line-joins.ts";

/** The lines of one cell; empty where there is nothing in it. */
export type Cell = readonly string[];

/**
 * The lines of a table.
 * @param rows cells by rows, empty ones included, so that columns are aligned
 * @param flagged whether the file itself marks the first row as a header
 */
export function sayTable(rows: readonly Cell[][], flagged: boolean): string[] {
  if (!flagged && !isTableOfWork(rows)) return rows.flatMap((cells) => cells.flat());
  return rows.map(sayRow).filter((line) => line !== "");
}

function isTableOfWork(rows: readonly Cell[][]): boolean {
  const [first = []] = rows;
  if (rows.length < 2) return false;
  if (/^(số )?(stt|tt)\.?$/iu.test(first[0]?.join(" ") ?? "")) return true;
  const width = Math.max(...rows.map((cells) => cells.length));
  const columns = [...Array(width).keys()].filter((column) => rows.some((cells) => cells[column]?.length));
  const short = columns.every((column) => {
    const heading = first[column]?.join(" ") ?? "";
    return heading !== "" && heading.length <= 60;
  });
  if (columns.length >= 3) return short;
  // Two columns: a letterhead looks much like a header, but has gaps and stands in capitals on both sides.
  const full = rows.every((cells) => columns.every((column) => cells[column]?.length));
  return columns.length === 2 && rows.length >= 3 && short && full && !first.flat().every(isCapitals);
}

function sayRow(cells: readonly Cell[]): string {
  const said = cells.map(sayCell);
  while (said.at(-1) === "") said.pop();
  const filled = said.filter((cell) => cell !== "");
  // A row with one cell is a heading inside the table.
  return filled.length === 1 && said.length === 1 ? (filled[0] ?? "") : said.join(" | ");
}

function sayCell(lines: Cell): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      return continues(line, next, false)
        ? closeLine(line, next)
        : `${line}${/[;,.:]$/u.test(line) ? "" : ";"} `;
    })
    .join("");
}
