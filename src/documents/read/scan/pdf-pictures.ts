/** Draws pages of a .pdf, as they would be printed. The settings that keep a file from reaching out are pdf.ts's. */
import type { Canvas } from "@napi-rs/canvas";
import { blankCanvas } from "./picture.ts";

const dotsPerInch = 200;
/** Largest picture in a page, in pixels: A4 at 600 dots an inch. */
const largestPicture = 36_000_000;

export interface PdfPictures {
  draw(page: number): Promise<Canvas>;
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
    verbosity: 0,
  });
  const document = await task.promise;
  return {
    draw: async (number) => {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const dense = dotsPerInch / 72;
      const { canvas, scale } = blankCanvas(width * dense, height * dense);
      const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
      await page.render({ canvasContext, viewport: page.getViewport({ scale: dense * scale }) }).promise;
      page.cleanup();
      return canvas;
    },
    close: () => task.destroy(),
  };
}
