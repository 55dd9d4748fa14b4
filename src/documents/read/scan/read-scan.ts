/** A picture of a page → what stands on it, in the form in which pages with text come. */
import type { Canvas } from "@napi-rs/canvas";
import { orderLines } from "../pdf-layout.ts";
import type { PageText } from "../pdf-pages.ts";
import type { Rule } from "../pdf-rules.ts";
import type { Run } from "../pdf-runs.ts";
import { takeTables } from "../pdf-tables.ts";
import { signWord } from "./doubt.ts";
import { brighten, coloursOf, type Grey, ink, toGrey, turn, turnSquare } from "./picture.ts";
import type { Recogniser, SeenWord } from "./recogniser.ts";
import { markOf, takeRed } from "./red-ink.ts";
import { findRules, wipeRules } from "./ruled-lines.ts";
import { findSkew, isSideways } from "./skew.ts";

/** Width of a page in points: pictures have no size of their own, and plans are on A4. */
const pageWidth = 595;
/** Below this mean confidence what was read is no text; a page turned upside down gives 30 to 40. */
const legible = 60;
/** Less ink than this part of a page is dust and shadows. */
const leastInk = 0.000_2;
/** The height of a row is that of its letters without the space above and below. */
const sizeOfRow = 1.05;

/** Reads one page; null where something stands on it and nothing could be read. Blank pages have no lines. */
export async function readScan(canvas: Canvas, recogniser: Recogniser): Promise<PageText | null> {
  const { width, height } = canvas;
  const colours = coloursOf(canvas);
  const grey = brighten(toGrey(colours, width, height));
  const isBlank = countInk(grey) < leastInk * width * height;
  const red = takeRed(colours, width, height);
  if (isBlank && !red) return { height: (height * pageWidth) / width, lines: [], tables: [], turned: [] };

  const quarters = isSideways(grey) ? [1, 3] : [0, 2];
  let best: { page: PageText; confidence: number; quarters: number } | null = null;
  for (const turns of isBlank ? [0] : quarters) {
    const found = { ...(await readLevel(turnSquare(grey, turns), recogniser)), quarters: turns };
    if (!best || found.confidence > best.confidence) best = found;
    if (best.confidence >= legible) break;
  }
  const turned = red ? await readMarks(turnSquare(red, best?.quarters ?? 0), recogniser) : [];
  if (!best || (best.confidence < legible && turned.length === 0)) return null;
  return { ...best.page, turned };
}

async function readLevel(grey: Grey, recogniser: Recogniser) {
  const skew = findSkew(grey);
  const level = Math.abs(skew) < 0.1 ? grey : turn(grey, -skew);
  const scale = pageWidth / level.width;
  const rules = findRules(level);
  wipeRules(level, rules);
  const seen = (await recogniser.read(level)).map((line) => line.filter(isWord));
  const runs = seen.flatMap((line) => {
    const mark = markOf(line.map((word) => word.text).join(" "));
    return line.map((word, at) => toRun(mark ? { ...word, text: at === 0 ? mark : "" } : word, scale));
  });
  const inPoints = (rule: Rule): Rule => ({
    at: rule.at * scale,
    from: rule.from * scale,
    to: rule.to * scale,
  });
  const { tables, rest } = takeTables(
    runs.filter((run) => run.text !== ""),
    { level: rules.level.map(inPoints), upright: rules.upright.map(inPoints) },
  );
  const page: PageText = { height: level.height * scale, lines: orderLines(rest), tables, turned: [] };
  return { page, confidence: meanConfidence(seen.flat()) };
}

async function readMarks(red: Grey, recogniser: Recogniser): Promise<string[]> {
  const lines = await recogniser.read(turn(red, 0), true);
  return lines.map((line) => markOf(line.map((word) => word.text).join(""))).filter((mark) => mark !== null);
}

function countInk({ pixels }: Grey): number {
  let count = 0;
  for (let at = 1; at < pixels.length; at++) {
    // Two side by side: a single one is grain.
    if ((pixels[at] ?? 255) < ink && (pixels[at - 1] ?? 255) < ink) count++;
  }
  return count;
}

/** Longer words say more about the page than the specks that pass for letters. */
function meanConfidence(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, letters);
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
    size: word.row * scale * sizeOfRow,
  };
}
