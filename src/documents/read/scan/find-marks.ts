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
/** In pixels of a picture that is nothing but a stamp. */
const largestStamp = 400_000;
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
  const lookAtAny = async (pictures: readonly Grey[]) => {
    for (const picture of pictures) if (await look(picture)) return true;
    return false;
  };
  for (const patch of patchesOf(clean)) {
    if (left <= 0) break;
    const cut = crop(clean, patch);
    const sizes = sizesOf(cut);
    const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top];
    const skew = findSkew(cut, furthest);
    const upright = async () => high < 2.2 * wide && (await lookAtAny(sizes));
    const straightened = async () =>
      Math.abs(skew) >= 2 && (await lookAtAny(sizes.map((one) => turn(withRoom(one), -skew))));
    const isAskew = Math.abs(skew) >= 6;
    if (isAskew ? (await straightened()) || (await upright()) : (await upright()) || (await straightened()))
      continue;
    if (high < 1.2 * wide) continue;
    await lookAtAny([1, 3].map((quarters) => turnSquare(sizes[0] ?? cut, quarters)));
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
    (right - left) * (bottom - top) <= Math.max(largestStamp, largestPart * width * height);
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

/** The recogniser wants letters of thirty pixels: what may be smaller is tried twice as large, and as it is. */
function sizesOf(grey: Grey): readonly Grey[] {
  const [wide, high] = [grey.width - 2 * margin, grey.height - 2 * margin];
  if (high > 50 && wide * high > 60_000) return [grey];
  return high > 50 ? [grey, enlarge(grey)] : [enlarge(grey)];
}

function enlarge(grey: Grey): Grey {
  const { width, height, pixels } = grey;
  const larger = new Uint8Array(width * height * 4);
  for (let y = 0; y < height * 2; y++) {
    for (let x = 0; x < width * 2; x++)
      larger[y * width * 2 + x] = pixels[(y >> 1) * width + (x >> 1)] ?? 255;
  }
  return { width: width * 2, height: height * 2, pixels: larger };
}
