/** Letters that a program drew into the holes of a line from another font stand in their words again. */
import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { makePdf } from "./pdf-by-hand.ts";

/** Widths of Helvetica's letters, in thousandths of their size. */
const widths: Record<string, number> = {
  " ": 278,
  a: 556,
  b: 556,
  c: 500,
  e: 556,
  g: 556,
  h: 556,
  i: 222,
  k: 500,
  l: 222,
  m: 833,
  n: 556,
  o: 556,
  p: 556,
  r: 333,
  t: 278,
  u: 556,
  v: 500,
  y: 500,
}; // prettier-ignore
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (widths[letter] ?? 0), 0);

/** Draws a line without its letters of `lacking`, then those letters by themselves: in its room, or over spaces. */
function inTwoPasses(line: string, lacking: RegExp, y: number, hole: "room" | "space"): string {
  const first = [...line].map((letter) => {
    if (!lacking.test(letter)) return `(${letter})`;
    return hole === "room" ? `${-widthOf(letter)}` : `( ) ${-(widthOf(letter) - widthOf(" "))}`;
  });
  const second = [...line].flatMap((letter, i) =>
    lacking.test(letter)
      ? [`BT /F1 12 Tf 1 0 0 1 ${72 + (widthOf(line.slice(0, i)) * 12) / 1000} ${y} Tm (${letter}) Tj ET`]
      : [],
  );
  return [`BT /F1 12 Tf 72 ${y} Td [${first.join(" ")}] TJ ET`, ...second].join("\n");
}

const read = async (drawing: string) =>
  (await readDocument(makePdf([[[72, 760, "Ban Tuyen giao Dang uy Khoi"]]], drawing), "ke-hoach.pdf")).text;

for (const hole of ["room", "space"] as const) {
  test(`letters of a second pass go back to their words (${hole})`, async () => {
    const line = "cac chi bo nop bao cao ve ban tuyen giao";
    const text = await read(inTwoPasses(line, /[eo]/u, 700, hole));
    expect(text.split(/\s+/u).join(" ")).toBe(`Ban Tuyen giao Dang uy Khoi ${line}`);
  });
}

test("two lines of such letters do not mix, and a line without holes stays as it is", async () => {
  const [a, b] = ["bao cao ket qua hoc tap", "chi bo nop truoc"];
  const drawing = [
    inTwoPasses(a.replace("qua", "gia"), /[eo]/u, 700, "room"),
    inTwoPasses(b, /o/u, 684, "room"),
  ].join("\n");
  const text = (await read(drawing)).split(/\s+/u).join(" ");
  expect(text).toBe(`Ban Tuyen giao Dang uy Khoi ${a.replace("qua", "gia")} ${b}`);
});
