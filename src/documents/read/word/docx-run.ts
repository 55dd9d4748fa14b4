/** How the letters of each run look, followed through a story: what is not shown, and in which letters the rest is. */
import { fromTcvn3, fromVni } from "../../../domain/plan/read/legacy-fonts.ts";
import { attribute, escapeXml, type Tag, unescapeXml } from "../container/xml.ts";
import { type Look, type Styles, withProperty } from "./docx-styles.ts";

export interface Runs {
  follow(xml: string, tag: Tag, isGone: boolean): void;
  /** @param mayBeBacked stands in a box or a cell, which may be dark: white letters are seen there */
  isHidden(mayBeBacked: boolean): boolean;
  /** The words as they are shown, still as XML. */
  spell(words: string): string;
}

/** Letters that no font of before 2001 has. */
const unicode = /[ăđơưạ-ỹ]/i;

export function createRuns(styles: Styles): Runs {
  /** Looks of the paragraphs that are open, by their styles: boxes hold paragraphs inside paragraphs. */
  const paragraphs: Look[] = [];
  let look: Look | null = null;
  let style: Look = {};
  let inParagraphProperties = false;
  const shown = (): Look => ({ ...styles.usual, ...paragraphs.at(-1), ...style, ...look });
  return {
    follow(xml, tag, isGone) {
      if (isGone) return;
      if (tag.name === "p" && tag.kind === "open") paragraphs.push({});
      else if (tag.name === "p" && tag.kind === "close") paragraphs.pop();
      else if (tag.name === "pPr") inParagraphProperties = tag.kind === "open";
      else if (tag.name === "r" && tag.kind !== "empty") {
        look = tag.kind === "open" ? {} : null;
        style = {};
      } else if (tag.kind === "close") return;
      else if (tag.name === "pStyle") paragraphs.splice(-1, 1, styles.lookOf(attribute(xml, tag, "val")));
      else if (tag.name === "rStyle" && look) style = styles.lookOf(attribute(xml, tag, "val"));
      else if (inParagraphProperties && tag.name === "shd")
        paragraphs.splice(-1, 1, { ...paragraphs.at(-1), backed: true });
      else if (look && !inParagraphProperties) look = withProperty(look, xml, tag);
    },
    isHidden(mayBeBacked) {
      const { hidden, faint, backed } = shown();
      return hidden === true || (faint === true && backed !== true && !mayBeBacked);
    },
    spell(words) {
      const { capitals, font } = shown();
      const old = font ? fontOf(font) : null;
      if (!capitals && !old) return words;
      const plain = unescapeXml(words);
      const read = old && !unicode.test(plain) ? old(plain) : plain;
      return escapeXml(capitals ? read.toLocaleUpperCase("vi") : read);
    },
  };
}

/** How letters of a font of before 2001 are read: `.VnTime`, `.VnTimeH` (capitals), `VNI-Times`. */
function fontOf(name: string): ((text: string) => string) | null {
  if (/^VNI[- ]/i.test(name)) return fromVni;
  if (!/^\.Vn/i.test(name)) return null;
  return /H$/.test(name) ? (text) => fromTcvn3(text).toLocaleUpperCase("vi") : fromTcvn3;
}
