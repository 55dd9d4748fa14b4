/**
 * One page of a .pdf: its text, what of it nobody sees, and whether its picture has to be looked at too. It has where
 * the text does not cover what is painted: pictures, letters turned into outlines, letters that no font explains, a
 * text without one Vietnamese letter, as machines of other countries lay it under their scans.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";
import { fromLegacyFont } from "../../../domain/plan/read/legacy-fonts.ts";
import type { Dropped } from "./dropped.ts";
import { fillHoles } from "./glyphs.ts";
import { orderLines } from "./layout.ts";
import { readNotes } from "./notes.ts";
import type { PageText } from "./pages.ts";
import { type Layers, type Letter, readPainting } from "./painting.ts";
import { readRules } from "./rules.ts";
import { type Run, toRuns } from "./runs.ts";
import { linesOf, notedRuns, takeSeen } from "./seen-items.ts";
import { splitSheet } from "./sheets.ts";
import { takeTables } from "./tables.ts";

export interface PdfPage {
  /** Mostly one; more where two pages stand side by side, or a part of it is laid on its side. */
  readonly texts: readonly PageText[];
  /** The words that a scanner laid under its picture, if it knows Vietnamese. */
  readonly layer: readonly PageText[] | null;
  /** Not shown, but looked through for a mark. */
  readonly hidden: readonly string[];
  /** How many letters its text has. */
  readonly letters: number;
  /**
   * What of its picture has to be seen: `whole`; `pictures`, where some are on it, to be weighed when they are drawn;
   * `rest`, what is painted and is no text.
   */
  readonly look: "whole" | "pictures" | "rest" | null;
}

/** A page with this many letters has some of Vietnamese among them. */
const enough = 30;
/** The least share of those, in any text of ours; it has a quarter. */
const leastVietnamese = 0.03;
/** Letters that stand otherwise than upright and are more than a stamp. */
const manyTurned = 40;
/** Slanted strokes and bends: the three letters of a mark have more. */
const fewStrokes = 6;

/** @param isForm the viewer draws it from a description of its own (XFA) */
export async function readPage(
  page: PDFPageProxy,
  layers: Layers,
  pictures: Dropped,
  isForm: boolean,
): Promise<PdfPage> {
  const { items: all } = await page.getTextContent();
  const items = all.filter((item): item is TextItem => "str" in item);
  if (isForm) return readForm(items, page.getViewport({ scale: 1 }).height);
  const { transform: view } = page.getViewport({ scale: 1 });
  pictures.take();
  const { letters, outlines } = await readPainting(page, view, layers);
  const dropped = pictures.take();
  const seen = takeSeen(items, letters, view);
  const noted = notedRuns(letters);
  const notes = await readNotes(page, view, letters, layers);
  const texts = await layOut(page, seen, letters, [...noted.runs, ...notes.runs]);
  const words = wordsOf(texts);
  const look = toLook(words, letters, dropped, outlines + notes.withoutWords);
  const turned = noted.turned.filter((text) => text.trim() !== "");
  const [first, ...more] = texts;
  return {
    texts: first ? [{ ...first, turned: [...first.turned, ...turned] }, ...more] : [],
    hidden: [...linesOf(letters.filter((letter) => letter.hidden && !letter.unknown)), ...notes.hidden],
    letters: countLetters(words) + countLetters(turned.join(" ")),
    look,
    layer: look === "whole" && dropped > 0 ? await layerOf(page, items, letters) : null,
  };
}

/** A layer of a tenth of Vietnamese letters and more was made by a machine that can read them. */
const goodLayer = 0.1;

async function layerOf(
  page: PDFPageProxy,
  items: readonly TextItem[],
  letters: readonly Letter[],
): Promise<readonly PageText[] | null> {
  const under = letters.filter((letter) => letter.hidden).map((letter) => letter.text);
  const words = under.join("");
  const count = countLetters(words);
  if (count < enough || letters.some((one) => one.unknown) || vietnameseShare(words, count) < goodLayer)
    return null;
  return layOut(page, items, [], []);
}

