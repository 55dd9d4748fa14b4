/**
 * The borders of tables in a picture: long straight strokes, level and upright. They give the grid in which words
 * are read (pdf/tables.ts), and are wiped out before the letters are looked at, which else are taken for "|".
 */
import type { Rule, Rules } from "../pdf/rules.ts";
import { type Grey, ink } from "./picture.ts";

/** Lengths in pixels at 200 dots an inch: the narrowest column, the lowest row. */
const shortest = { level: 60, upright: 44 };
const thickest = 9;
/** What noise may break out of a line. */
const gap = 2;
/** How far beside a line another may end and still meet it. */
const reach = 8;
const most = 600;

interface Stroke {
  from: number;
  to: number;
  first: number;
  last: number;
}

/**
 * Finds the rules of a level picture; places in pixels. Only those that meet one of the other direction: the heads of
 * "HTT" in a row are as long as a narrow column.
 */
export function findRules(grey: Grey): Rules {
  const level = trace(grey, shortest.level, false);
  const upright = trace(grey, shortest.upright, true);
  if (level.length + upright.length > most) return { level: [], upright: [] };
  return {
    level: level.filter((rule) => upright.some((other) => meets(rule, other))),
    upright: upright.filter((rule) => level.some((other) => meets(rule, other))),
  };
}

function meets(rule: Rule, other: Rule): boolean {
  const within = (at: number, { from, to }: Rule) => at >= from - reach && at <= to + reach;
  return within(other.at, rule) && within(rule.at, other);
}

/** Paints rules white. */
export function wipeRules({ width, height, pixels }: Grey, rules: Rules): void {
  const half = Math.ceil(thickest / 2);
  const wipe = (left: number, right: number, top: number, bottom: number) => {
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++)
      pixels.fill(255, y * width + Math.max(0, left), y * width + Math.min(width, right + 1));
  };
  for (const { at, from, to } of rules.level) wipe(from, to, Math.round(at) - half, Math.round(at) + half);
  for (const { at, from, to } of rules.upright) wipe(Math.round(at) - half, Math.round(at) + half, from, to);
}

function trace({ width, height, pixels }: Grey, length: number, upright: boolean): Rule[] {
  const [rows, along] = upright ? [width, height] : [height, width];
  const dark = (row: number, at: number) =>
    (pixels[upright ? at * width + row : row * width + at] ?? 255) < ink + 30;
  const done: Stroke[] = [];
  let open: Stroke[] = [];
  for (let row = 0; row < rows; row++) {
    for (const [from, to] of runsOf((at) => dark(row, at), along, length)) {
      const same = open.find((stroke) => from <= stroke.to + gap && to >= stroke.from - gap);
      if (same) {
        same.from = Math.min(same.from, from);
        same.to = Math.max(same.to, to);
        same.last = row;
      } else open.push({ from, to, first: row, last: row });
    }
    done.push(...open.filter((stroke) => stroke.last < row - 1));
    open = open.filter((stroke) => stroke.last >= row - 1);
  }
  return [...done, ...open]
    .filter((stroke) => stroke.last - stroke.first < thickest)
    .map(({ from, to, first, last }) => ({ at: (first + last) / 2, from, to }));
}

/** Stretches of ink in one row of pixels, at least so long, small gaps forgiven. */
function runsOf(isDark: (at: number) => boolean, end: number, length: number): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  let last = -1;
  for (let at = 0; at <= end; at++) {
    if (at < end && isDark(at)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at - last > gap || at === end)) {
      if (last - from + 1 >= length) runs.push([from, last]);
      from = -1;
    }
  }
  return runs;
}
