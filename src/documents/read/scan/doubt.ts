/**
 * Words whose digits can't be trusted. While a page is put into order such a word carries a sign in front, from a
 * private area of Unicode; when the text is whole the signs go and their places are kept. No digit is ever mended
 * here: whoever looks at the page decides.
 */
import { isPlausibleYear, isRealDay } from "../../../domain/plan/read/dates/point.ts";
import type { DoubtfulWord } from "../reader-process-messages.ts";
import { sign } from "../text/doubt-sign.ts";

/** Below this the recogniser is wrong more often than right: of 280 words with digits 4 right and 4 wrong ones. */
const trusted = 80;

/** Figures, the symbols of documents, and what may be a Roman number. */
const counts = /\d|\p{Lu}\/\p{Lu}{2}|^[IVXHl]+[.,;)]?$/u;

/** The word, signed if what it counts is in doubt. */
export function signWord(text: string, confidence: number): string {
  return counts.test(text) && confidence < trusted ? sign + text : text;
}

/** Takes the signs out of a text; adds the words that can't be right, whatever the recogniser thinks. */
export function takeDoubts(signed: string): { text: string; doubtful: DoubtfulWord[] } {
  const parts = signed.split(sign);
  const text = parts.join("");
  const starts = new Set<number>();
  let length = 0;
  for (const part of parts.slice(0, -1)) {
    length += part.length;
    starts.add(length);
  }
  for (const start of findSenseless(text)) starts.add(start);
  const doubtful = [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }): DoubtfulWord => ({ text: word, at: [index, index + word.length] }))
    .filter(({ at }) => [...starts].some((start) => start >= at[0] && start < at[1]))
    .filter(({ text: word, at }) => !isLabel(word, text.slice(Math.max(0, at[0] - 20), at[0])));
  return { text, doubtful };
}

/** Numbers of items and headings: nobody is harmed by "2," for "2.". A Roman number counts behind "quý" only. */
function isLabel(word: string, before: string): boolean {
  if (/^\P{L}*\d{1,2}[.,)]?$/u.test(word) && (before === "" || before.endsWith("\n"))) return true;
  return /^[IVXHl]+[.,;)]?$/.test(word) && !/quý[\sIVXHl,;và]*$/iu.test(before);
}

/** Offsets of figures that no clerk would write. */
function findSenseless(text: string): number[] {
  const found: number[] = [];
  const seek = (pattern: RegExp, isSenseless: (...groups: string[]) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length - (match[1] ?? "").length;
      if (isSenseless(...match.slice(2))) found.push(at);
    }
  };
  const date = /(?<![\d/.])((\d{1,3})[/.-](\d{1,3})(?:[/.-](\d{2}|\d{4,5}))?(?!\d|[/.-]\d))/g;
  seek(date, (day, month, year) => year !== undefined && !isDay(Number(day), Number(month), yearOf(year)));
  seek(/ngày\s+((\d+)\/(\d+))(?![\d/])/giu, (day, month) => !isDay(Number(day), Number(month), null));
  seek(/ngày\s+((\d{1,4}))(?=\s+tháng)/giu, (day) => Number(day) < 1 || Number(day) > 31);
  seek(/tháng\s+((\d{1,4})(?:\/(\d+))?)(?![\d/])/giu, (month, year) => {
    return Number(month) < 1 || Number(month) > 12 || (year !== undefined && !isPlausibleYear(Number(year)));
  });
  seek(/năm\s+((\d{4,5}))(?!\d)/giu, (year) => Number(year) < 1900 || Number(year) > 2099);
  // A letter for a digit: "l5/4/2024", "2O/5", "quý H/2025".
  seek(
    /(?:ngày|tháng|năm|[sS]ố)\s+(([\dOolIS]*[OolIS][\dOolIS]*)(?=[/.-]\d|\s+tháng|[-/]\p{Lu}))/gu,
    (word) => {
      return /\d/.test(word ?? "") || (word ?? "").length < 3;
    },
  );
  seek(
    /quý\s+((\p{L}+|\d+)(?:\/\d+)?)/giu,
    (quarter) => /^[A-Z\d]+$/.test(quarter ?? "") && !isQuarter(quarter),
  );
  return found;
}

function isDay(day: number, month: number, year: number | null): boolean {
  return isRealDay(year, month, day) && (year === null || (year >= 1900 && year <= 2099));
}

function yearOf(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function isQuarter(text: string | undefined): boolean {
  return /^(I{1,3}|IV|[1-4]|0[1-4])$/.test(text ?? "");
}