function toLook(
  words: string,
  letters: readonly Letter[],
  dropped: number,
  outlines: number,
): PdfPage["look"] {
  const count = countLetters(words);
  const unknown = letters.filter((letter) => letter.unknown && !letter.hidden).length;
  const layer = letters.filter((letter) => letter.hidden).length;
  if (count === 0 || unknown > count / 4 || (count >= enough && !isVietnamese(words, count))) return "whole";
  if (dropped > 0 && layer > count) return "whole";
  if (dropped > 0) return "pictures";
  return unknown > 0 || outlines >= fewStrokes ? "rest" : null;
}

/** The page by its directions: most of it upright, mostly all; what is laid on its side follows by itself. */
async function layOut(
  page: PDFPageProxy,
  items: readonly TextItem[],
  letters: readonly Letter[],
  noted: readonly Run[],
): Promise<PageText[]> {
  const texts: PageText[] = [];
  let turned: readonly string[] = [];
  let rest: readonly TextItem[] = items;
  for (const quarter of [0, 1, 2, 3]) {
    const { transform, width, height } = page.getViewport({
      scale: 1,
      rotation: (page.rotate + quarter * 90) % 360,
    });
    const found = toRuns(rest, transform);
    const own = found.runs.map((run) => run.text).join("");
    if (quarter > 0 && countLetters(own) < manyTurned) continue;
    const runs = quarter === 0 ? [...fillHoles(found.runs, letters), ...noted] : found.runs;
    if (runs.length > 0) {
      const rules = await readRules(page, transform);
      for (const part of splitSheet(runs, rules, width, height))
        texts.push(toText(part.runs, part.rules, height));
    } else if (quarter === 0) texts.push({ height, lines: [], tables: [], turned: [] });
    if (found.turned.length === 0) break;
    rest = rest.filter((item) => toRuns([item], transform).runs.length === 0);
    turned = found.turned;
  }
  if (turned.length > 0 && rest.length > 0) {
    const upright = page.getViewport({ scale: 1 }).transform;
    const [first, ...more] = texts;
    if (first) return [{ ...first, turned: toRuns(rest, upright).turned }, ...more];
  }
  return texts;
}

function toText(runs: readonly Run[], rules: Parameters<typeof takeTables>[1], height: number): PageText {
  const { tables, rest } = takeTables(runs, rules);
  return { height, lines: orderLines(rest), tables, turned: [] };
}

/** The words of a page that the viewer draws from a description of its own (XFA): they come without places. */
function readForm(items: readonly TextItem[], height: number): PdfPage {
  const said = items.map((item) => item.str).filter((text) => text.trim() !== "");
  const texts = [{ height, lines: [], tables: [], turned: said }];
  return { texts, layer: null, hidden: [], letters: countLetters(said.join(" ")), look: null };
}

export function wordsOf(texts: readonly PageText[]): string {
  return texts
    .flatMap(({ lines, tables, turned }) => [
      ...lines.map(({ line }) => line.text),
      ...tables.flatMap(({ rows }) => rows.flat(2)),
      ...turned,
    ])
    .join("\n");
}

export const countLetters = (words: string) => (words.match(/\p{L}/gu) ?? []).length;

/** The share of letters that only Vietnamese has, in a text of whatever fonts. */
export function vietnameseShare(words: string, letters: number): number {
  return (inUnicode(words).match(/[ăâđêôơưàáãèéìíòóõùúýạ-ỹ]/gi) ?? []).length / Math.max(1, letters);
}

const isVietnamese = (words: string, letters: number) => vietnameseShare(words, letters) >= leastVietnamese;

function inUnicode(words: string): string {
  try {
    return fromLegacyFont(words.normalize("NFC"));
  } catch {
    // Its letters are lost.
    return "";
  }
}
