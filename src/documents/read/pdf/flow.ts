/**
 * Lines as printed → paragraphs as written. A line goes on the one before when its words say so (line-joins.ts), or
 * when the line before was full: the first word of the next would not have found room in it.
 */
import { beginsItem, closeLine, continues } from "../text/line-joins.ts";
import type { Line } from "./lines.ts";

/** A line with the edges of its column. */
export interface PlacedLine {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
}

/** Whatever its last word promises, a line ends where as much as an empty line follows, in usual distances. */
const widestFall = 1.8;

/** Joins lines, given in reading order, into paragraphs. `pitch` is the usual distance of lines, if known. */
export function toParagraphs(placed: readonly PlacedLine[], pitch = Number.POSITIVE_INFINITY): string[] {
  const paragraphs: string[][] = [];
  let first: PlacedLine | null = null;
  let before: PlacedLine | null = null;
  for (const next of placed) {
    const said = paragraphs.at(-1);
    const [line, text] = [before?.line.text ?? "", next.line.text];
    const isNear = before !== null && next.line.base - before.line.base < widestFall * pitch;
    if (said && first && before && isNear && continues(line, text, isFull(first, before, next, pitch))) {
      said[said.length - 1] = closeLine(line, text);
      said.push(text);
    } else {
      paragraphs.push([text]);
      first = next;
    }
    before = next;
  }
  return paragraphs.map((lines) => lines.join(""));
}

function isFull(first: PlacedLine, before: PlacedLine, next: PlacedLine, pitch: number): boolean {
  const { line } = next;
  const indent = 0.8 * line.size;
  const word = line.text.split(" ", 1)[0] ?? "";
  const wordWidth = ((line.right - line.left) * word.length) / Math.max(1, line.text.length);
  if (before.line.right + line.size / 4 + wordWidth < before.right - 2) return false;
  const fall = line.base - before.line.base;
  if (fall > 1.25 * pitch && fall > 0) return false;
  // A paragraph begins further in than its other lines, an item of a list further out.
  if (before !== first) return line.left <= before.line.left + indent;
  if (beginsItem(first.line.text)) return true;
  const isIndented = first.line.left > first.left + indent;
  return isIndented ? line.left < first.line.left - indent / 2 : line.left <= first.line.left + indent;
}
