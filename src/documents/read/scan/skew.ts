/**
 * How a page was laid on the glass. When lines lie level, ink stands in rows with nothing between them: of all
 * angles the one is taken under which the rows of ink differ most from each other.
 */
import { type Grey, ink } from "./picture.ts";

const usual = 4;
const coarse = 0.4;
const fine = 0.05;
/** Points of ink looked at; a page has more than is needed. */
const enough = 40_000;
/** Longest stroke of a letter, in steps of two pixels. */
const longest = 22;

type Points = readonly (readonly [number, number])[];

/** The angle in degrees, clockwise, by which the lines of a page fall; 0 where there is too little to tell. */
export function findSkew(grey: Grey, furthest = usual): number {
  const points = inkOf(grey);
  if (points.length < 200) return 0;
  const best = (from: number, to: number, by: number) => {
    let found = { angle: 0, score: -1 };
    for (let angle = from; angle <= to + by / 2; angle += by) {
      const score = contrast(points, angle, grey.height, grey.width);
      if (score > found.score) found = { angle, score };
    }
    return found.angle;
  };
  const step = furthest > usual ? 4 * coarse : coarse;
  const near = best(-furthest, furthest, step);
  return best(near - step, near + step, furthest > usual ? coarse : fine);
}

/** Whether the lines of a page run up or down: its ink stands in columns rather than rows. */
export function isSideways(grey: Grey): boolean {
  const points = inkOf(grey);
  if (points.length < 200) return false;
  const across = points.map(([x, y]) => [y, x] as const);
  const best = (of: Points, height: number, width: number) =>
    Math.max(...[-2, -1, 0, 1, 2].map((angle) => contrast(of, angle, height, width)));
  return best(across, grey.width, grey.height) > 1.5 * best(points, grey.height, grey.width);
}

/** Every second pixel of ink each way, without long strokes: a table's borders stand in columns as letters don't. */
function inkOf({ width, height, pixels }: Grey): Points {
  const [across, down] = [Math.floor(width / 2), Math.floor(height / 2)];
  const dark = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++)
      dark[y * across + x] = (pixels[y * 2 * width + x * 2] ?? 255) < ink ? 1 : 0;
  }
  const strokes = new Uint8Array(dark.length);
  for (let y = 0; y < down; y++) markStrokes(dark, strokes, y * across, 1, across);
  for (let x = 0; x < across; x++) markStrokes(dark, strokes, x, across, down);
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at < dark.length; at++) {
    if (dark[at] && !strokes[at]) points.push([(at % across) * 2, Math.floor(at / across) * 2]);
  }
  const step = Math.max(1, Math.ceil(points.length / enough));
  return points.filter((_, at) => at % step === 0);
}

function markStrokes(
  dark: Uint8Array,
  strokes: Uint8Array,
  start: number,
  step: number,
  count: number,
): void {
  let length = 0;
  for (let index = 0; index <= count; index++) {
    if (index < count && dark[start + index * step]) length++;
    else {
      if (length > longest)
        for (let back = 1; back <= length; back++) strokes[start + (index - back) * step] = 1;
      length = 0;
    }
  }
}

/** How much rows of ink differ from the rows beside them when the page is turned back by an angle. */
function contrast(points: Points, angle: number, height: number, width: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = Math.abs(slope) * width;
  const rows = new Int32Array(Math.ceil((height + 2 * margin) / 2) + 1);
  for (const [x, y] of points) {
    const row = Math.floor((y - x * slope + margin) / 2);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
