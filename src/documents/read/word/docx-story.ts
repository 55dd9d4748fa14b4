/**
 * One story of a .docx (body, header, footer, notes), copied down to what bears words or order, for mammoth to read.
 *
 * Two reasons. mammoth passes over text boxes without an old twin, word art, simple fields and automatic numbers,
 * and the mark MẬT or the number of a document often stands in just such a box: boxes are lifted out and follow
 * their paragraph, labels are written out, page numbers and deleted words go, and so do words that are formatted as
 * hidden. And mammoth builds trees of all it is given: of 100 pages as Word stores them it takes half a gigabyte, of
 * what is left here a tenth of that.
 */
import { attribute, cutTags, escapeXml, type Tag, unescapeXml } from "../container/xml.ts";
import type { Picture } from "../reading.ts";
import type { Unseen } from "../unseen.ts";
import { type Bound, type Control, openControl } from "./docx-bound.ts";
import { createFields } from "./docx-fields.ts";
import type { Labeller, NumberedParagraph } from "./docx-numbering.ts";
import type { ShownParts } from "./docx-parts.ts";
import { createRuns } from "./docx-run.ts";
import type { Styles } from "./docx-styles.ts";

/** What a story is read with. */
export interface StoryContext {
  readonly label: Labeller;
  readonly styles: Styles;
  readonly bound: Bound;
  readonly parts: ShownParts;
}

/** A story as elements of a body, with the prefix `w`; and what of it is no text. */
export interface Story {
  readonly content: string;
  /** Words that are not shown, a line each. */
  readonly hidden: readonly string[];
  readonly pictures: readonly Picture[];
  readonly unseen: readonly Unseen[];
}

