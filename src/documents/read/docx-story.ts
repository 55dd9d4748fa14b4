/**
 * One story of a .docx (body, header, footer, notes), rewritten so that mammoth sees all its words. mammoth passes
 * over text boxes without an old twin, word art, simple fields and automatic numbers; the mark MẬT and the number
 * of a document often stand in just such a box. Text boxes are lifted out and follow their paragraph, labels are
 * written out, drawings and links are dropped (nothing in them can be fetched later), page numbers vanish.
 */
import type { Labeller, NumberedParagraph } from "./docx-numbering.ts";
import { attribute, cutTags, escapeXml, type Tag } from "./xml.ts";

interface Frame {
  readonly name: string;
  readonly text: string[];
  /** Lifted boxes waiting for the end of the paragraph they hang on. */
  readonly boxes: string[];
  numbered?: NumberedParagraph;
  choice?: string;
  fallback?: string;
}

/** A field that has begun and not ended; what stands between is its result. */
interface Field {
  instruction: string;
  isPage: boolean;
}

const dropped = new Set(["drawing", "pict", "object", "pPrChange", "rPrChange", "sectPr"]);
const unwrapped = new Set(["body", "fldSimple", "dir", "bdo", "hyperlink", "footnote", "endnote"]);
const framed = new Set(["p", "txbxContent", "AlternateContent", "Choice", "Fallback", ...dropped]);
const pageField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s|$)/;

/**
 * Rewrites a story.
 * @returns the content, wrapped in an element that mammoth reads through and that keeps the namespaces
 */
export function flattenStory(xml: string, label: Labeller): string {
  const tags = cutTags(xml);
  const root = tags.next().value as Tag | undefined;
  if (root?.kind !== "open") return "";
  const head = xml.slice(root.start, root.end);
  const prefix = /^<([^\s:>/]+:)/.exec(head)?.[1] ?? "";
  const declarations = head.match(/\sxmlns(:[^\s=]+)?\s*=\s*("[^"]*"|'[^']*')/g)?.join("") ?? "";

  const frames: Frame[] = [{ name: "", text: [], boxes: [] }];
  const top = () => frames.at(-1) as Frame;
  const run = (text: string) =>
    `<${prefix}r><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}r>`;
  const fields: Field[] = [];
  let from = root.end;

  for (const tag of tags) {
    const isPage = fields.some((field) => field.isPage);
    const words = xml.slice(from, tag.start);
    if (tag.name === "instrText" && tag.kind === "close") {
      const field = fields.at(-1);
      if (field) field.instruction += words;
    }
    if (!(isPage && tag.name === "t" && tag.kind === "close")) top().text.push(words);
    from = tag.end;

    if (tag.name === "fldChar") trackField(fields, attribute(xml, tag, "fldCharType"));
    if (tag.name === "fldSimple" && tag.kind === "close") fields.pop();
    if (tag.name === "fldSimple" && tag.kind === "open") {
      const instruction = attribute(xml, tag, "instr") ?? "";
      fields.push({ instruction, isPage: pageField.test(instruction) });
    }
    if (tag.kind === "close" && frames.length === 1 && tag.name === root.name) break;
    if (framed.has(tag.name)) {
      if (tag.kind === "open") frames.push(openFrame(xml, tag, top()));
      else if (tag.kind === "close") closeFrame(frames, tag, xml.slice(tag.start, tag.end));
      else if (tag.name === "p") top().text.push(xml.slice(tag.start, tag.end));
    } else if (tag.name === "textpath") {
      const art = attribute(xml, tag, "string");
      if (art) holder(frames).boxes.push(`<${prefix}p>${run(escapeXml(art))}</${prefix}p>`);
    } else if (tag.name === "cr") top().text.push(`<${prefix}br/>`);
    else if (tag.name === "ptab") top().text.push(`<${prefix}tab/>`);
    else if (!unwrapped.has(tag.name)) top().text.push(xml.slice(tag.start, tag.end));

    noteNumbering(top(), xml, tag);
    if (tag.name === "pPr" && tag.kind !== "open" && top().numbered) {
      const drawn = label(top().numbered as NumberedParagraph);
      if (drawn) top().text.push(run(`${escapeXml(drawn)} `));
    }
  }
  if (frames.length !== 1) throw new Error("docx: elements are not closed");
  return `<${prefix}customXml${declarations}>${top().text.join("")}${top().boxes.join("")}</${prefix}customXml>`;
}

function openFrame(xml: string, tag: Tag, parent: Frame): Frame {
  const frame: Frame = { name: tag.name, text: [], boxes: [] };
  if (tag.name === "p") {
    frame.text.push(xml.slice(tag.start, tag.end));
    frame.numbered = { styleId: null, numId: null, level: null };
  }
  if (tag.name === "Choice" || tag.name === "Fallback") {
    if (parent.name !== "AlternateContent") throw new Error("docx: a choice without alternatives");
  }
  return frame;
}

function closeFrame(frames: Frame[], tag: Tag, closing: string): void {
  const frame = frames.pop();
  const parent = frames.at(-1);
  if (frame?.name !== tag.name || !parent) throw new Error("docx: elements overlap");
  const text = frame.text.join("");
  if (tag.name === "p") {
    parent.text.push(text, closing, ...frame.boxes);
  } else if (tag.name === "txbxContent") {
    holder(frames).boxes.push(text, ...frame.boxes);
  } else if (tag.name === "Choice") {
    parent.choice ??= text;
    parent.boxes.push(...frame.boxes);
  } else if (tag.name === "Fallback") {
    // The old twin of what the choice already gave.
    if (parent.boxes.length === 0) {
      parent.fallback = text;
      parent.boxes.push(...frame.boxes);
    }
  } else {
    if (tag.name === "AlternateContent") parent.text.push(frame.fallback ?? frame.choice ?? "");
    parent.boxes.push(...frame.boxes);
  }
}

/** The frame that keeps boxes for now: the innermost one, which hands them up as it closes. */
function holder(frames: readonly Frame[]): Frame {
  return frames.at(-1) as Frame;
}

function trackField(fields: Field[], type: string | null): void {
  const field = fields.at(-1);
  if (type === "begin") fields.push({ instruction: "", isPage: false });
  else if (type === "separate" && field) field.isPage = pageField.test(field.instruction);
  else if (type === "end") fields.pop();
}

function noteNumbering(frame: Frame, xml: string, tag: Tag): void {
  if (!frame.numbered || tag.kind === "close") return;
  if (tag.name === "pStyle") frame.numbered.styleId = attribute(xml, tag, "val");
  else if (tag.name === "numId") frame.numbered.numId = attribute(xml, tag, "val");
  else if (tag.name === "ilvl") frame.numbered.level = attribute(xml, tag, "val");
}
