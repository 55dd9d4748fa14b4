/**
 * The words of a page with their places. Distances are in points, measured from the upper left corner of the page
 * as it is seen (pages may be stored turned).
 */
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";

/** A run of characters drawn in one go. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand, counted downward. */
  readonly base: number;
  readonly size: number;
}

/** What a page holds: upright runs, and the words that stand at an angle (stamps, watermarks). */
export interface PageRuns {
  readonly runs: readonly Run[];
  readonly turned: readonly string[];
}

/** Turns page coordinates into seen ones: `[a, b, c, d, e, f]` as PDF writes matrices. */
export type Matrix = readonly number[];

/** The runs that are upright in a view; what stands otherwise is kept as strings. */
export function toRuns(items: readonly TextItem[], view: Matrix): PageRuns {
  const runs: Run[] = [];
  const turned: string[] = [];
  let angled = "";
  for (const item of items) {
    const [a = 1, b = 0, c = 0, d = 1, left = 0, base = 0] = multiply(view, item.transform);
    if (!isUpright(a, b)) angled += item.str;
    else if (item.str.trim() !== "") {
      const run = { text: item.str, left, right: left + item.width, base, size: Math.hypot(c, d) };
      if (!isShadow(run, runs.at(-1))) runs.push(run);
    }
    if (angled !== "" && item.hasEOL) turned.push(angled);
    if (item.hasEOL) angled = "";
  }
  return { runs, turned: [...turned, angled].filter((text) => text.trim() !== "") };
}

/** Whether a line with this direction runs from left to right, give or take a little. */
export const isUpright = (a: number, b: number) => a > 0 && Math.abs(b) <= a / 10;

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Some programs draw bold letters as the same letters twice, a hair apart. */
function isShadow(run: Run, before: Run | undefined): boolean {
  if (!before || before.text !== run.text) return false;
  return Math.abs(run.left - before.left) < run.size / 8 && Math.abs(run.base - before.base) < run.size / 8;
}
