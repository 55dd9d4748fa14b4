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
  let glued = 0;
  page.text
    .slice(from, to)
    .split("\n")
    .forEach((line, number) => {
      let column = 0;
      const cuts = cutsOf(line);
      for (const match of line.matchAll(/\S+(?:[^\S\t]{1,2}[^\s|]+)*/g)) {
        for (const part of piecesOf(match[0], cuts, match.index)) {
          const text = part.text.replace(/[*_]{1,3}/g, "").trim();
          if (text === "") continue;
          const start = at + match.index + part.at;
          if (part.cut) {
            glued++;
            column = 0;
          }
          const row = number + glued;
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

function piecesOf(text: string, cuts: readonly number[], offset: number) {
  const pieces: { text: string; at: number; cut: boolean }[] = [];
  const ends = cuts.map((cut) => cut - offset).filter((cut) => cut > 0 && cut < text.length);
  for (const [i, from] of [0, ...ends].entries()) {
    let at = from;
    for (const part of text.slice(from, ends[i] ?? text.length).split("|")) {
      pieces.push({ text: part, at, cut: at === from && (i > 0 || cuts.includes(offset)) });
      at += part.length + 1;
    }
  }
  return pieces;
}

/**
 * A converter put the whole letterhead on one line: where its parts begin. The kind begins a part only behind the
 * date, or it would be cut off a name of a body.
 */
const motto = /CỘNG\s{1,2}H(?:ÒA|OÀ)\s{1,2}XÃ\s{1,2}HỘI|ĐẢNG\s{1,2}CỘNG\s{1,2}SẢN\s{1,2}VIỆT\s{1,2}NAM/u;
const parts =
  /(?<=\S\s{1,2})(?:CỘNG\s{1,2}H(?:ÒA|OÀ)\s{1,2}XÃ|ĐẢNG\s{1,2}CỘNG\s{1,2}SẢN\s{1,2}VIỆT|Độc\s{1,2}lập\s?[-–]|Số\s{0,2}:?\s{0,2}\d{1,5}\s{0,2}[-/]|V\/v\s|Kính\s{1,2}gửi\s{0,2}:|(?<=(?:Hạnh\s{1,2}phúc|VIỆT\s{1,2}NAM|\p{L}{2,5}|\d{4})[\s*.-]{1,4})\p{Lu}[\p{L}’' .-]{1,30},\s{0,2}ngày\s{1,2}\d|(?<=năm\s{0,2}\d{4}\s{1,2})\p{Lu})/gu;
const longestGlued = 1200;

function cutsOf(line: string): number[] {
  if (line.length < 60 || !motto.test(line.slice(0, longestGlued))) return [];
  const cuts = [...line.slice(0, longestGlued).matchAll(parts)].map((match) => match.index);
  return cuts.length > 2 ? cuts : [];
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