/** An element that is open and decides what becomes of its content. */
interface Frame {
  readonly name: string;
  readonly text: string[];
  /** Lifted boxes waiting for the end of the paragraph they hang on. */
  readonly boxes: string[];
  readonly numbered: NumberedParagraph;
  choice?: string;
  fallback?: string;
  control?: Control;
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
  tbl: [],
  tr: [],
  tc: [],
  tblHeader: [],
  gridSpan: ["val"],
  vMerge: ["val"],
};
/** What goes with its content; boxes in it are lifted out all the same. */
const drawn = new Set(["drawing", "pict", "object"]);
/** What goes altogether; its words, if it had any, are not shown. */
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
  "ffData",
  "rt",
]);
const properties = new Set(["pPr", "rPr", "trPr", "tcPr"]);
const framed = new Set([
  "p",
  "txbxContent",
  "AlternateContent",
  "Choice",
  "Fallback",
  "sdt",
  "sdtContent",
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
/** Tags that show another part, and the attribute that names it. */
const showing: Readonly<Record<string, readonly string[]>> = {
  blip: ["embed", "link"],
  svgBlip: ["embed"],
  imagedata: ["id", "relid", "href"],
  fill: ["id"],
  relIds: ["dm"],
  chart: ["id"],
  altChunk: ["id"],
  OLEObject: ["id"],
  control: ["id"],
  subDoc: ["id"],
};

/** Copies a story as elements of a body, with the prefix `w`. */
export function flattenStory(xml: string, context: StoryContext): Story {
  const frames: Frame[] = [openFrame("")];
  const fields = createFields();
  const runs = createRuns(context.styles);
  const hidden: string[] = [];
  const pictures = new Set<Picture>();
  const unseen: Unseen[] = [];
  const top = () => frames.at(-1) as Frame;
  const depths = { gone: 0, boxes: 0, cells: 0 };
  let [inWords, inDeleted, from] = [false, false, 0];
  let unshown = "";
  const endUnshown = () => {
    if (unshown.trim() !== "") hidden.push(unshown);
    unshown = "";
  };
  const say = (words: string) => {
    if (words === "" || !fields.isShown()) return;
    const said = runs.spell(words);
    if (depths.gone > 0 || runs.isHidden(depths.boxes + depths.cells > 0)) unshown += unescapeXml(said);
    else top().text.push(said);
  };

  for (const tag of cutTags(xml)) {
    const words = inWords || inDeleted ? xml.slice(from, tag.start) : "";
    from = tag.end;
    const instead = fields.follow(xml, tag, words);
    if (tag.name === "t" && inWords) say(words);
    else if (inDeleted) unshown += unescapeXml(words);
    if (instead) top().text.push(run(unescapeXml(instead)).slice("<w:r>".length, -"</w:r>".length));
    if (tag.name === "t" || tag.name === "instrText") inWords = tag.kind === "open";
    if (tag.name === "delText") inDeleted = tag.kind === "open";
    if (tag.name === "p" && tag.kind !== "open") endUnshown();
    if (tag.name === "tc") depths.cells += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
    runs.follow(xml, tag, depths.gone > 0);
    noteNumbering(top().numbered, xml, tag);
    noteControl(frames, xml, tag);
    if (tag.kind !== "close") showPart(tag);

    if (framed.has(tag.name)) {
      const step = tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
      if (gone.has(tag.name)) depths.gone += step;
      if (tag.name === "txbxContent") depths.boxes += step;
      if (tag.kind === "open") frames.push(openFrame(tag.name));
      else if (tag.kind === "close") closeFrame(frames, tag.name, context, hidden);
      else if (tag.name === "p") top().text.push("<w:p/>");
      else if (tag.name === "del" && properties.has(top().name)) top().text.push("<w:del/>");
    } else if (tag.name === "textpath" && tag.kind !== "close") {
      const art = attribute(xml, tag, "string");
      if (art) top().boxes.push(`<w:p>${run(art)}</w:p>`);
    } else if (tag.name !== "instrText") top().text.push(copyTag(xml, tag));
  }
  if (frames.length !== 1) throw new Error("docx: elements are not closed");
  endUnshown();
  return { content: [...top().text, ...top().boxes].join(""), hidden, pictures: [...pictures], unseen };

  function showPart(tag: Tag): void {
    if (tag.name === "docPr" || tag.name === "shape") hidden.push(...alternatives(xml, tag));
    const names = showing[tag.name];
    const ids = names?.map((name) => attribute(xml, tag, name)).filter((id) => id !== null) ?? [];
    for (const id of ids) {
      const part = context.parts.get(id);
      if (part?.is === "picture") pictures.add(part.picture);
      else if (part?.is === "unseen") unseen.push(part.unseen);
      else if (part?.is === "lines") {
        const said = part.lines.map((line) => `<w:p>${run(line)}</w:p>`);
        (tag.name === "altChunk" ? top().text : top().boxes).push(...said);
      }
    }
  }
}

/** What is said of a picture to those who don't see it. */
function alternatives(xml: string, tag: Tag): string[] {
  return ["descr", "title", "alt"]
    .map((name) => attribute(xml, tag, name) ?? "")
    .filter((text) => text !== "");
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
  const numbered = { styleId: null, numId: null, level: null };
  return { name, text: [], boxes: [], numbered, ...(name === "sdt" && { control: openControl() }) };
}

function closeFrame(frames: Frame[], name: string, { label, bound }: StoryContext, hidden: string[]): void {
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
  else if (name === "sdt") parent.text.push(text);
  else if (name === "sdtContent") {
    const shown = parent.control && bound(parent.control);
    const said = shown === null || shown === undefined ? text : withValue(text, shown);
    if (said !== text) hidden.push(unescapeXml(text.replace(/<[^<>]*>/g, "")));
    parent.text.push(said);
  } else if (name === "p") parent.text.push(`<w:p>${text.replaceAll(seam, "")}</w:p>`, ...frame.boxes);
  else if (properties.has(name) && text !== "") parent.text.push(`<w:${name}>${text}</w:${name}>`);
  if (name === "pPr" && parent.name === "p") {
    const drawnLabel = label(frame.numbered);
    if (drawnLabel) parent.text.push(run(`${drawnLabel} `));
  }
  if (name !== "p") parent.boxes.push(...frame.boxes);
}

/** The content of a control with other words: in a line, as a paragraph, or in a cell. */
function withValue(content: string, value: string): string {
  const words = value
    .split(/\r\n?|\n/)
    .map(run)
    .join("<w:r><w:br/></w:r>");
  if (content.replace(/<[^<>]*>/g, "") === escapeXml(value)) return content;
  if (content.includes("<w:tr>")) return content;
  const cell = /^(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?).*<\/w:tc>$/su.exec(content);
  if (cell) return `${cell[1]}<w:p>${words}</w:p></w:tc>`;
  return content.includes("<w:p>") ? `<w:p>${words}</w:p>` : words;
}

function noteControl(frames: readonly Frame[], xml: string, tag: Tag): void {
  const control = frames.at(-2)?.control;
  if (tag.kind === "close" || frames.at(-1)?.name !== "sdtPr" || !control) return;
  if (tag.name === "dataBinding") {
    control.path = attribute(xml, tag, "xpath");
    control.store = attribute(xml, tag, "storeItemID");
  } else if (tag.name === "dateFormat") control.dateFormat = attribute(xml, tag, "val");
  else if (tag.name === "listItem") {
    const value = attribute(xml, tag, "value") ?? "";
    control.shown.set(value, attribute(xml, tag, "displayText") ?? value);
  }
}

function noteNumbering(numbered: NumberedParagraph, xml: string, tag: Tag): void {
  if (tag.kind === "close") return;
  if (tag.name === "pStyle") numbered.styleId = attribute(xml, tag, "val");
  else if (tag.name === "numId") numbered.numId = attribute(xml, tag, "val");
  else if (tag.name === "ilvl") numbered.level = attribute(xml, tag, "val");
}
