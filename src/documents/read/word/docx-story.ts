/**
 * One story of a .docx (body, header, footer, notes), copied down to what bears words or order, for mammoth to read.
 *
 * Two reasons. mammoth passes over text boxes without an old twin, word art, simple fields and automatic numbers,
 * and the mark MẬT or the number of a document often stands in just such a box: boxes are lifted out and follow
 * their paragraph, labels are written out, page numbers and deleted words go. And mammoth builds trees of all it is
 * given: of 100 pages as Word stores them it takes half a gigabyte, of what is left here a tenth of that.
 */
import { attribute, cutTags, escapeXml, type Tag } from "../container/xml.ts";
import { type Field, isPageField, trackField } from "./docx-fields.ts";
import type { Labeller, NumberedParagraph } from "./docx-numbering.ts";

/** An element that is open and decides what becomes of its content. */
interface Frame {
  readonly name: string;
  readonly text: string[];
  /** Lifted boxes waiting for the end of the paragraph they hang on. */
  readonly boxes: string[];
  readonly numbered: NumberedParagraph;
  choice?: string;
  fallback?: string;
}

/** What is copied, with the attributes that matter; all other tags go and leave their content. */
const kept: Readonly<Record<string, readonly string[]>> = {
  r: [],
  t: [],
  tab: [],
  br: ["type"],
  sym: ["font", "char"],
  noBreakHyphen: [],
  softHyphen: [],
  fldChar: ["fldCharType"],
  instrText: [],
  tbl: [],
  tr: [],
  tc: [],
  tblHeader: [],
  gridSpan: ["val"],
  vMerge: ["val"],
  caps: ["val"],
};
/** What goes with its content; boxes in it are lifted out all the same. */
const drawn = new Set(["drawing", "pict", "object"]);
/** What goes altogether. */
const gone = new Set([
  "del",
  "moveFrom",
  "pPrChange",
  "rPrChange",
  "sectPr",
  "tabs",
  "sdtPr",
  "tblPr",
  "tblGrid",
]);
const properties = new Set(["pPr", "rPr", "trPr", "tcPr"]);
const framed = new Set([
  "p",
  "txbxContent",
  "AlternateContent",
  "Choice",
  "Fallback",
  ...drawn,
  ...gone,
  ...properties,
]);
const sameAs = new Map([
  ["cr", "br"],
  ["ptab", "tab"],
]);
/** Word cuts a sentence into runs wherever it was edited; runs of one kind are one again. */
const seam = "</w:t></w:r><w:r><w:t>";

/** Copies a story as elements of a body, with the prefix `w`. */
export function flattenStory(xml: string, label: Labeller): string {
  const frames: Frame[] = [openFrame("")];
  const fields: Field[] = [];
  const top = () => frames.at(-1) as Frame;
  let inWords = false;
  let from = 0;

  for (const tag of cutTags(xml)) {
    const words = inWords ? xml.slice(from, tag.start) : "";
    from = tag.end;
    trackField(fields, xml, tag, words);
    if (words !== "" && !(tag.name === "t" && isPageField(fields))) top().text.push(words);
    if (tag.name === "t" || tag.name === "instrText") inWords = tag.kind === "open";

    noteNumbering(top().numbered, xml, tag);
    if (framed.has(tag.name)) {
      if (tag.kind === "open") frames.push(openFrame(tag.name));
      else if (tag.kind === "close") closeFrame(frames, tag.name, label);
      else if (tag.name === "p") top().text.push("<w:p/>");
      else if (tag.name === "del" && properties.has(top().name)) top().text.push("<w:del/>");
    } else if (tag.name === "textpath" && tag.kind !== "close") {
      const art = attribute(xml, tag, "string");
      if (art) top().boxes.push(`<w:p>${run(art)}</w:p>`);
    } else top().text.push(copyTag(xml, tag));
  }
  if (frames.length !== 1) throw new Error("docx: elements are not closed");
  return [...top().text, ...top().boxes].join("");
}

function copyTag(xml: string, tag: Tag): string {
  const name = sameAs.get(tag.name) ?? tag.name;
  const attributes = Object.hasOwn(kept, name) ? kept[name] : undefined;
  if (!attributes) return "";
  if (tag.kind === "close") return `</w:${name}>`;
  const values = attributes.map((key) => {
    const value = attribute(xml, tag, key);
    return value === null ? "" : ` w:${key}="${escapeXml(value).replaceAll('"', "&quot;")}"`;
  });
  return `<w:${name}${values.join("")}${tag.kind === "empty" ? "/" : ""}>`;
}

function run(text: string): string {
  return `<w:r><w:t>${escapeXml(text)}</w:t></w:r>`;
}

function openFrame(name: string): Frame {
  return { name, text: [], boxes: [], numbered: { styleId: null, numId: null, level: null } };
}

function closeFrame(frames: Frame[], name: string, label: Labeller): void {
  const frame = frames.pop();
  const parent = frames.at(-1);
  if (frame?.name !== name || !parent) throw new Error("docx: elements overlap");
  const text = frame.text.join("");
  if (gone.has(name)) return;
  if (name === "txbxContent") {
    parent.boxes.push(text, ...frame.boxes);
    return;
  }
  // The old twin of what the choice before it gave already.
  if (name === "Fallback" && parent.boxes.length > 0) return;
  if (name === "Fallback") parent.fallback = text;
  else if (name === "Choice") parent.choice ??= text;
  else if (name === "AlternateContent") parent.text.push(frame.fallback ?? frame.choice ?? "");
  else if (name === "p") parent.text.push(`<w:p>${text.replaceAll(seam, "")}</w:p>`, ...frame.boxes);
  else if (properties.has(name) && text !== "") parent.text.push(`<w:${name}>${text}</w:${name}>`);
  if (name === "pPr" && parent.name === "p") {
    const drawnLabel = label(frame.numbered);
    if (drawnLabel) parent.text.push(run(`${drawnLabel} `));
  }
  if (name !== "p") parent.boxes.push(...frame.boxes);
}

function noteNumbering(numbered: NumberedParagraph, xml: string, tag: Tag): void {
  if (tag.kind === "close") return;
  if (tag.name === "pStyle") numbered.styleId = attribute(xml, tag, "val");
  else if (tag.name === "numId") numbered.numId = attribute(xml, tag, "val");
  else if (tag.name === "ilvl") numbered.level = attribute(xml, tag, "val");
}
