/** Words of the drawing language (DrawingML): SmartArt, charts, shapes. */
import { attribute, cutTags, unescapeXml } from "./xml.ts";

/** Lines of a SmartArt, a shape or the titles of a chart: one a paragraph (`a:p` of `a:t`). */
export function drawnLines(xml: string): string[] {
  const lines: string[] = [];
  let [line, from, inWords] = ["", 0, false];
  for (const tag of cutTags(xml)) {
    if (inWords) line += unescapeXml(xml.slice(from, tag.start));
    from = tag.end;
    inWords = tag.name === "t" && tag.kind === "open" && !xml.startsWith("<dgm:", tag.start);
    if (tag.name === "br") line += "\n";
    if (tag.name === "p" && tag.kind === "close") {
      lines.push(...line.split("\n"));
      line = "";
    }
    // Word art of older files keeps its words in an attribute.
    if (tag.name === "textpath" && tag.kind !== "close") lines.push(attribute(xml, tag, "string") ?? "");
  }
  return [...lines, line].map((text) => text.trim()).filter((text) => text !== "");
}

/** What a chart shows: its titles, and the names of its rows and columns. */
export function chartLines(xml: string): string[] {
  const found = new Set(drawnLines(xml));
  let [from, depth, inWords] = [0, 0, false];
  for (const tag of cutTags(xml)) {
    const words = inWords ? unescapeXml(xml.slice(from, tag.start)).trim() : "";
    if (words !== "") found.add(words);
    from = tag.end;
    if (/^(strCache|strLit|multiLvlStrCache|strDim|lvl|tx)$/.test(tag.name))
      depth += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
    inWords = depth > 0 && tag.kind === "open" && /^(v|pt)$/.test(tag.name);
  }
  return [...found];
}
