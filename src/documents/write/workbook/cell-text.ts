/** Text as a cell of Excel may hold it. */
import { clean } from "../xml-text.ts";

/** What a cell holds at most. */
export const LONGEST_CELL = 32_767;

/** At most what a cell holds; `more` says so at its end. Excel reads "_x0041_" as "A": it is told that it is not. */
export function cellText(words: string, more: string): string {
  const text = clean(words).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (text.length <= LONGEST_CELL) return text;
  return `${clean(text.slice(0, LONGEST_CELL - more.length - 2))} ${more}`;
}
