/** A picture of a page → what stands on it, in the form in which pages with text come. */
import type { Canvas } from "@napi-rs/canvas";
import { orderLines } from "../pdf/layout.ts";
import type { PageText } from "../pdf/pages.ts";
import type { Rule, Rules } from "../pdf/rules.ts";
import type { Run } from "../pdf/runs.ts";
import { takeTables } from "../pdf/tables.ts";
import { signWord } from "./doubt.ts";
import { findMarks } from "./find-marks.ts";
import { brighten, coloursOf, type Grey, ink, toGrey, turn, turnSquare } from "./picture.ts";
import type { Recogniser, SeenWord } from "./recogniser.ts";
import { markOf, takeRed } from "./red-ink.ts";
import { findRules, wipeRules } from "./ruled-lines.ts";
import { findSkew, isSideways } from "./skew.ts";
import { splitPicture } from "./two-on-one.ts";

/** The shorter edge of a page in points: pictures have no size of their own, and plans are on A4. */
const shortEdge = 595;
/** Mean confidence below which a page is tried on its head too: that gives 46 to 57, upright 79 to 95. */
const sure = 70;
/** Below this it is no text. */
const legible = 60;
/** Less ink than this part of a page is dust and shadows. */
const leastInk = 0.000_2;
/** In degrees; less does no harm. */
const leastSkew = 0.1;
/** How often red ink is looked at: there is a seal on most pages, and seldom more than that and a mark. */
const triesInRed = 10;
/** The same for what is no word in black: mostly the strokes of a signature. */
const triesBeside = 4;
/** Marks stand at the head of a page, below the number or beside it. */
const headPart = 0.5;
/** The height of a row is that of its letters without the space above and below. */
const sizeOfRow = 1.05;

/** A picture made ready for the recogniser. */
export interface ReadyPicture {
  /** Of the page as it was photographed, in points. */
  readonly height: number;
  /** Upright or on its head; null where there is nothing but paper. */
  readonly black: readonly LevelPicture[] | null;
  readonly red: Grey | null;
  /** Right angles by which it was turned, clockwise. */
  readonly quarters: number;
}

interface LevelPicture {
  readonly grey: Grey;
  readonly rules: Rules;
}

/** Makes a picture ready. */
export function makeReady(canvas: Canvas): ReadyPicture {
  const { width, height } = canvas;
  const colours = coloursOf(canvas);
  const grey = brighten(toGrey(colours, width, height));
  const isBlank = countInk(grey) < leastInk * width * height;
  const quarters = !isBlank && isSideways(grey) ? 1 : 0;
  return {
    height: (height * shortEdge) / Math.min(width, height),
    black: isBlank ? null : layParts(turnSquare(grey, quarters)),
    red: takeRed(colours, width, height),
    quarters,
  };
}

/** A sheet of two pages is cut first: each may lie askew in its own way. */
const layParts = (grey: Grey): LevelPicture[] => splitPicture(grey).map(lay);

export interface SeenPage {
  /** Two where two pages lie on one sheet. Null where something stands on it and nothing could be read. Blank pages have no lines. */
  readonly pages: readonly PageText[] | null;
  /** Right angles, clockwise, by which it had to be turned to be read. */
  readonly quarters: number;
}

/** Reads one page. */
export async function readScan(picture: ReadyPicture, recogniser: Recogniser): Promise<SeenPage> {
  const { height, black, red, quarters } = picture;
  const blank: PageText = { height, lines: [], tables: [], turned: [] };
  let best = { pages: [blank], rests: [] as Grey[], confidence: black ? -1 : 100, turns: quarters };
  for (const half of [0, 2]) {
    if (!black || best.confidence >= sure) break;
    const level = half === 0 ? black : black.toReversed().map(({ grey }) => lay(turnSquare(grey, half)));
    const found = await readParts(level, recogniser);
    if (found.confidence > best.confidence) best = { ...found, turns: quarters + half };
  }
  const inRed = red ? await findMarks(turnSquare(red, best.turns), recogniser, triesInRed) : [];
  const turned = inRed.length > 0 ? inRed : await marksBeside(best.rests, recogniser);
  if (best.confidence < legible)
    return { pages: turned.length > 0 ? [{ ...blank, turned }] : null, quarters: 0 };
  const [first = blank, ...more] = best.pages;
  return { pages: [{ ...first, turned }, ...more], quarters: best.turns };
}

async function readParts(parts: readonly LevelPicture[], recogniser: Recogniser) {
  const read: Awaited<ReturnType<typeof readLevel>>[] = [];
  for (const part of parts) read.push(await readLevel(part, recogniser));
  const letters = read.reduce((sum, one) => sum + one.letters, 0);
  return {
    pages: read.map(({ page }) => page),
    rests: read.map(({ rest }) => rest),
    confidence: read.reduce((sum, one) => sum + one.confidence * one.letters, 0) / Math.max(1, letters),
  };
}

/** Lays a picture straight and takes the borders of its tables out. */
function lay(grey: Grey): LevelPicture {
  const skew = findSkew(grey);
  const level = Math.abs(skew) < leastSkew ? grey : turn(grey, -skew);
  const rules = findRules(level);
  wipeRules(level, rules);
  return { grey: level, rules };
}

async function readLevel({ grey, rules }: LevelPicture, recogniser: Recogniser) {
  const scale = shortEdge / Math.min(grey.width, grey.height);
  const seen = (await recogniser.read(grey)).map((line) => line.filter(isWord));
  const runs = seen.flatMap((line) => {
    const mark = markOf(line.map((word) => word.text).join(" "));
    return line.map((word, at) => toRun(mark ? { ...word, text: at === 0 ? mark : "" } : word, scale));
  });
  const inPoints = ({ at, from, to }: Rule): Rule => ({ at: at * scale, from: from * scale, to: to * scale });
  const { tables, rest } = takeTables(
    runs.filter((run) => run.text !== ""),
    { level: rules.level.map(inPoints), upright: rules.upright.map(inPoints) },
  );
  const page: PageText = { height: grey.height * scale, lines: orderLines(rest), tables, turned: [] };
  const beside = headBeside(grey, seen.flat());
  const letters = seen.flat().reduce((sum, word) => sum + word.text.length, 0);
  return { page, rest: beside, confidence: meanConfidence(seen.flat()), letters };
}

/** A mark in black or blue that was set askew is no word of the page: it is looked for in what is left of its head. */
async function marksBeside(rests: readonly Grey[], recogniser: Recogniser): Promise<string[]> {
  for (const rest of rests) {
    const marks = await findMarks(rest, recogniser, triesBeside);
    if (marks.length > 0) return marks;
  }
  return [];
}

/** The upper part of a page without the words that were read. */
function headBeside({ width, height, pixels }: Grey, words: readonly SeenWord[]): Grey {
  const head = Math.round(height * headPart);
  const rest = Uint8Array.from(pixels.subarray(0, width * head));
  for (const { left, right, base, row, confidence } of words) {
    if (confidence < legible) continue;
    const [top, bottom] = [
      Math.max(0, Math.floor(base - 1.3 * row)),
      Math.min(head, Math.ceil(base + 0.5 * row)),
    ];
    for (let y = top; y < bottom; y++)
      rest.fill(
        255,
        y * width + Math.max(0, Math.floor(left) - 4),
        y * width + Math.min(width, Math.ceil(right) + 4),
      );
  }
  return { width, height: head, pixels: rest };
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
