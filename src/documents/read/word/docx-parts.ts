/**
 * The parts that a story of a .docx shows beside its own words, by the ids of its relations: the words of SmartArt and
 * charts, whole documents embedded in it, its pictures, and what belongs to another program and can't be looked at.
 */
import { Problem } from "../../../domain/problem.ts";
import { chartLines, drawnLines } from "../container/drawn-words.ts";
import { type Relation, readRelations } from "../container/relations.ts";
import { decodeXml } from "../container/xml.ts";
import type { Archive } from "../container/zip.ts";
import { isDrawable } from "../drawable.ts";
import type { Picture } from "../reading.ts";
import { decodeText } from "../text/decode-text.ts";
import { htmlLines, readHtml, readMail } from "../text/html-text.ts";
import type { Unseen } from "../unseen.ts";

export type ShownPart =
  | { readonly is: "lines"; readonly lines: readonly string[] }
  | { readonly is: "picture"; readonly picture: Picture }
  | { readonly is: "unseen"; readonly unseen: Unseen };

export type ShownParts = ReadonlyMap<string, ShownPart>;

/** Reads a document inside a document; null where it can't be read. */
export type ReadInner = (bytes: Uint8Array) => Promise<readonly string[] | null>;

const baseOf = (name: string) => name.split("/").at(-1) ?? name;

export async function readShownParts(
  archive: Archive,
  part: string,
  readInner: ReadInner,
): Promise<ShownParts> {
  const shown = new Map<string, ShownPart>();
  for (const [id, relation] of await readRelations(archive, part)) {
    const found = await readShown(archive, relation, readInner).catch((error: unknown): ShownPart => {
      if (error instanceof Problem) throw error;
      return { is: "unseen", unseen: { what: "part", name: baseOf(relation.target) } };
    });
    if (found) shown.set(id, found);
  }
  return shown;
}

async function readShown(
  archive: Archive,
  relation: Relation,
  readInner: ReadInner,
): Promise<ShownPart | null> {
  const { type, target, isOutside } = relation;
  const name = baseOf(target);
  const unseen = (what: Unseen["what"]): ShownPart => ({ is: "unseen", unseen: { what, name } });
  switch (type) {
    case "image": {
      const bytes = isOutside ? null : await archive.read(target, "picture");
      return bytes && isDrawable(bytes) ? { is: "picture", picture: { name, bytes } } : unseen("picture");
    }
    case "diagramData":
    case "chart":
    case "chartEx": {
      const bytes = await archive.read(target);
      if (!bytes) return null;
      const xml = decodeXml(bytes);
      return { is: "lines", lines: type === "diagramData" ? drawnLines(xml) : chartLines(xml) };
    }
    case "aFChunk": {
      const bytes = isOutside ? null : await archive.read(target);
      const lines = bytes && (await readChunk(bytes, name, readInner));
      return lines ? { is: "lines", lines } : unseen("part");
    }
    case "oleObject":
    case "package":
    case "control":
      return unseen("object");
    case "subDocument":
      return unseen("part");
    default:
      return null;
  }
}

/** A chunk says by its content what it is: its name may be anything. */
async function readChunk(
  bytes: Uint8Array,
  name: string,
  readInner: ReadInner,
): Promise<readonly string[] | null> {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1").replaceAll("\0", "").trimStart();
  if (head.startsWith("PK\x03\x04")) return readInner(bytes);
  if (head.startsWith("{\\rtf")) return null;
  if (/^(MIME-Version|From|Subject|Content-Type|Date):/im.test(head)) return readMail(bytes);
  const text = decodeText(bytes);
  if (/<(!doctype|html|head|body|p|div|table|span|\?xml)\b/i.test(head) || /\.x?html?$/i.test(name))
    return text === null ? readHtml(bytes) : htmlLines(text);
  return text === null ? null : text.split(/\r\n?|\n/);
}
