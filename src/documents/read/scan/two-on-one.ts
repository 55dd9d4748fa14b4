/** Two pages on one sheet of a scan: a picture that lies across, white down its middle from top to bottom. */
import { type Grey, ink } from "./picture.ts";

/** How much wider than high, at least; two pages of A4 make 1.41. */
const across = 1.25;
/** Where the gap is looked for, and how wide it is at least, in parts of the width. */
const middle = { from: 0.42, to: 0.58 };
const narrowest = 0.03;
/** Grain and the shadow of a fold, in parts of the height. */
const dust = 0.006;
/** Both halves have so many lines. */
const fewestLines = 3;

/** The pages of a picture from left to right; the picture itself where it is one page. */
export function splitPicture(grey: Grey): Grey[] {
  const { width, height } = grey;
  if (width < across * height) return [grey];
  const gap = findGap(grey);
  if (gap === null) return [grey];
  const halves = [cut(grey, 0, gap), cut(grey, gap, width)];
  return halves.every(isWritten) ? halves : [grey];
}

function findGap({ width, height, pixels }: Grey): number | null {
  let best = { from: 0, to: 0 };
  let from = -1;
  const end = Math.floor(middle.to * width);
  for (let x = Math.floor(middle.from * width); x <= end; x++) {
    let dark = 0;
    for (let y = 0; y < height; y += 2) if ((pixels[y * width + x] ?? 255) < ink) dark++;
    const isWhite = dark * 2 <= dust * height && x < end;
    if (isWhite && from < 0) from = x;
    if (!isWhite && from >= 0) {
      if (x - from > best.to - best.from) best = { from, to: x };
      from = -1;
    }
  }
  return best.to - best.from < narrowest * width ? null : Math.round((best.from + best.to) / 2);
}

function cut({ width, height, pixels }: Grey, from: number, to: number): Grey {
  const half = new Uint8Array((to - from) * height);
  for (let y = 0; y < height; y++)
    half.set(pixels.subarray(y * width + from, y * width + to), y * (to - from));
  return { width: to - from, height, pixels: half };
}

function isWritten({ width, height, pixels }: Grey): boolean {
  let [lines, inLine] = [0, false];
  for (let y = 0; y < height; y += 3) {
    let dark = 0;
    for (let x = 0; x < width; x += 2) if ((pixels[y * width + x] ?? 255) < ink) dark++;
    const isInked = dark > 0.004 * width;
    if (isInked && !inLine) lines++;
    inLine = isInked;
  }
  return lines >= fewestLines;
}
