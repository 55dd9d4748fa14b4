/** Draws pages of a .pdf, as they would be printed. The settings that keep a file from reaching out are pdf.ts's. */
import type { Canvas } from "@napi-rs/canvas";
import { type Box, coverOf } from "../pdf/boxes.ts";
import { readPainting } from "../pdf/painting.ts";
import { blankCanvas } from "./picture.ts";

const dotsPerInch = 200;
/** Largest picture in a page, in pixels: A4 at 600 dots an inch. */
const largestPicture = 36_000_000;
/** Where pictures cover this part of a page, they are the page. */
const mostOfPage = 0.5;

export interface DrawnPage {
  readonly canvas: Canvas;
  /** Pixels a point. */
  readonly scale: number;
}

/** What is painted on a page without being text. */
export interface PaintedPage {
  /** Pictures cover most of it. */
  readonly isCovered: boolean;
  /** Letters that were read as text. */
  readonly known: readonly Box[];
  /** What tells its pictures from others, with their places: the same head on every page is looked at once. */
  readonly pictures: readonly string[];
}

export interface PdfPictures {
  painted(page: number): Promise<PaintedPage>;
  draw(page: number): Promise<DrawnPage>;
  close(): Promise<void>;
}

/** Opens a .pdf for drawing. */
export async function openPdfPictures(bytes: Uint8Array): Promise<PdfPictures> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: largestPicture,
    fontExtraProperties: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const layers = await document.getOptionalContentConfig();
  return {
    painted: async (number) => {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { letters, pictures } = await readPainting(page, transform, layers);
      const sayPicture = ({ pixels, ...box }: (typeof pictures)[number]) =>
        `${pixels} ${Object.values(box).map(Math.round).join(" ")}`;
      return {
        isCovered: coverOf(pictures, width, height) >= mostOfPage,
        known: letters
          .filter((one) => !one.hidden && !one.unknown && one.text.trim() !== "")
          .map((one) => one.box),
        pictures: pictures.map(sayPicture),
      };
    },
    draw: async (number) => {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const dense = dotsPerInch / 72;
      const { canvas, scale } = blankCanvas(width * dense, height * dense);
      const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
      await page.render({ canvasContext, viewport: page.getViewport({ scale: dense * scale }) }).promise;
      page.cleanup();
      return { canvas, scale: dense * scale };
    },
    close: () => task.destroy(),
  };
}
