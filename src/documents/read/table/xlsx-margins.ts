import { cutTags, unescapeXml } from "../container/xml.ts";

/** Excel allows 255 characters. */
const longest = 1_000;
const margin = /^(odd|even|first)(Header|Footer)$/;

/**
 * Words of a part of a workbook that stand in no cell: headers and footers of the printed page, text boxes. A mark
 * such as MẬT is set there as often as in a cell.
 */
export function readMargins(xml: string): string[] {
  const found: string[] = [];
  let paragraph = "";
  let from = 0;
  for (const tag of cutTags(xml)) {
    const words = tag.kind === "close" ? unescapeXml(xml.slice(from, tag.start)) : "";
    from = tag.end;
    if (tag.kind !== "close") continue;
    if (margin.test(tag.name)) found.push(withoutCodes(words.slice(0, longest)));
    else if (tag.name === "t" && isDrawing(xml, tag.start)) paragraph += words;
    else if (tag.name === "p") {
      found.push(paragraph);
      paragraph = "";
    }
  }
  return found.map((words) => words.trim()).filter((words) => words !== "");
}

/** In shared strings and cells words stand in plain `t`; in boxes they carry a prefix of the drawing language. */
function isDrawing(xml: string, at: number): boolean {
  return xml.startsWith("</a:t", at);
}

/** `&L&"Times,Bold"&14MẬT&RTrang &P`: places, fonts and sizes in the middle of the words. */
function withoutCodes(words: string): string {
  return words
    .replace(/&"[^"]*"|&\d+|&K[0-9A-F]{6}/g, "")
    .replace(/&[LCR]/g, " ")
    .replace(/&[A-Z]/g, "")
    .replaceAll("&&", "&");
}
