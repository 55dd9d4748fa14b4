/**
 * Reads a .docx. mammoth does what it is made for: paragraphs, runs, tables. What it leaves out (headers, footers,
 * notes, text boxes, numbers, SmartArt, embedded pages) is put into the body before it reads, and what people don't
 * see is taken out of it, see docx-story.ts. It gets a container with that one part in it: no pictures, no links, no
 * styles, nothing of the sender's packing.
 */
import { Problem } from "../../../domain/problem.ts";
import { attribute, cutTags, decodeXml } from "../container/xml.ts";
import { type Archive, openZip } from "../container/zip.ts";
import { packZip } from "../container/zip-pack.ts";
import { type Source, sayBytes } from "../limits.ts";
import type { Picture } from "../reading.ts";
import { distinct, type Unseen } from "../unseen.ts";
import { readBound } from "./docx-bound.ts";
import type { DocxNode } from "./docx-node.ts";
import { createLabeller } from "./docx-numbering.ts";
import { readShownParts } from "./docx-parts.ts";
import { flattenStory, type Story } from "./docx-story.ts";
import { readStyles } from "./docx-styles.ts";
import { sayBlocks } from "./docx-text.ts";

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export interface ReadDocx {
  readonly text: string;
  readonly hidden: string;
  readonly pictures: readonly Picture[];
  readonly unseen: readonly Unseen[];
}

/** A document in a document in a document is embedded by mistake or by malice. */
const deepest = 3;

/**
 * Reads the words of a document: headers first, then the body, then notes and footers.
 * @throws Problem file-too-large; Error where it is broken
 */
export async function readDocx(source: Source, depth = 0): Promise<ReadDocx> {
  const archive = openZip(source);
  const part = async (name: string) => {
    const bytes = await archive.read(name);
    return bytes && decodeXml(bytes);
  };
  const main = await findMain(archive);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const body = await part(main);
  if (body === null) throw new Error("docx: no body");
  const stylesXml = await part(`${folder}styles.xml`);
  const label = createLabeller(await part(`${folder}numbering.xml`), stylesXml);
  const [styles, bound] = [readStyles(stylesXml), await readBound(archive)];

  const hidden: string[] = [];
  const pictures = new Map<string, Picture>();
  const unseen: Unseen[] = [];
  const take = (story: Omit<Story, "content">) => {
    hidden.push(...story.hidden);
    for (const picture of story.pictures) pictures.set(picture.name, picture);
    unseen.push(...story.unseen);
  };
  const readInner = async (bytes: Uint8Array) => {
    if (depth >= deepest) return null;
    const inner = await readDocx({ ...source, bytes }, depth + 1);
    take({ ...inner, hidden: [inner.hidden] });
    return inner.text.split("\n");
  };
  const flatten = async (name: string, xml: string) => {
    const story = flattenStory(xml, {
      label,
      styles,
      bound,
      parts: await readShownParts(archive, name, readInner),
    });
    take(story);
    return story.content;
  };
  const named = (pattern: RegExp) =>
    archive.names.filter((name) => name.startsWith(folder) && pattern.test(name.slice(folder.length))).sort();
  const contents: string[] = [];
  const readStories = async (pattern: RegExp) => {
    const seen = new Set<string>();
    for (const name of named(pattern)) {
      const content = await flatten(name, (await part(name)) ?? "");
      // The first page and the others often share one header.
      if (/<w:t>/.test(content) && !seen.has(content)) contents.push(content);
      seen.add(content);
    }
  };
  await readStories(/^header\d*\.xml$/);
  contents.push(await flatten(main, body));
  await readStories(/^((foot|end)notes|footer\d*)\.xml$/);
  for (const name of named(/^comments\d*\.xml$/))
    hidden.push(wordsOf(await flatten(name, (await part(name)) ?? "")));
  const content = contents.join("");
  if (content.length > source.limits.markup) {
    const [size, limit] = [sayBytes(content.length), sayBytes(source.limits.markup)];
    throw new Problem("file-too-large", { name: source.name, size, limit });
  }
  const text = await readBody(content);
  // Pictures that no story names are shown by nobody, unless the file is a wreck that still holds them.
  const media = text === "" && pictures.size === 0 ? named(/^media\//) : [];
  for (const name of media)
    unseen.push({ what: "picture", name: name.slice(folder.length + "media/".length) });
  return { text, hidden: hidden.join("\n"), pictures: [...pictures.values()], unseen: distinct(unseen) };
}

const wordsOf = (content: string) =>
  content
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^<>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

async function readBody(content: string): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const xml = `<?xml version="1.0"?><w:document xmlns:w="${wordNamespace}"><w:body>${content}</w:body></w:document>`;
  const buffer = packZip(
    new Map([
      ["[Content_Types].xml", Buffer.from(contentTypes)],
      ["word/document.xml", Buffer.from(xml)],
    ]),
  );
  let blocks: readonly DocxNode[] = [];
  await mammoth.convertToHtml(
    { buffer },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      // The tree is what we came for: it knows rows and breaks that HTML has lost. Nothing is left to convert.
      transformDocument: (document: DocxNode) => {
        blocks = document.children ?? [];
        return { ...document, children: [] };
      },
    },
  );
  return sayBlocks(blocks).join("\n").trim();
}

/** The part that the package names as its document; some programs call it document2.xml. */
async function findMain(archive: Archive): Promise<string> {
  const bytes = await archive.read("_rels/.rels");
  const xml = bytes ? decodeXml(bytes) : "";
  for (const tag of cutTags(xml)) {
    if (tag.name !== "Relationship" || !attribute(xml, tag, "Type")?.endsWith("/officeDocument")) continue;
    const target = attribute(xml, tag, "Target")?.replace(/^\//, "") ?? "";
    if (archive.names.includes(target)) return target;
  }
  return "word/document.xml";
}
