/**
 * Tables with borders: rules that cross make a grid, words fall into its fields, fields without a border between
 * them are one cell. So a cell keeps its wrapped lines together, which no reading from left to right could tell.
 */
import type { Cell } from "../text/table-lines.ts";
import { toParagraphs } from "./flow.ts";
import { joinRuns, type Line, toRows } from "./lines.ts";
import type { Rule, Rules } from "./rules.ts";
import type { Run } from "./runs.ts";

/** A table and where it stands. */
export interface PageTable {
  readonly top: number;
  readonly rows: Cell[][];
}

const slack = 3;

/** Takes the words that stand in tables out of the runs of a page. */
export function takeTables(runs: readonly Run[], rules: Rules): { tables: PageTable[]; rest: Run[] } {
  let rest = [...runs];
  const tables: PageTable[] = [];
  for (const group of groupCrossing(rules)) {
    const columns = bounds([...group.upright.map((rule) => rule.at), ...ends(group.level)]);
    const lines = bounds([...group.level.map((rule) => rule.at), ...ends(group.upright)]);
    if (columns.length < 3 || lines.length < 2) continue;
    const isInside = (run: Run) => {
      const column = fieldOf(columns, (run.left + run.right) / 2);
      return column >= 0 && fieldOf(lines, run.base - run.size / 3) >= 0;
    };
    const inside = rest.filter(isInside);
    if (inside.length === 0) continue;
    rest = rest.filter((run) => !isInside(run));
    tables.push({ top: lines[0] ?? 0, rows: fill(inside, group, columns, lines) });
  }
  return { tables, rest };
}

function fill(runs: readonly Run[], group: Rules, columns: number[], lines: number[]): Cell[][] {
  const width = columns.length - 1;
  const height = lines.length - 1;
  const middle = (edges: number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2;
  // Each field points to the first field of its cell: the one to the left or above, where no border is between.
  const cellOf: number[] = [];
  for (let field = 0; field < width * height; field++) {
    const [row, column] = [Math.floor(field / width), field % width];
    const joinsLeft = column > 0 && !covers(group.upright, columns[column] ?? 0, middle(lines, row));
    const joinsAbove = row > 0 && !covers(group.level, lines[row] ?? 0, middle(columns, column));
    cellOf.push((joinsLeft ? cellOf[field - 1] : joinsAbove ? cellOf[field - width] : field) ?? field);
  }
  const contents = new Map<number, Run[]>();
  for (const run of runs) {
    const row = fieldOf(lines, run.base - run.size / 3);
    const cell = cellOf[row * width + fieldOf(columns, (run.left + run.right) / 2)] ?? 0;
    contents.set(cell, contents.get(cell) ?? []);
    contents.get(cell)?.push(run);
  }
  return [...Array(height).keys()].map((row) =>
    [...Array(width).keys()].map((column) => {
      const field = row * width + column;
      let last = column;
      while (last + 1 < width && cellOf[row * width + last + 1] === field) last++;
      const right = (columns[last + 1] ?? 0) - slack;
      return sayCell(contents.get(field) ?? [], (columns[column] ?? 0) + slack, right);
    }),
  );
}

function sayCell(runs: readonly Run[], left: number, right: number): Cell {
  const lines: Line[] = toRows(runs).map(joinRuns);
  return toParagraphs(lines.map((line) => ({ line, left, right })));
}

/** Parts rules into groups that hang together, and drops those that cross nothing (underlines, ornaments). */
function groupCrossing({ level, upright }: Rules): Rules[] {
  const groups: { level: Rule[]; upright: Rule[] }[] = [];
  for (const bar of upright) {
    const crossing = level.filter((rule) => touches(rule, bar.at) && touches(bar, rule.at));
    if (crossing.length === 0) continue;
    const known = groups.filter((group) => crossing.some((rule) => group.level.includes(rule)));
    const merged = {
      level: [...new Set([...known.flatMap((group) => group.level), ...crossing])],
      upright: [...known.flatMap((group) => group.upright), bar],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !known.includes(group)), merged);
  }
  return groups.sort(
    (a, b) => Math.min(...a.level.map((rule) => rule.at)) - Math.min(...b.level.map((rule) => rule.at)),
  );
}

function ends(rules: readonly Rule[]): number[] {
  return [Math.min(...rules.map((rule) => rule.from)), Math.max(...rules.map((rule) => rule.to))];
}

/** Edges in order, those that nearly coincide only once. */
function bounds(edges: number[]): number[] {
  const sorted = edges.sort((a, b) => a - b);
  return sorted.filter((edge, index) => index === 0 || edge - (sorted[index - 1] ?? 0) > slack);
}

function fieldOf(edges: readonly number[], at: number): number {
  const next = edges.findIndex((edge) => edge > at);
  return next - 1 < 0 ? -1 : next - 1;
}

function covers(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= slack && touches(rule, along));
}

function touches(rule: Rule, along: number): boolean {
  return along >= rule.from - slack && along <= rule.to + slack;
}
