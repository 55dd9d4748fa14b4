/**
 * Two pages side by side on one sheet, as copiers make them: a sheet that lies across, with a gap down its middle
 * that no line crosses. The left one is read first, then the right one.
 */
import type { Rules } from "./rules.ts";
import type { Run } from "./runs.ts";

interface Part {
  readonly runs: readonly Run[];
  readonly rules: Rules;
}

/** How much wider than high a sheet of two pages is, at least: two of A4 make 1.41. */
const across = 1.25;
/** Where the gap is looked for, and how wide it is at least, in parts of the width. */
const middle = { from: 0.42, to: 0.58 };
const narrowest = 0.03;
/** Fewer lines on one side are a note beside a page. */
const fewest = 4;

export function splitSheet(
  runs: readonly Run[],
  rules: Rules,
  width: number,
  height: number,
): readonly Part[] {
  const gap = width > across * height ? findGap(runs, width) : null;
  if (gap === null || rules.level.some(({ from, to }) => from < gap - 2 && to > gap + 2))
    return [{ runs, rules }];
  const isLeft = (at: number) => at < gap;
  const half = (left: boolean): Part => ({
    runs: runs.filter((run) => isLeft(run.left) === left),
    rules: {
      level: rules.level.filter((rule) => isLeft(rule.from) === left),
      upright: rules.upright.filter((rule) => isLeft(rule.at) === left),
    },
  });
  const parts = [half(true), half(false)];
  const isPage = (part: Part) => new Set(part.runs.map((run) => Math.round(run.base / 3))).size >= fewest;
  return parts.every(isPage) ? parts : [{ runs, rules }];
}

/** The middle of the widest stretch that nothing crosses, or null. */
function findGap(runs: readonly Run[], width: number): number | null {
  const edges = runs.map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left);
  let [right, found] = [0, { from: 0, to: 0 }];
  for (const edge of edges) {
    const [from, to] = [Math.max(right, middle.from * width), Math.min(edge.left, middle.to * width)];
    if (to - from > found.to - found.from) found = { from, to };
    right = Math.max(right, edge.right);
  }
  return found.to - found.from < narrowest * width ? null : (found.from + found.to) / 2;
}
