/**
 * How far a page was laid askew. When lines lie level, ink stands in rows with nothing between them: of all angles
 * the one is taken under which the rows of ink differ most from each other.
 */
import type { Grey } from "./picture.ts";

const furthest = 4;
const coarse = 0.4;
const fine = 0.05;
/** Pixels looked at; a page has more ink than is needed. */
const enough = 40_000;

/** The angle in degrees, clockwise, by which the lines of a page fall; 0 where there is too little to tell. */
export function findSkew({ width, height, pixels }: Grey): number {
  const ink: [number, number][] = [];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) if ((pixels[y * width + x] ?? 255) < 128) ink.push([x, y]);
  }
  const step = Math.max(1, Math.ceil(ink.length / enough));
  const points = ink.filter((_, at) => at % step === 0);
  if (points.length < 200) return 0;
  const best = (from: number, to: number, by: number) => {
    let found = { angle: 0, score: -1 };
    for (let angle = from; angle <= to + by / 2; angle += by) {
      const score = contrast(points, angle, height);
      if (score > found.score) found = { angle, score };
    }
    return found.angle;
  };
  const near = best(-furthest, furthest, coarse);
  return best(near - coarse, near + coarse, fine);
}

/** How much rows of ink differ from the rows beside them when the page is turned back by an angle. */
function contrast(points: readonly [number, number][], angle: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = height;
  const rows = new Int32Array(Math.ceil((height + 2 * margin) / 2));
  for (const [x, y] of points) {
    const row = Math.floor((y - x * slope + margin) / 2);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
