/**
 * Letters one by one with their places. A program that lacks some letters in its font ("ế", "ạ") may draw the line
 * without them and put them in afterwards from another font; read run by run they come behind the line and leave
 * holes in its words. Where a run lies inside another one, that stretch is read again letter by letter.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { type Matrix, multiply, type Run } from "./runs.ts";

/** A letter as drawn; distances as in a run. */
interface Letter extends Run {}

/** A gap wider than this, in letter sizes, parts words (joinRuns holds the same). */
const wordGap = 0.15;

/** Puts letters that were drawn into the holes of a run back into its words. */
export async function fillHoles(page: PDFPageProxy, view: Matrix, runs: readonly Run[]): Promise<Run[]> {
  const hosts = hostsOf(runs);
  if (hosts.size === 0) return [...runs];
  const letters = (await readLetters(page, view)).sort((a, b) => a.left - b.left);
  const taken = new Set([...hosts.values()].flat());
  return runs.flatMap((run) => {
    if (taken.has(run)) return [];
    if (!hosts.has(run)) return [run];
    const own = letters.filter(
      (letter) => isOn(letter, run) && middleOf(letter) > run.left && middleOf(letter) < run.right,
    );
    const text = spell(own);
    // What can't be found again letter by letter stays as it was.
    const known = [run, ...(hosts.get(run) ?? [])].reduce(
      (sum, { text }) => sum + text.replace(/\s/gu, "").length,
      0,
    );
    return text.replace(/\s/gu, "").length >= known ? [{ ...run, text }] : [run, ...(hosts.get(run) ?? [])];
  });
}

/** Runs that have a hole of theirs filled by another one, with those. A run is judged by the nearest wider ones. */
function hostsOf(runs: readonly Run[]): Map<Run, Run[]> {
  const hosts = new Map<Run, Run[]>();
  const ordered = [...runs].sort((a, b) => a.base - b.base);
  for (const [i, run] of ordered.entries()) {
    if (run.text.trim().length > 3) continue;
    const host = [...ordered.slice(Math.max(0, i - 40), i), ...ordered.slice(i + 1, i + 41)].find(
      (other) =>
        isOn(run, other) &&
        other.text.length > run.text.length &&
        inside(run, other) &&
        /\s/u.test(other.text),
    );
    if (host && !hosts.has(run)) hosts.set(host, [...(hosts.get(host) ?? []), run]);
  }
  return hosts;
}

const inside = (run: Run, other: Run) =>
  run.left > other.left - 0.1 * run.size && run.right < other.right + 0.1 * run.size;
const isOn = (run: Run, other: Run) => Math.abs(run.base - other.base) < 0.2 * other.size;
const middleOf = ({ left, right }: Run) => (left + right) / 2;

/** Letters in order as words; what was drawn as a space says nothing, the room between the letters does. */
function spell(letters: readonly Letter[]): string {
  let text = "";
  let last: Letter | null = null;
  for (const letter of letters) {
    const twice = last && letter.text === last.text && letter.left - last.left < letter.size / 8;
    if (letter.text.trim() === "" || twice) continue;
    text += last && letter.left - last.right > wordGap * letter.size ? ` ${letter.text}` : letter.text;
    last = letter;
  }
  return text;
}

/** Letters of one page are not gathered without end. */
const most = 60_000;

/** Walks the drawing orders of a page as a viewer does. */
async function readLetters(page: PDFPageProxy, view: Matrix): Promise<Letter[]> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const letters: Letter[] = [];
  const plain = { matrix: view, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  let [state, text, line, x] = [plain, [1, 0, 0, 1, 0, 0] as Matrix, [0, 0] as [number, number], 0];
  const saved: (typeof plain)[] = [];
  const move = (dx: number, dy: number) => {
    line = [line[0] + dx, line[1] + dy];
    x = 0;
  };

  const show = (glyphs: unknown) => {
    for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
      if (typeof glyph === "number") x -= (glyph * state.size * state.scale) / 1000;
      if (typeof glyph?.width !== "number") continue;
      const width = (glyph.width * state.size * state.scale) / 1000;
      const place = multiply(multiply(state.matrix, text), [1, 0, 0, 1, line[0] + x, line[1] + state.rise]);
      const [a = 1, b = 0, c = 0, d = 1, left = 0, base = 0] = place;
      if (a > 0 && Math.abs(b) <= a / 10 && letters.length < most) {
        const size = Math.hypot(c, d) * state.size;
        letters.push({ text: String(glyph.unicode ?? ""), left, right: left + width * a, base, size });
      }
      x += width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale;
    }
  };

  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] ?? [];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(state);
    if (operator === OPS.transform) state = { ...state, matrix: multiply(state.matrix, args) };
    else if (operator === OPS.paintFormXObjectBegin && args[0])
      state = { ...state, matrix: multiply(state.matrix, args[0]) };
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? plain;
    else if (operator === OPS.beginText) [text, line, x] = [[1, 0, 0, 1, 0, 0], [0, 0], 0];
    else if (operator === OPS.setTextMatrix) [text, line, x] = [args, [0, 0], 0];
    else if (operator === OPS.setFont) state = { ...state, size: args[1] };
    else if (operator === OPS.setCharSpacing) state = { ...state, charSpacing: args[0] };
    else if (operator === OPS.setWordSpacing) state = { ...state, wordSpacing: args[0] };
    else if (operator === OPS.setHScale) state = { ...state, scale: args[0] / 100 };
    else if (operator === OPS.setTextRise) state = { ...state, rise: args[0] };
    else if (operator === OPS.setLeading) state = { ...state, leading: args[0] };
    else if (operator === OPS.moveText) move(args[0], args[1]);
    else if (operator === OPS.setLeadingMoveText) {
      state = { ...state, leading: -args[1] };
      move(args[0], args[1]);
    } else if (operator === OPS.nextLine) move(0, -state.leading);
    else if (operator === OPS.showText) show(args[0]);
  }
  return letters;
}
