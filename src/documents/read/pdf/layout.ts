/**
 * The order in which a page is read: top-down, but where two blocks stand side by side (letterhead, signature), the
 * left one first and then the right one.
 */
import type { PlacedLine } from "./flow.ts";
import { type Line, splitAtGaps, toRows } from "./lines.ts";
import type { Run } from "./runs.ts";

/** Orders the lines of a page and gives each the edges of its column. */
export function orderLines(runs: readonly Run[]): PlacedLine[] {
  const rows = toRows(runs).map(splitAtGaps);
  const single = rows.filter((row) => row.length === 1).flat();
  const edges = edgesOf(single.length > 0 ? single : rows.flat());
  const placed: PlacedLine[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] ?? [];
    if (row.length === 2) {
      const { left, right, next } = takeBlock(rows, at);
      // Such a block is narrow and set by hand: no line of it is broken for want of room.
      const open = { left: 0, right: Number.POSITIVE_INFINITY };
      placed.push(...[...left, ...right].map((line) => ({ line, ...open })));
      at = next;
    } else {
      const line = row.length === 1 ? row[0] : joinCells(row);
      if (line) placed.push({ line, ...edges });
      at++;
    }
  }
  return placed;
}

/** From a row of two parts down to where a line crosses the gap between them, or nothing stands on the right. */
function takeBlock(rows: readonly Line[][], start: number): { left: Line[]; right: Line[]; next: number } {
  let gap = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  let next = start + 1;
  for (let at = start; at < rows.length; at++) {
    const row = rows[at] ?? [];
    const [first, second] = row;
    if (!first || row.length > 2) break;
    const standsRight = second === undefined && first.left >= gap.to - first.size;
    const from = Math.max(gap.from, standsRight ? gap.from : first.right);
    const to = Math.min(gap.to, second?.left ?? (standsRight ? first.left : gap.to));
    if (to - from < first.size) break;
    gap = { from, to };
    if (second || standsRight) next = at + 1;
  }
  const lines = rows.slice(start, next).flat();
  const middle = Math.min(
    ...rows.slice(start, next).map((row) => row[1]?.left ?? Number.POSITIVE_INFINITY),
    gap.to,
  );
  const isRight = (line: Line) => line.left >= middle - line.size;
  return { left: lines.filter((line) => !isRight(line)), right: lines.filter(isRight), next };
}

/** Three parts and more in a row without borders: a row of a table. */
function joinCells(row: readonly Line[]): Line | undefined {
  const [first] = row;
  const last = row.at(-1);
  return first && last && { ...first, right: last.right, text: row.map((line) => line.text).join(" | ") };
}

function edgesOf(lines: readonly Line[]): { left: number; right: number } {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
  };
}
