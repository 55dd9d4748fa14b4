/**
 * What is stamped in red. The letters of a page are read without it, for a seal lies across the signature; but the
 * mark of secrecy is a red stamp, and it must not be lost. So red ink is looked at by itself, and of it only the marks
 * are kept: in the round writing of a seal nobody would find sense.
 */
import type { Grey } from "./picture.ts";

/** How much redder than anything else a pixel must be, of 255. */
const redness = 50;
/** Fewer red pixels are dust. */
const fewest = 150;

/** The marks, by their capitals without tones. */
const marks: readonly [RegExp, string][] = [
  [/^TUYETMAT$/, "TUYỆT MẬT"],
  [/^TOIMAT$/, "TỐI MẬT"],
  [/^MAT$/, "MẬT"],
  [/^TAILIEUTHUHOI$/, "TÀI LIỆU THU HỒI"],
  [/^(TAILIEU)?LUUHANHNOIBO$/, "LƯU HÀNH NỘI BỘ"],
];

/** The red ink alone, as grey: the redder the darker. Null where there is none to speak of. */
export function takeRed(colours: Uint8ClampedArray, width: number, height: number): Grey | null {
  const pixels = new Uint8Array(width * height).fill(255);
  let seen = 0;
  for (let at = 0; at < pixels.length; at++) {
    const red = (colours[at * 4] ?? 0) - Math.max(colours[at * 4 + 1] ?? 0, colours[at * 4 + 2] ?? 0);
    if (red < redness) continue;
    pixels[at] = Math.max(0, 255 - 2 * red);
    seen++;
  }
  return seen < fewest ? null : { width, height, pixels };
}

/** The mark that a line of capitals is, as it is written properly, or null. */
export function markOf(line: string): string | null {
  const capitals = line
    .toLocaleUpperCase("vi")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replace(/[^A-Z]/g, "");
  return marks.find(([pattern]) => pattern.test(capitals))?.[1] ?? null;
}
