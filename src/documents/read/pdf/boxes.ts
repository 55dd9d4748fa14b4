/** Boxes on a page, in points from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box that holds these points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { left, top, right, bottom };
}

export function contains(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

const fields = 40;

/** The part of a page of this size that boxes cover together, 0 to 1. */
export function coverOf(boxes: readonly Box[], width: number, height: number): number {
  const covered = new Uint8Array(fields * fields);
  const clip = (value: number, whole: number) =>
    Math.max(0, Math.min(fields, Math.round((value / whole) * fields)));
  for (const box of boxes) {
    const [from, to] = [clip(box.left, width), clip(box.right, width)];
    for (let row = clip(box.top, height); row < clip(box.bottom, height); row++)
      covered.fill(1, row * fields + from, row * fields + to);
  }
  return covered.reduce((sum, one) => sum + one, 0) / covered.length;
}
