/**
 * The straight lines drawn on a page: the borders of tables. Word draws a border as a thin filled box per cell,
 * LibreOffice as strokes; both come out as rules, level or upright, joined where they touch.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { type Matrix, multiply } from "./runs.ts";

/** A rule: at `at` across, from `from` to `to` along. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rules of a page. */
export interface Rules {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** Thickest line that is a border, and the gap that borders of neighbouring cells may leave, in points. */
const thick = 3;
/** Drawings have thousands of lines, tables don't; they are not worth the time. Before and after joining. */
const most = { drawn: 10_000, joined: 600 };

const none: Rules = { level: [], upright: [] };

/** Reads the rules of a page. */
export async function readRules(page: PDFPageProxy, view: Matrix): Promise<Rules> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const level: Rule[] = [];
  const upright: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = view;

  const draw = (x0: number, y0: number, x1: number, y1: number) => {
    const [, , , , left = 0, top = 0] = multiply(matrix, [1, 0, 0, 1, x0, y0]);
    const [, , , , right = 0, bottom = 0] = multiply(matrix, [1, 0, 0, 1, x1, y1]);
    const width = Math.abs(right - left);
    const height = Math.abs(bottom - top);
    const [x, y] = [Math.min(left, right), Math.min(top, bottom)];
    if (height <= thick && width > thick) level.push({ at: y + height / 2, from: x, to: x + width });
    else if (width <= thick && height > thick) upright.push({ at: x + width / 2, from: y, to: y + height });
    return width > thick && height > thick;
  };

  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.transform) matrix = multiply(matrix, args);
    else if (operator === OPS.paintFormXObjectBegin && args?.[0]) matrix = multiply(matrix, args[0]);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? view;
    else if (operator === OPS.constructPath) {
      const painted = fnArray[index + 1];
      const stroked = painted === OPS.stroke || painted === OPS.closeStroke || painted === OPS.fillStroke;
      if (stroked || painted === OPS.fill || painted === OPS.eoFill)
        tracePath(args[0], args[1], OPS, draw, stroked);
    }
    if (level.length + upright.length > most.drawn) return none;
  }
  const rules = { level: joinTouching(level), upright: joinTouching(upright) };
  return rules.level.length + rules.upright.length > most.joined ? none : rules;
}

type Draw = (x0: number, y0: number, x1: number, y1: number) => boolean;

function tracePath(
  steps: number[],
  numbers: number[],
  ops: Record<string, number>,
  draw: Draw,
  stroked: boolean,
) {
  let at = 0;
  let [x, y] = [0, 0];
  const next = () => numbers[at++] ?? 0;
  for (const step of steps) {
    if (step === ops.rectangle) {
      const [left, top, width, height] = [next(), next(), next(), next()];
      const isBox = draw(left, top, left + width, top + height);
      if (!isBox || !stroked) continue;
      draw(left, top, left + width, top);
      draw(left, top + height, left + width, top + height);
      draw(left, top, left, top + height);
      draw(left + width, top, left + width, top + height);
    } else if (step === ops.moveTo) [x, y] = [next(), next()];
    else if (step === ops.lineTo) {
      const [x1, y1] = [next(), next()];
      draw(x, y, x1, y1);
      [x, y] = [x1, y1];
    } else if (step === ops.curveTo) at += 6;
    else if (step === ops.curveTo2 || step === ops.curveTo3) at += 4;
  }
}

/** Joins rules that lie on one line and touch; what is left of a border is one rule. */
function joinTouching(rules: readonly Rule[]): Rule[] {
  const rows: Rule[][] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    if (rule.at - at > thick / 2) {
      at = rule.at;
      rows.push([]);
    }
    rows.at(-1)?.push({ ...rule, at });
  }
  const joined: Rule[] = [];
  for (const rule of rows.flatMap((row) => row.sort((a, b) => a.from - b.from))) {
    const last = joined.at(-1);
    if (last && last.at === rule.at && rule.from <= last.to + thick) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    } else joined.push(rule);
  }
  return joined;
}
