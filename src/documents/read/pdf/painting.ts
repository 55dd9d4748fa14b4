/**
 * What a page paints, order by order, as a viewer does: each letter with its place and whether anybody sees it, and
 * what is painted without being text. Letters are there and not seen where their layer is switched off, they are
 * drawn in no colour or in white on paper, lie under something painted later, or outside the page.
 */
import type { PDFPageProxy } from "pdfjs-dist";
import { type Box, boxAround, contains } from "./boxes.ts";
import { isUpright, type Matrix, multiply, type Run } from "./runs.ts";

/** A letter as drawn; its place as that of a run where it stands upright. */
export interface Letter extends Run {
  readonly box: Box;
  /** Its line runs from left to right, give or take a little. */
  readonly upright: boolean;
  readonly hidden: boolean;
  /** Belongs to a note, a stamp, a field laid over the page. */
  readonly noted: boolean;
  /** Its font does not say which letter it is. */
  readonly unknown: boolean;
}

export interface Painting {
  readonly letters: readonly Letter[];
  /** Pictures with their size in pixels; where the file was opened without them, none. */
  readonly pictures: readonly (Box & { readonly pixels: string })[];
  /** Lines that are no borders: drawings, and letters that were turned into outlines. */
  readonly outlines: number;
}

/** Layers that can be switched off. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/** Letters, boxes of one page are not gathered without end. */
const most = { letters: 60_000, boxes: 400, outlines: 100 };
/** Channels above this are white. */
const white = 246;
const invisibleModes = new Set([3, 7]);
/** Letters smaller than this, in points, are for no eye. */
const smallest = 1.2;

interface State {
  matrix: Matrix;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  isWhite: boolean;
  alpha: number;
  /** What is painted lets through what lies below. */
  isSheer: boolean;
  unknown: boolean;
}

/** A letter while it is not known yet what will be painted over it. */
type Draft = Omit<Letter, "hidden"> & { hidden: boolean; isWhite: boolean; order: number };

