/**
 * Reads a .docx. mammoth does what it is made for: paragraphs, runs, fields, tracked changes, tables. What it
 * leaves out (headers, footers, notes, text boxes, numbers) is put into the body before it reads, see
 * docx-story.ts. It gets a container with that one part in it: no pictures, no links, no styles, nothing of the
 * sender's packing.
 */
import { Problem } from "../../../domain/problem.ts";
import { attribute, cutTags, decodeXml } from "../container/xml.ts";
import { type Archive, openZip } from "../container/zip.ts";
import { packZip } from "../container/zip-pack.ts";
import { type Source, sayBytes } from "../limits.ts";
import type { DocxNode } from "./docx-node.ts";
import { createLabeller } from "./docx-numbering.ts";
import { flattenStory } from "./docx-story.ts";
import { sayBlocks } from "./docx-text.ts";

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;
const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/**
 * Reads the words of a document: headers first, then the body, then notes and footers.
 * @throws Problem file-no-text where it holds only pictures; Error where it is broken
 */
export async function readDocx(source: Source): Promise<string> {
  const archive = openZip(source);
  const story = async (name: string) => {
    const bytes = await archive.read(name);
    return bytes && decodeXml(bytes);
  };
  const main = await findMain(archive);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const body = await story(main);
  if (body === null) throw new Error("docx: no body");
  const label = createLabeller(await story(`${folder}numbering.xml`), await story(`${folder}styles.xml`));

  const named = (pattern: RegExp) =>
    archive.names.filter((name) => name.startsWith(folder) && pattern.test(name.slice(folder.length))).sort();
  const before = await readStories(named(/^header\d*\.xml$/), story);
  const behind = await readStories(named(/^((foot|end)notes|footer\d*)\.xml$/), story);
  const content = [...before, body, ...behind].map((xml) => flattenStory(xml, label)).join("");
  if (content.length > source.limits.markup) {
    const [size, limit] = [sayBytes(content.length), sayBytes(source.limits.markup)];
    throw new Problem("file-too-large", { name: source.name, size, limit });
  }
  const text = await readBody(content);
  if (text === "" && archive.names.some((name) => name.startsWith(`${folder}media/`))) {
    throw new Problem("file-no-text", { name: source.name });
  }
  return text;
}

/** Stories with words in them, each once: the first page and the others often share one header. */
async function readStories(
  names: string[],
  story: (name: string) => Promise<string | null>,
): Promise<string[]> {
  const found = new Map<string, string>();
  for (const name of names) {
    const xml = (await story(name)) ?? "";
    const words = xml.replace(/<[^<>]*>/g, "").trim();
    if (words !== "" || xml.includes("textpath")) found.set(words || xml, xml);
  }
  return [...found.values()];
}

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
