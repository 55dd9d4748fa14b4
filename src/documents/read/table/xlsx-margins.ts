import { attribute, cutTags, unescapeXml } from "../container/xml.ts";

/** Excel allows 255 characters. */
const longest = 1_000;
const margin = /^(odd|even|first)(Header|Footer)$/;

/**
 * Words of a part of a workbook that stand in no cell: headers and footers of the printed page, text boxes, word art.
 * A mark such as MẬT is set there as often as in a cell.
 */
export function readMargins(xml: string): string[] {
  const found: string[] = [];
  let paragraph = "";
  let from = 0;
  let inBox = false;
  for (const tag of cutTags(xml)) {
    const words = unescapeXml(xml.slice(from, tag.start));
    from = tag.end;
    if (tag.name === "textbox") inBox = tag.kind === "open";
    if (inBox) paragraph += words;
    if (tag.name === "textpath" && tag.kind !== "close") found.push(attribute(xml, tag, "string") ?? "");
    if (tag.kind === "empty" && tag.name === "br") paragraph += "\n";
    if (tag.kind !== "close") continue;
    if (margin.test(tag.name)) found.push(...withoutCodes(words.slice(0, longest)));
    else if (tag.name === "t" && isDrawing(xml, tag.start)) paragraph += words;
    else if (tag.name === "p" || tag.name === "div" || tag.name === "textbox") {
      found.push(...paragraph.split("\n"));
      paragraph = "";
    }
  }
  return found.map((words) => words.trim()).filter((words) => words !== "");
}

/** In shared strings and cells words stand in plain `t`; in boxes they carry a prefix of the drawing language. */
function isDrawing(xml: string, at: number): boolean {
  return xml.startsWith("</a:t", at) || xml.startsWith("</a14:t", at);
}

/** `&L&"Times,Bold"&14MẬT&RTrang &P`: places, fonts and sizes in the middle of the words. A line each, as printed. */
function withoutCodes(words: string): string[] {
  const plain = words
    .replaceAll("&&", "\ue000")
    .replace(/&"[^"]*"|&\d+|&K(?:[0-9A-F]{6}|\d\d[+-]\d{3})/gi, "")
    .replace(/&[LCR]/g, "\n")
    .replace(/&[A-Z]/gi, "")
    .replaceAll("\ue000", "&");
  const lines = plain.split("\n").map((line) => line.trim());
  return [lines.filter((line) => line !== "").join("   ")];
}