/** Walks the drawing orders of a page. */
export async function readPainting(
  page: PDFPageProxy,
  view: Matrix,
  layers: Layers | null,
  intent: "display" | "print" = "display",
): Promise<Painting> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList({ intent });
  const { width, height } = page.getViewport({ scale: 1 });
  const letters: Draft[] = [];
  const pictures: (Box & { pixels: string; order: number; solid: boolean })[] = [];
  const fills: (Box & { order: number; isWhite: boolean; solid: boolean })[] = [];
  let outlines = 0;
  const plain: State = {
    matrix: view,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    isWhite: false,
    alpha: 1,
    isSheer: false,
    unknown: false,
  };
  let [state, text, line, x] = [plain, [1, 0, 0, 1, 0, 0] as Matrix, [0, 0] as [number, number], 0];
  let saved: State[] = [];
  let kept: { state: State; saved: State[] } | null = null;
  const marked: boolean[] = [];
  let path: Path[] = [];
  let order = 0;
  const move = (dx: number, dy: number) => {
    line = [line[0] + dx, line[1] + dy];
    x = 0;
  };
  const isOff = () => marked.includes(false);

  const show = (glyphs: unknown) => {
    if (!Array.isArray(glyphs)) return;
    // There are thousands of letters on a page, and one matrix for each of their runs.
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(state.matrix, text);
    const size = Math.hypot(c, d) * state.size;
    const [upX, upY] = [state.size * c, state.size * d];
    const rise = line[1] + state.rise;
    const isGone = isOff() || invisibleModes.has(state.mode) || state.alpha === 0 || size < smallest;
    const upright = isUpright(a, b);
    const isWhite = state.isWhite && state.mode !== 1 && state.mode !== 2;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") x -= (glyph * state.size * state.scale) / 1000;
      if (typeof glyph?.width !== "number") continue;
      const wide = (glyph.width * state.size * state.scale) / 1000;
      if (letters.length < most.letters) {
        const along = line[0] + x;
        const [left, base] = [a * along + c * rise + e, b * along + d * rise + f];
        const [endX, endY] = [left + wide * a, base + wide * b];
        const box: Box = {
          left: Math.min(left, endX) + Math.min(0, upX),
          top: Math.min(base, endY) + Math.min(0, upY),
          right: Math.max(left, endX) + Math.max(0, upX),
          bottom: Math.max(base, endY) + Math.max(0, upY),
        };
        const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const said: string = typeof glyph.unicode === "string" ? glyph.unicode : "";
        letters.push({
          text: said,
          left,
          right: endX,
          base,
          size,
          box,
          upright,
          noted: kept !== null,
          unknown: state.unknown || isUnknown(said),
          hidden: isGone || middleX < 0 || middleX > width || middleY < 0 || middleY > height,
          isWhite,
          order,
        });
      }
      x += wide + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale;
    }
  };
  const place = (matrix: Matrix, pixels: string, solid = false) => {
    if (isOff() || pictures.length >= most.boxes) return;
    const at = (u: number, v: number): [number, number] => {
      const [, , , , px = 0, py = 0] = multiply(matrix, [1, 0, 0, 1, u, v]);
      return [px, py];
    };
    pictures.push({
      ...boxAround([at(0, 0), at(1, 0), at(0, 1), at(1, 1)]),
      pixels,
      order,
      solid: solid && !state.isSheer,
    });
  };
  const paint = (isFilled: boolean) => {
    // Where there is enough to be looked at, and no room for more boxes, the rest of a drawing tells nothing.
    const isOpen = path.length > 0 && !isOff();
    const wantsBox = isFilled && fills.length < most.boxes;
    if (isOpen && (wantsBox || outlines < most.outlines)) {
      const { box, isBox, strokes } = measure(path, OPS);
      if (!isBox) outlines += strokes;
      else if (wantsBox && box)
        fills.push({ ...box, order, isWhite: state.isWhite, solid: state.alpha > 0.9 && !state.isSheer });
    }
    path = [];
  };

  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] ?? [];
    order = index;
    switch (operator) {
      case OPS.save:
        saved.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? plain;
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        if (args[0]) state = { ...state, matrix: multiply(state.matrix, args[0]) };
        break;
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, args) };
        break;
      case OPS.beginAnnotation:
        kept ??= { state, saved };
        saved = [];
        state = { ...plain, matrix: multiply(multiply(view, args[2] ?? []), args[3] ?? []) };
        break;
      case OPS.endAnnotation:
        if (kept) ({ state, saved } = kept);
        kept = null;
        break;
      case OPS.beginMarkedContent:
        marked.push(true);
        break;
      case OPS.beginMarkedContentProps:
        marked.push(args[0] !== "OC" || (layers?.isVisible(args[1]) ?? true));
        break;
      case OPS.endMarkedContent:
        marked.pop();
        break;
      case OPS.beginText:
        [text, line, x] = [[1, 0, 0, 1, 0, 0], [0, 0], 0];
        break;
      case OPS.setTextMatrix:
        [text, line, x] = [args, [0, 0], 0];
        break;
      case OPS.setFont:
        state = { ...state, size: args[1], unknown: hasNoLetters(page, args[0]) };
        break;
      case OPS.setCharSpacing:
        state = { ...state, charSpacing: args[0] };
        break;
      case OPS.setWordSpacing:
        state = { ...state, wordSpacing: args[0] };
        break;
      case OPS.setHScale:
        state = { ...state, scale: args[0] / 100 };
        break;
      case OPS.setTextRise:
        state = { ...state, rise: args[0] };
        break;
      case OPS.setTextRenderingMode:
        state = { ...state, mode: args[0] };
        break;
      case OPS.setLeading:
        state = { ...state, leading: args[0] };
        break;
      case OPS.moveText:
        move(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: -args[1] };
        move(args[0], args[1]);
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.showText:
        show(args[0]);
        break;
      case OPS.setFillRGBColor:
        state = { ...state, isWhite: args[0] > white && args[1] > white && args[2] > white };
        break;
      case OPS.setFillColorN:
        state = { ...state, isWhite: false };
        break;
      case OPS.setGState:
        for (const [key, value] of Array.isArray(args[0]) ? args[0] : []) {
          if (key === "ca") state = { ...state, alpha: Number(value) };
          else if (key === "BM" || key === "SMask")
            state = { ...state, isSheer: value !== "source-over" && value !== "Normal" };
          else if (key === "Font")
            state = { ...state, size: value[1], unknown: hasNoLetters(page, value[0]) };
        }
        break;
      case OPS.constructPath:
        path.push({ steps: args[0], numbers: args[1], matrix: state.matrix });
        break;
      case OPS.stroke:
      case OPS.closeStroke:
        paint(false);
        break;
      case OPS.fill:
      case OPS.eoFill:
      case OPS.fillStroke:
      case OPS.eoFillStroke:
      case OPS.closeFillStroke:
      case OPS.closeEOFillStroke:
        paint(true);
        break;
      case OPS.endPath:
        path = [];
        break;
      case OPS.paintImageXObject:
        place(state.matrix, `${args[1]}x${args[2]}`, state.alpha > 0.9);
        break;
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        place(state.matrix, `${args[0]?.width}x${args[0]?.height}`);
        break;
      case OPS.paintSolidColorImageMask:
        break;
      case OPS.paintImageXObjectRepeat:
        for (let at = 0; at + 1 < (args[3]?.length ?? 0); at += 2)
          place(multiply(state.matrix, [args[1], 0, 0, args[2], args[3][at], args[3][at + 1]]), "repeated");
        break;
      case OPS.paintImageMaskXObjectRepeat:
        for (let at = 0; at + 1 < (args[5]?.length ?? 0); at += 2) {
          const [, across, skewX, skewY, down, places] = args;
          place(multiply(state.matrix, [across, skewX, skewY, down, places[at], places[at + 1]]), "repeated");
        }
        break;
      case OPS.paintImageMaskXObjectGroup:
        for (const one of args[0] ?? [])
          place(multiply(state.matrix, one.transform), `${one.width}x${one.height}`);
        break;
      case OPS.paintInlineImageXObjectGroup:
        for (const one of args[1] ?? []) place(multiply(state.matrix, one.transform), `${one.w}x${one.h}`);
        break;
    }
  }
  const solid = fills.filter((fill) => fill.solid);
  const hides = [...solid, ...pictures.filter((one) => one.solid)];
  const dark = [...fills.filter((fill) => !fill.isWhite), ...pictures];
  const isHiddenBy = hides.length > 0 || letters.some((letter) => letter.isWhite);
  for (const letter of isHiddenBy ? letters : []) {
    const { left, right, top, bottom } = letter.box;
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const isOnPaper = () => !dark.some((fill) => fill.order < letter.order && contains(fill, middle));
    const isUnder = () => hides.some((cover) => cover.order > letter.order && contains(cover, middle));
    letter.hidden ||= (letter.isWhite && isOnPaper()) || isUnder();
  }
  return { letters, pictures, outlines };
}

