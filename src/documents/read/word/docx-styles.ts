/**
 * How letters of a .docx are shown, as far as it decides what is read: hidden, in capitals, in a font of before 2001.
 * A run says it itself, or by its style, its paragraph's style, and what those are based on.
 */
import { attribute, cutTags, type Tag } from "../container/xml.ts";

export interface Look {
  readonly hidden?: boolean;
  readonly capitals?: boolean;
  readonly font?: string;
  /** White letters, or letters too small for an eye. */
  readonly faint?: boolean;
  /** Something dark may lie behind the letters. */
  readonly backed?: boolean;
}

export interface Styles {
  /** What a style says, with all it is based on. */
  lookOf(styleId: string | null): Look;
  /** What holds where nothing else is said. */
  readonly usual: Look;
}

/** Longer than any real line of styles. */
const longest = 20;
/** Half points. */
const tooSmall = 3;

export function readStyles(xml: string | null): Styles {
  const own = new Map<string, { look: Look; basedOn: string | null }>();
  let usual: Look = {};
  let style: { id: string; look: Look; basedOn: string | null } | null = null;
  let inDefaults = false;
  for (const tag of cutTags(xml ?? "")) {
    if (tag.name === "rPrDefault") inDefaults = tag.kind === "open";
    if (tag.name === "style" && tag.kind === "close" && style) {
      own.set(style.id, style);
      style = null;
    }
    if (tag.kind === "close") continue;
    if (tag.name === "style")
      style = { id: attribute(xml ?? "", tag, "styleId") ?? "", look: {}, basedOn: null };
    else if (tag.name === "basedOn" && style) style.basedOn = attribute(xml ?? "", tag, "val");
    else if (style) style.look = withProperty(style.look, xml ?? "", tag);
    else if (inDefaults) usual = withProperty(usual, xml ?? "", tag);
  }
  const known = new Map<string, Look>();
  const lookOf = (styleId: string | null): Look => {
    if (styleId === null) return {};
    const found = known.get(styleId);
    if (found) return found;
    const line: Look[] = [];
    let next = own.get(styleId);
    for (let step = 0; next && step < longest; step++) {
      line.unshift(next.look);
      next = own.get(next.basedOn ?? "");
    }
    const look = Object.assign({}, ...line) as Look;
    known.set(styleId, look);
    return look;
  };
  return { lookOf, usual };
}

/** A look with what one element of its properties (`w:rPr`) adds. */
export function withProperty(look: Look, xml: string, tag: Tag): Look {
  const isOn = () => !/^(0|false|off|none)$/.test(attribute(xml, tag, "val") ?? "1");
  switch (tag.name) {
    case "vanish":
      return { ...look, hidden: isOn() };
    case "caps":
    case "smallCaps":
      return { ...look, capitals: isOn() };
    case "color":
      return { ...look, faint: /^f[c-f]f[c-f]f[c-f]$/i.test(attribute(xml, tag, "val") ?? "") };
    case "sz":
      return Number(attribute(xml, tag, "val") ?? 24) <= tooSmall ? { ...look, faint: true } : look;
    case "shd":
    case "highlight":
      return { ...look, backed: true };
    case "rFonts": {
      const font = attribute(xml, tag, "ascii") ?? attribute(xml, tag, "hAnsi");
      return font === null ? look : { ...look, font };
    }
    default:
      return look;
  }
}
