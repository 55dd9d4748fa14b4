/**
 * The numbers and bullets that Word draws before paragraphs but does not store in them. mammoth tells only "ordered
 * or not"; a plan needs "III-" and "b)" as they are printed, so they are counted here from numbering.xml and
 * styles.xml the way Word counts: per abstract list, deeper levels begin anew, a number may restart its list.
 */
import { attribute, cutTags } from "../container/xml.ts";

/** Where a paragraph says how it is numbered: its style, and what it says itself. */
export interface NumberedParagraph {
  styleId: string | null;
  numId: string | null;
  level: string | null;
}

/** Gives the label of the next paragraph, such as `II.` or `-`; empty where it has none. Call in reading order. */
export type Labeller = (paragraph: NumberedParagraph) => string;

interface Level {
  start: number;
  format: string;
  text: string;
  styleId: string | null;
}

interface Numbering {
  readonly lists: Map<string, Map<number, Level>>;
  readonly numbers: Map<string, { list: string; restarts: Map<number, number> }>;
}

/** Prepares the counting for one document; either part may be missing. */
export function createLabeller(numberingXml: string | null, stylesXml: string | null): Labeller {
  const { lists, numbers } = readNumbering(numberingXml ?? "");
  const styles = readStyles(stylesXml ?? "");
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  return ({ styleId, numId, level }) => {
    const fromStyle = styleId === null ? null : resolveStyle(styles, styleId);
    const number = numId ?? fromStyle?.numId ?? null;
    const found = number === null ? undefined : numbers.get(number);
    const levels = found && lists.get(found.list);
    if (!found || !levels || number === null) return "";

    const ofStyle = [...levels].find(
      ([, candidate]) => candidate.styleId !== null && candidate.styleId === styleId,
    );
    const depth = Number(level ?? (numId === null ? (ofStyle?.[0] ?? fromStyle?.level) : null) ?? 0);
    const count = counts.get(found.list) ?? [];
    counts.set(found.list, count);
    if (!begun.has(number)) {
      begun.add(number);
      for (const [at, start] of found.restarts) count[at] = start - 1;
    }
    count[depth] = (count[depth] ?? (levels.get(depth)?.start ?? 1) - 1) + 1;
    count.length = depth + 1;
    return drawLabel(levels, depth, count);
  };
}

function drawLabel(levels: Map<number, Level>, depth: number, count: readonly number[]): string {
  const level = levels.get(depth);
  if (!level || level.format === "none") return "";
  if (level.format === "bullet") return "-";
  return level.text.replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const { format, start } = levels.get(at) ?? level;
    return drawNumber(count[at] ?? start, format);
  });
}

function drawNumber(value: number, format: string): string {
  if (/roman/i.test(format) && value > 0 && value < 400) return matchCase(roman(value), format);
  if (/letter/i.test(format) && value > 0 && value <= 26)
    return matchCase(String.fromCharCode(64 + value), format);
  return format === "decimalZero" ? String(value).padStart(2, "0") : String(value);
}

function matchCase(capitals: string, format: string): string {
  return format.startsWith("lower") ? capitals.toLowerCase() : capitals;
}

const romans = Object.entries({ C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 });

function roman(value: number): string {
  let rest = value;
  let text = "";
  for (const [sign, worth] of romans) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

function readNumbering(xml: string): Numbering {
  const lists: Numbering["lists"] = new Map();
  const numbers: Numbering["numbers"] = new Map();
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let number: { list: string; restarts: Map<number, number> } | null = null;
  let depth = 0;
  for (const tag of cutTags(xml)) {
    if (tag.kind === "close") continue;
    const value = () => attribute(xml, tag, "val") ?? "";
    if (tag.name === "abstractNum") {
      levels = new Map();
      number = null;
      lists.set(attribute(xml, tag, "abstractNumId") ?? "", levels);
    } else if (tag.name === "num") {
      number = { list: "", restarts: new Map() };
      levels = null;
      numbers.set(attribute(xml, tag, "numId") ?? "", number);
    } else if (tag.name === "lvl" || tag.name === "lvlOverride") {
      depth = Number(attribute(xml, tag, "ilvl") ?? 0);
      level = levels && { start: 1, format: "decimal", text: "", styleId: null };
      if (level) levels?.set(depth, level);
    } else if (tag.name === "abstractNumId" && number) number.list = value();
    else if (tag.name === "startOverride" && number) number.restarts.set(depth, Number(value()));
    else if (tag.name === "start" && level) level.start = Number(value());
    else if (tag.name === "numFmt" && level) level.format = value();
    else if (tag.name === "lvlText" && level) level.text = value();
    else if (tag.name === "pStyle" && level) level.styleId = value();
  }
  return { lists, numbers };
}

interface Style {
  numId: string | null;
  level: string | null;
  basedOn: string | null;
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  for (const tag of cutTags(xml)) {
    if (tag.kind === "close") continue;
    if (tag.name === "style") {
      style = { numId: null, level: null, basedOn: null };
      styles.set(attribute(xml, tag, "styleId") ?? "", style);
    } else if (tag.name === "numId" && style) style.numId = attribute(xml, tag, "val");
    else if (tag.name === "ilvl" && style) style.level = attribute(xml, tag, "val");
    else if (tag.name === "basedOn" && style) style.basedOn = attribute(xml, tag, "val");
  }
  return styles;
}

/** The nearest numbering up the line of styles; a line longer than any real one is a ring. */
function resolveStyle(styles: ReadonlyMap<string, Style>, styleId: string): Style | null {
  let style = styles.get(styleId);
  for (let step = 0; style && step < 20; step++) {
    if (style.numId !== null) return style;
    style = styles.get(style.basedOn ?? "");
  }
  return null;
}
