/** The lines of a page as the header rules need them: trimmed, without converter marks, columns told apart. */
import { oneSpaced, type Page } from "../scan.ts";

/** A line or one column of it; `text` as printed without `*`, `at` its offset. */
export interface HeadLine {
  at: number;
  text: string;
  scan: string;
  /** Number of the line of the page; columns of one line share it. */
  row: number;
  column: number;
  /** Spaces before it on its line: the right column of a line whose left one is empty stands far in. */
  indent: number;
}

/** Lines between two offsets, each cut into its columns (three spaces, a tab or a table bar part them). */
export function headLines(page: Page, from: number, to: number): HeadLine[] {
  const lines: HeadLine[] = [];
  let at = from;
  page.text
    .slice(from, to)
    .split("\n")
    .forEach((line, row) => {
      let column = 0;
      for (const match of line.matchAll(/\S+(?:[^\S\t]{1,2}[^\s|]+)*/g)) {
        for (const part of piecesOf(match[0])) {
          const text = part.text.replace(/[*_]{1,3}/g, "").trim();
          if (text === "") continue;
          const start = at + match.index + part.at;
          lines.push({
            at: start,
            text,
            scan: page.scan.slice(start, start + part.text.length).trim(),
            row,
            column,
            indent: match.index,
          });
          column++;
        }
      }
      at += line.length + 1;
    });
  return lines;
}

function piecesOf(text: string): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = [];
  let at = 0;
  for (const part of text.split("|")) {
    pieces.push({ text: part, at });
    at += part.length + 1;
  }
  return pieces;
}

/** True for a line all in capitals. */
export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}[^\p{L}]*\p{L}/u.test(text);
}

/** Without trailing `,` `;` `.` and doubled spaces. */
export function tidy(text: string): string {
  return oneSpaced(text)
    .trim()
    .replace(/(?<![\s,;.])\s*[,;.]+\/?\.?$/, "");
}
