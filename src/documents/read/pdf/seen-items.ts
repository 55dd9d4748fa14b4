/**
 * Words of a page without the letters that nobody sees: those in a layer that is off, in no colour, under a picture.
 * Where a line has letters of both sorts, it is spelled again from those that are seen.
 */
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";
import { type Box, boxAround } from "./boxes.ts";
import { spell } from "./glyphs.ts";
import type { Letter } from "./painting.ts";
import { isUpright, type Matrix, multiply, type Run } from "./runs.ts";

/** Letters are looked for by squares of this many points. */
const square = 24;

/** The items that are seen. Fonts that don't say which letters they draw are taken for unseen: their words are noise. */
export function takeSeen(items: readonly TextItem[], letters: readonly Letter[], view: Matrix): TextItem[] {
  const isOut = (letter: Letter) => letter.hidden || letter.unknown;
  if (!letters.some(isOut)) return [...items];
  const places = new Map<string, Letter[]>();
  for (const letter of letters) {
    if (letter.noted || letter.text.trim() === "") continue;
    const key = keyOf(middleOf(letter.box));
    const there = places.get(key);
    if (there) there.push(letter);
    else places.set(key, [letter]);
  }
  return items.flatMap((item) => {
    if (item.str.trim() === "") return [item];
    const found = lettersIn(boxOf(item, view), places);
    const out = found.filter(isOut).length;
    if (out === 0) return [item];
    const [a = 1, b = 0] = multiply(view, item.transform);
    const seen = found.filter((letter) => !isOut(letter));
    if (seen.length === 0 || !isUpright(a, b)) return seen.length > out ? [item] : [];
    // Drawn twice at one place, once for the eye and once for the machine: the words are the same.
    if (seen.length >= item.str.replace(/\s/gu, "").length) return [item];
    return [{ ...item, str: spell(seen.toSorted((one, other) => one.left - other.left)) }];
  });
}

/** Lines of the letters that are not seen: no text, but looked through for a mark. */
export function linesOf(letters: readonly Letter[]): string[] {
  const lines: Letter[][] = [];
  for (const letter of letters) {
    const last = lines.at(-1)?.at(-1);
    const goesOn = last && isOnLine(letter, last) && Math.abs(letter.left - last.right) < 3 * letter.size;
    if (goesOn) lines.at(-1)?.push(letter);
    else lines.push([letter]);
  }
  return lines.map((line) =>
    line.every((one) => one.upright) ? spell(line) : line.map((one) => one.text).join(""),
  );
}

/** Letters laid over a page (notes, stamps, fields) as runs among its own, and those that stand at an angle. */
export function notedRuns(letters: readonly Letter[]): { runs: Run[]; turned: string[] } {
  const shown = letters.filter((letter) => letter.noted && !letter.hidden && !letter.unknown);
  const runs: Run[] = [];
  const upright = shown.filter((letter) => letter.upright);
  let open: Letter[] = [];
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      const { left, base, size } = first;
      runs.push({ text: spell(open), left, right: last.right, base, size });
    }
    open = [];
  };
  for (const letter of upright) {
    const last = open.at(-1);
    if (
      last &&
      !(
        isOnLine(letter, last) &&
        letter.left - last.right < 1.5 * letter.size &&
        letter.left >= last.left - 1
      )
    )
      close();
    open.push(letter);
  }
  close();
  return {
    runs: runs.filter((run) => run.text.trim() !== ""),
    turned: linesOf(shown.filter((one) => !one.upright)),
  };
}

const isOnLine = (letter: Letter, last: Letter) => Math.abs(letter.base - last.base) < 0.3 * letter.size;
const middleOf = (box: Box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
const keyOf = ({ x, y }: { x: number; y: number }) => `${Math.floor(x / square)} ${Math.floor(y / square)}`;

function lettersIn(box: Box, places: ReadonlyMap<string, readonly Letter[]>): Letter[] {
  const found: Letter[] = [];
  for (let x = Math.floor(box.left / square); x <= Math.floor(box.right / square); x++) {
    for (let y = Math.floor(box.top / square); y <= Math.floor(box.bottom / square); y++) {
      for (const letter of places.get(`${x} ${y}`) ?? []) {
        const at = middleOf(letter.box);
        if (at.x > box.left && at.x < box.right && at.y > box.top && at.y < box.bottom) found.push(letter);
      }
    }
  }
  return found;
}

/** Where an item stands: from a little below its letters to their height. */
function boxOf(item: TextItem, view: Matrix): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(view, item.transform);
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const at = (wide: number, high: number): [number, number] => [
    e + (a / along) * wide + (c / up) * high,
    f + (b / along) * wide + (d / up) * high,
  ];
  const high = up;
  return boxAround([at(-0.5, 0), at(item.width + 0.5, 0), at(-0.5, high), at(item.width + 0.5, high)]);
}