const noLetters = /^[\p{Cc}\ufffd\ue000-\uefff\uf100-\uf8ff\p{Cn}]+$/u;

/** Letters that no alphabet has; the bullets of symbol fonts are known for what they are. */
function isUnknown(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x20 && code < 0x2000 && (code < 0x7f || code > 0x9f) && text.length === 1) return false;
  return noLetters.test(text);
}

/** A font whose numbers stand for drawings and that does not say for which letters. */
function hasNoLetters(page: PDFPageProxy, name: unknown): boolean {
  if (typeof name !== "string" || !page.commonObjs.has(name)) return false;
  const font = page.commonObjs.get(name) as { composite?: boolean; toUnicode?: object } | null;
  return font?.composite === true && font.toUnicode !== undefined && "firstChar" in font.toUnicode;
}

/** A piece of a path as it is written. */
interface Path {
  readonly steps: ArrayLike<number>;
  readonly numbers: ArrayLike<number>;
  readonly matrix: Matrix;
}

/** The box that a path fills, whether it is nothing but that box, and how many strokes of it are slanted or bent. */
function measure(pieces: readonly Path[], ops: Record<string, number>) {
  let [strokes, isBox] = [0, true];
  const points: [number, number][] = [];
  for (const { steps, numbers, matrix } of pieces) {
    let [at, x, y] = [0, 0, 0];
    const next = () => numbers[at++] ?? 0;
    const add = (toX: number, toY: number) => {
      [x, y] = [toX, toY];
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
      if (points.length < 500) points.push([a * x + c * y + e, b * x + d * y + f]);
    };
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (step === ops.rectangle) {
        const [left, top, width, height] = [next(), next(), next(), next()];
        add(left + width, top + height);
        add(left, top);
      } else if (step === ops.moveTo) add(next(), next());
      else if (step === ops.lineTo) {
        const [toX, toY] = [next(), next()];
        if (Math.abs(toX - x) > 0.01 && Math.abs(toY - y) > 0.01) [strokes, isBox] = [strokes + 1, false];
        add(toX, toY);
      } else if (step === ops.curveTo || step === ops.curveTo2 || step === ops.curveTo3) {
        at += step === ops.curveTo ? 4 : 2;
        add(next(), next());
        [strokes, isBox] = [strokes + 1, false];
      }
    }
  }
  return { box: points.length > 0 ? boxAround(points) : null, isBox, strokes };
}
