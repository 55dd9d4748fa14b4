/**
 * Marks of secrecy in ink that no text explains: a stamp, a pasted picture, letters drawn as outlines. Ink that lies
 * together is cut out and read by itself, straightened, and on its side too; of what is read only the marks are kept,
 * for in a seal or a signature nobody would find sense.
 */
import { type Grey, ink, turn, turnSquare } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { markOf } from "./red-ink.ts";
import { findRules, wipeRules } from "./ruled-lines.ts";
import { findSkew } from "./skew.ts";

interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ink is gathered by squares of this many pixels; squares as far from each other as `reach` belong together. */
const square = 10;
const reach = 2;
/** What may hold a mark, in pixels at 200 dots an inch; the smaller is a speck, the larger a picture. */
const smallest = { width: 26, height: 12 };
const largestPart = 0.5;
/** Stamps are set by hand: so far askew, in degrees. */
const furthest = 40;
const margin = 12;

/** @param tries how often the recogniser is asked at most */
export async function findMarks(grey: Grey, recogniser: Recogniser, tries = 14): Promise<string[]> {
  const clean: Grey = { ...grey, pixels: Uint8Array.from(grey.pixels) };
  wipeRules(clean, findRules(clean));
  const marks = new Set<string>();
  let left = tries;
  const look = async (picture: Grey): Promise<boolean> => {
    if (left-- <= 0) return false;
    const lines = await recogniser.read(picture, true);
    const said = lines.flatMap((line) => [
      line.map((word) => word.text).join(""),
      ...line.map((word) => word.text),
    ]);
    const whole = lines
      .flat()
      .map((word) => word.text)
      .join("");
    const found = [...said, whole].map(markOf).filter((mark) => mark !== null);
    for (const mark of found) marks.add(mark);
    return found.length > 0;
  };
  for (const patch of patchesOf(clean)) {
    if (left <= 0) break;
    const cut = enlarge(crop(clean, patch));
    const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top];
    if (high < 2.2 * wide && (await look(cut))) continue;
    const skew = findSkew(cut, furthest);
    if (Math.abs(skew) >= 2 && (await look(turn(withRoom(cut), -skew)))) continue;
    if (high < 1.2 * wide) continue;
    if (!(await look(turnSquare(cut, 1)))) await look(turnSquare(cut, 3));
  }
  return [...marks];
}

/** Where ink lies together, those that look most like a stamp first: wide and low. */
function patchesOf({ width, height, pixels }: Grey): Patch[] {
  const [across, down] = [Math.ceil(width / square), Math.ceil(height / square)];
  const inked = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square) * across;
    for (let x = 1; x < width; x++) {
      if ((pixels[y * width + x] ?? 255) < ink && (pixels[y * width + x - 1] ?? 255) < ink)
        inked[row + Math.floor(x / square)] = 1;
    }
  }
  const seen = new Uint8Array(inked.length);
  const patches: (Patch & { squares: number })[] = [];
  for (let start = 0; start < inked.length; start++) {
    if (!inked[start] || seen[start]) continue;
    const waiting = [start];
    seen[start] = 1;
    let [left, top, right, bottom, squares] = [across, down, 0, 0, 0];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % across, Math.floor(at / across)];
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
      squares++;
      for (let v = Math.max(0, y - reach); v <= Math.min(down - 1, y + reach); v++) {
        for (let u = Math.max(0, x - reach); u <= Math.min(across - 1, x + reach); u++) {
          const next = v * across + u;
          if (!inked[next] || seen[next]) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    patches.push({
      left: left * square,
      top: top * square,
      right: Math.min(width, (right + 1) * square),
      bottom: Math.min(height, (bottom + 1) * square),
      squares,
    });
  }
  const isFit = ({ left, right, top, bottom }: Patch) =>
    right - left >= smallest.width &&
    bottom - top >= smallest.height &&
    (right - left) * (bottom - top) <= Math.max(60_000, largestPart * width * height);
  const likeness = (one: Patch) => Math.abs(Math.log((one.right - one.left) / (one.bottom - one.top) / 3));
  return patches.filter(isFit).sort((one, other) => likeness(one) - likeness(other));
}

/** A patch with white around it. */
function crop(grey: Grey, patch: Patch): Grey {
  const [width, height] = [patch.right - patch.left + 2 * margin, patch.bottom - patch.top + 2 * margin];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = patch.top; y < patch.bottom; y++) {
    const from = y * grey.width + patch.left;
    pixels.set(
      grey.pixels.subarray(from, from + patch.right - patch.left),
      (y - patch.top + margin) * width + margin,
    );
  }
  return { width, height, pixels };
}

/** With as much white around it as it needs to be turned. */
function withRoom(grey: Grey): Grey {
  const size = Math.ceil(Math.hypot(grey.width, grey.height));
  const [x, y] = [Math.floor((size - grey.width) / 2), Math.floor((size - grey.height) / 2)];
  const pixels = new Uint8Array(size * size).fill(255);
  for (let row = 0; row < grey.height; row++)
    pixels.set(grey.pixels.subarray(row * grey.width, (row + 1) * grey.width), (row + y) * size + x);
  return { width: size, height: size, pixels };
}

/** Small letters are drawn twice as large: the recogniser wants thirty pixels. */
function enlarge(grey: Grey): Grey {
  if (grey.height - 2 * margin > 50) return grey;
  const { width, height, pixels } = grey;
  const larger = new Uint8Array(width * height * 4);
  for (let y = 0; y < height * 2; y++) {
    for (let x = 0; x < width * 2; x++)
      larger[y * width * 2 + x] = pixels[(y >> 1) * width + (x >> 1)] ?? 255;
  }
  return { width: width * 2, height: height * 2, pixels: larger };
}
