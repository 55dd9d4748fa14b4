/** What is painted on a page and is none of its known letters, in whatever colour, as ink on white. */
import type { Canvas } from "@napi-rs/canvas";
import type { Box } from "../pdf/boxes.ts";
import { coloursOf, type Grey } from "./picture.ts";

/** A channel below this is paint: watermarks are pale. */
const paint = 222;

/**
 * @param known boxes of letters that were read as text, in points
 * @param scale pixels a point
 */
export function restOf(canvas: Canvas, known: readonly Box[], scale: number): Grey {
  const { width, height } = canvas;
  const colours = coloursOf(canvas);
  const pixels = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < pixels.length; at++) {
    const darkest = Math.min(colours[at * 4] ?? 255, colours[at * 4 + 1] ?? 255, colours[at * 4 + 2] ?? 255);
    if (darkest < paint) pixels[at] = (darkest * 130) / paint;
  }
  for (const box of known) {
    // Marks above capitals and tails below the line reach out of the box of a letter.
    const high = box.bottom - box.top;
    const [left, right] = [Math.floor((box.left - 0.5) * scale), Math.ceil((box.right + 0.5) * scale)];
    const [top, bottom] = [(box.top - 0.45 * high) * scale, (box.bottom + 0.3 * high) * scale];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++)
      pixels.fill(255, y * width + Math.max(0, left), y * width + Math.max(0, Math.min(width, right)));
  }
  return { width, height, pixels };
}
