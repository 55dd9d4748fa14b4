/** Pictures of pages → what stands on each page, in the form in which pages with text come. */
import type { Canvas } from "@napi-rs/canvas";
import { orderLines } from "../pdf-layout.ts";
import type { PageText } from "../pdf-pages.ts";
import type { Run } from "../pdf-runs.ts";
import { signWord } from "./doubt.ts";
import { toCanvas, toGrey } from "./picture.ts";
import type { Recogniser, SeenWord } from "./recogniser.ts";

/** Width of a page in points: pictures have no size of their own, plans are on A4. */
const pageWidth = 595;

/** Reads one page; null where something stands on it and nothing can be read. */
export async function readScan(canvas: Canvas, recogniser: Recogniser): Promise<PageText | null> {
  const grey = toGrey(canvas);
  const scale = pageWidth / grey.width;
  const words = await recogniser.read(toCanvas(grey).toBuffer("image/png"), Math.round(72 / scale));
  const runs = words.filter(isWord).map((word) => toRun(word, scale));
  return { height: grey.height * scale, lines: orderLines(runs), tables: [], turned: [] };
}

function isWord({ text, confidence }: SeenWord): boolean {
  return text.trim() !== "" && confidence > (/[\p{L}\d]/u.test(text) ? 20 : 60);
}

function toRun(word: SeenWord, scale: number): Run {
  return {
    text: signWord(word.text, word.confidence),
    left: word.left * scale,
    right: word.right * scale,
    base: word.base * scale,
    size: word.row * scale,
  };
}
