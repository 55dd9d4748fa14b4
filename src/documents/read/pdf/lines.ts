/** Runs that stand on one level are a line; a wide gap in it parts what belongs to different columns. */
import { beginsItem } from "../text/line-joins.ts";
import type { Run } from "./runs.ts";

/** A line of one column. */
export interface Line extends Run {}

/** Narrowest gap between columns, in letter sizes. Justified text spreads its words less than this. */
const columnGap = 1.8;

/** Groups runs into rows from top to bottom, each from left to right. */
export function toRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.base - b.base)) {
    const first = rows.at(-1)?.[0];
    if (first && run.base - first.base < 0.45 * Math.max(run.size, first.size)) rows.at(-1)?.push(run);
    else rows.push([run]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** Parts a row at its wide gaps. The gap behind a number or a bullet is no such gap. */
export function splitAtGaps(row: readonly Run[]): Line[] {
  const parts: Run[][] = [];
  let right = 0;
  for (const run of row) {
    const part = parts.at(-1);
    if (part && (run.left - right < columnGap * run.size || isLabel(part))) part.push(run);
    else parts.push([run]);
    right = part === parts.at(-1) ? Math.max(right, run.right) : run.right;
  }
  return parts.map(joinRuns);
}

function isLabel(runs: readonly Run[]): boolean {
  if (runs.length > 3) return false;
  const { text } = joinRuns(runs);
  return text.length <= 6 && beginsItem(`${text} x`);
}

/** Makes one line of runs in order; words drawn apart get their space back. */
export function joinRuns(runs: readonly Run[]): Line {
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const apart = run.left - right > 0.15 * run.size && text !== "";
    text += apart && !text.endsWith(" ") && !run.text.startsWith(" ") ? ` ${run.text}` : run.text;
    right = Math.max(right, run.right);
  }
  const first = runs[0];
  return {
    text: text.trim(),
    left: first?.left ?? 0,
    right,
    base: first?.base ?? 0,
    size: Math.max(...runs.map((run) => run.size)),
  };
}
