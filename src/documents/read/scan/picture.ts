/**
 * A picture of a page as the recogniser likes it: grey, black on white, level. Grey is the red channel: red ink is as
 * light as paper there, so a seal vanishes from under the signature. What is red itself is seen by red-ink.ts.
 */
import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";

/** Grey pixels, row by row; 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Values below this are ink, once `brighten` has made paper white. */
export const ink = 140;

/** What a drawing costs at most, in pixels: A3 at 200 dots an inch. */
const mostPixels = 8_000_000;
/** A4 at 200 dots an inch: what the recogniser reads best (150 to 300 tried), and fastest but for 150. */
const pageWidth = 1654;

/** A white canvas of this size, or as much smaller as the bound asks. */
export function blankCanvas(width: number, height: number): { canvas: Canvas; scale: number } {
  const scale = Math.min(1, Math.sqrt(mostPixels / Math.max(1, width * height)));
  const canvas = createCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, scale };
}

/** Draws a photo so that its shorter edge is as wide as a page; small ones are not blown up beyond double. */
export function drawImage(image: Image): Canvas {
  const factor = Math.min(2, pageWidth / Math.max(1, Math.min(image.width, image.height)));
  const { canvas } = blankCanvas(image.width * factor, image.height * factor);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The colours of a canvas, four bytes a pixel: red, green, blue and how much it covers. */
export function coloursOf(canvas: Canvas): Uint8ClampedArray {
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
}

/** The red channel, and where it outshines the others still lighter: seals are seldom of a pure red. */
export function toGrey(colours: Uint8ClampedArray, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const red = colours[at * 4] ?? 255;
    const redder = red - Math.max(colours[at * 4 + 1] ?? 255, colours[at * 4 + 2] ?? 255);
    pixels[at] = Math.min(255, red + Math.max(0, redder - 30));
  }
  return { width, height, pixels };
}

const field = 32;

/** Makes paper white wherever it lies in shadow: each pixel in proportion to the paper around it. */
export function brighten({ width, height, pixels }: Grey): Grey {
  const [across, down] = [Math.ceil(width / field), Math.ceil(height / field)];
  const paper = new Float32Array(across * down);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const counts = new Uint16Array(256);
      let seen = 0;
      for (let y = row * field; y < Math.min(height, (row + 1) * field); y += 2) {
        for (let x = column * field; x < Math.min(width, (column + 1) * field); x += 2, seen++) {
          const value = pixels[y * width + x] ?? 255;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      // Paper is the middle of the lighter half; under a dark picture it can't be told.
      let value = 255;
      for (let above = 0; value > 0 && above < seen / 4; value--) above += counts[value] ?? 0;
      paper[row * across + column] = Math.max(90, value);
    }
  }
  const bright = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const v = Math.min(down - 1, Math.max(0, y / field - 0.5));
    const [top, bottom] = [Math.floor(v) * across, Math.min(down - 1, Math.floor(v) + 1) * across];
    for (let x = 0; x < width; x++) {
      const u = Math.min(across - 1, Math.max(0, x / field - 0.5));
      const [left, right] = [Math.floor(u), Math.min(across - 1, Math.floor(u) + 1)];
      const [below, along] = [v - Math.floor(v), u - left];
      const upper = (paper[top + left] ?? 255) * (1 - along) + (paper[top + right] ?? 255) * along;
      const lower = (paper[bottom + left] ?? 255) * (1 - along) + (paper[bottom + right] ?? 255) * along;
      const white = upper * (1 - below) + lower * below;
      bright[y * width + x] = Math.min(255, ((pixels[y * width + x] ?? 255) * 255) / white);
    }
  }
  return { width, height, pixels: bright };
}

/** Turns a picture about its middle by some degrees, clockwise; what comes in from outside is paper. */
export function turn({ width, height, pixels }: Grey, degrees: number): Grey {
  const [sin, cos] = [Math.sin((-degrees * Math.PI) / 180), Math.cos((-degrees * Math.PI) / 180)];
  const turned = new Uint8Array(pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x - width / 2) * cos - (y - height / 2) * sin + width / 2;
      const v = (x - width / 2) * sin + (y - height / 2) * cos + height / 2;
      const [left, top] = [Math.floor(u), Math.floor(v)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [along, below, at] = [u - left, v - top, top * width + left];
      const upper = (pixels[at] ?? 255) * (1 - along) + (pixels[at + 1] ?? 255) * along;
      const lower = (pixels[at + width] ?? 255) * (1 - along) + (pixels[at + width + 1] ?? 255) * along;
      turned[y * width + x] = upper * (1 - below) + lower * below;
    }
  }
  return { width, height, pixels: turned };
}

/** Turns a picture by right angles, clockwise. */
export function turnSquare(grey: Grey, quarters: number): Grey {
  if (quarters % 4 === 0) return grey;
  const { width, height, pixels } = grey;
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 255;
  }
  return turnSquare({ width: height, height: width, pixels: turned }, quarters - 1);
}

/** The picture as a file that the recogniser takes: a portable grey map, for it costs nothing to write. */
export function toPgm({ width, height, pixels }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}
