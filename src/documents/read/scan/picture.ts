/**
 * A picture of a page as the recogniser likes it: grey, black on white. Grey is the red channel: red ink is as light
 * as paper there, so a seal over a signature vanishes from under the letters. What is red itself, a stamp that says
 * how secret a document is, is looked at by red-ink.ts.
 */
import { type Canvas, createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";

/** Grey pixels, row by row; 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** What a drawing costs at most, in pixels: A3 at 200 dots an inch. */
const mostPixels = 8_000_000;

/** A white canvas for something of this size, or as much smaller as the bound asks. */
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

/** Draws a picture so that a page in it would have about 200 dots an inch. */
export function drawImage(image: Image): Canvas {
  const wanted = image.width > image.height ? 2340 : 1654;
  const factor = Math.min(2, wanted / Math.max(1, image.width));
  const { canvas } = blankCanvas(image.width * factor, image.height * factor);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The red channel. */
export function toGrey(canvas: Canvas): Grey {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const pixels = new Uint8ClampedArray(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = data[at * 4] ?? 255;
  return { width, height, pixels };
}

/** A canvas with these grey pixels. */
export function toCanvas({ width, height, pixels }: Grey): Canvas {
  const canvas = createCanvas(width, height);
  const context: SKRSContext2D = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] ?? 255;
    image.data[at * 4] = value;
    image.data[at * 4 + 1] = value;
    image.data[at * 4 + 2] = value;
    image.data[at * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
