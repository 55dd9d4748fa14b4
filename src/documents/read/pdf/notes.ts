/**
 * What is laid over a page beside its drawing: fields of a form whose value the viewer itself sets, the words that
 * belong to a note or a stamp. Their appearance is painted with the page (painting.ts); here is what has none.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { type Box, boxAround, contains } from "./boxes.ts";
import { type Layers, type Letter, readPainting } from "./painting.ts";
import { type Matrix, multiply, type Run } from "./runs.ts";
import { linesOf } from "./seen-items.ts";

interface Note {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly richText?: { readonly str?: string } | null;
  readonly alternativeText?: string;
  readonly overlayText?: string;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly options?: readonly { exportValue?: string; displayValue?: string }[];
  readonly hasAppearance?: boolean;
  readonly hidden?: boolean;
  readonly password?: boolean;
}

/** Notes without letters of their own count as much as so many strokes: they are looked at. */
const asStrokes = 12;
const drawnKinds = new Set(["Stamp", "FreeText", "Ink", "Watermark", "Redact", "Polygon", "PolyLine"]);

export async function readNotes(
  page: PDFPageProxy,
  view: Matrix,
  letters: readonly Letter[],
  layers: Layers,
): Promise<{ runs: Run[]; hidden: string[]; withoutWords: number }> {
  const all = (await page.getAnnotations({ intent: "any" })) as Note[];
  if (all.length === 0) return { runs: [], hidden: [], withoutWords: 0 };
  const shown = (await page.getAnnotations({ intent: "display" })) as Note[];
  const runs: Run[] = [];
  let withoutWords = 0;
  for (const note of shown) {
    const box = boxOf(note, view);
    if (!box || note.hidden) continue;
    const own = letters.filter(
      (letter) => letter.noted && letter.text.trim() !== "" && contains(box, middleOf(letter)),
    );
    if (own.length > 0) continue;
    const words = wordsShown(note);
    if (words.length > 0) runs.push(...toRuns(words, box));
    else if (note.hasAppearance && drawnKinds.has(note.subtype ?? "")) withoutWords += asStrokes;
  }
  const hidden = all.flatMap(wordsOf);
  if (all.length > shown.length) {
    const printed = await readPainting(page, view, layers, "print");
    hidden.push(...linesOf(printed.letters.filter((letter) => letter.noted)));
  }
  return { runs, hidden, withoutWords };
}

const middleOf = ({ box }: Letter) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

/** What a viewer sets into a field or a box that comes without appearance. */
function wordsShown(note: Note): string[] {
  if (note.subtype === "FreeText" && !note.hasAppearance) return linesIn(note.contentsObj?.str);
  if (note.subtype !== "Widget" || note.password || !["Tx", "Ch"].includes(note.fieldType ?? "")) return [];
  const values = Array.isArray(note.fieldValue) ? note.fieldValue : [note.fieldValue];
  return values
    .filter((value): value is string => typeof value === "string")
    .map((value) => note.options?.find((one) => one.exportValue === value)?.displayValue ?? value)
    .flatMap(linesIn);
}

function wordsOf(note: Note): string[] {
  const values = Array.isArray(note.fieldValue) ? note.fieldValue : [note.fieldValue];
  return [
    note.contentsObj?.str,
    note.richText?.str,
    note.alternativeText,
    note.overlayText,
    ...values.filter((value) => typeof value === "string"),
  ].flatMap((text) => linesIn(text));
}

const linesIn = (text: string | undefined) =>
  (text ?? "").split(/\r\n?|\n/).filter((line) => line.trim() !== "");

function boxOf({ rect }: Note, view: Matrix): Box | null {
  const [left, bottom, right, top] = rect ?? [];
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null;
  const at = (x: number, y: number): [number, number] => {
    const [, , , , px = 0, py = 0] = multiply(view, [1, 0, 0, 1, x, y]);
    return [px, py];
  };
  const { left: l, top: t, right: r, bottom: b } = boxAround([at(left, bottom), at(right, top)]);
  return { left: l - 1, top: t - 1, right: r + 1, bottom: b + 1 };
}

/** Words set into a box: one line in its middle, several from its top. */
function toRuns(words: readonly string[], box: Box): Run[] {
  const high = (box.bottom - box.top) / words.length;
  const size = Math.max(4, Math.min(12, high * 0.8));
  return words.map((text, at) => ({
    text,
    left: box.left + 2,
    right: Math.min(box.right, box.left + 2 + text.length * size * 0.5),
    base: box.top + high * at + (high + size * 0.7) / 2,
    size,
  }));
}
