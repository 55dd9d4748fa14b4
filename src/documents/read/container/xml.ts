/**
 * A cutter for the XML of Office files: it yields each tag with its place, so that parts can be read, left out or
 * joined without building a tree. It knows nothing of document types and entities on purpose: Office never writes
 * them, so a part that has one is refused, and there is nothing that could be resolved or reach outside.
 */

/** One tag. `name` is without its prefix; text stands between `end` of one tag and `start` of the next. */
export interface Tag {
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  readonly end: number;
}

/**
 * Yields the tags of a part in order; comments and processing instructions are passed over. Linear in length.
 * @throws Error on a document type, a CDATA section or a tag that never ends
 */
export function* cutTags(xml: string): Generator<Tag> {
  for (let start = xml.indexOf("<"); start >= 0; ) {
    const mark = xml[start + 1];
    let end: number;
    if (mark === "?") {
      end = after(xml, "?>", start);
    } else if (xml.startsWith("<!--", start)) {
      end = after(xml, "-->", start + 4);
    } else if (mark === "!") {
      throw new Error("xml: a document type or a CDATA section, which Office never writes");
    } else {
      end = endOfTag(xml, start);
      const kind = mark === "/" ? "close" : xml[end - 2] === "/" ? "empty" : "open";
      yield { name: localName(xml, start, end), kind, start, end };
    }
    start = xml.indexOf("<", end);
  }
}

/** The value of an attribute by its local name, unescaped; null where the tag has none. */
export function attribute(xml: string, tag: Tag, name: string): string | null {
  const source = xml.slice(tag.start, tag.end);
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(source);
  return found ? unescapeXml(found[1] ?? found[2] ?? "") : null;
}

/** Turns the five named entities and numbered characters back; any other stays as it stands. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, named, decimal, hex) => {
      if (named)
        return { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }[String(named).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Makes text safe between two tags. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Decodes a part: UTF-8, or UTF-16 where its mark says so. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : null;
  const encoding = bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : (wide ?? "utf-8");
  return withoutSections(new TextDecoder(encoding, { fatal: true }).decode(bytes));
}

/** Sections of plain characters as ordinary text, comments gone: either may stand in the middle of a word. */
function withoutSections(xml: string): string {
  if (!xml.includes("<!")) return xml;
  const pieces: string[] = [];
  let from = 0;
  for (let start = xml.indexOf("<!"); start >= 0; start = xml.indexOf("<!", from)) {
    const isSection = xml.startsWith(section, start);
    if (!isSection && !xml.startsWith("<!--", start))
      throw new Error("xml: a document type, which Office never writes");
    const end = isSection ? after(xml, "]]>", start) : after(xml, "-->", start + 4);
    pieces.push(xml.slice(from, start));
    if (isSection) pieces.push(escapeXml(xml.slice(start + section.length, end - 3)));
    from = end;
  }
  return [...pieces, xml.slice(from)].join("");
}

const section = "<![CDATA[";

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Error("xml: cut off");
  return at + mark.length;
}

/** A ">" inside a quoted value does not end the tag. */
function endOfTag(xml: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at];
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === ">") return at + 1;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "<") break;
  }
  throw new Error("xml: a tag never ends");
}

function localName(xml: string, start: number, end: number): string {
  const from = xml[start + 1] === "/" ? start + 2 : start + 1;
  let to = from;
  while (to < end - 1 && !/[\s/>]/.test(xml[to] ?? ">")) to++;
  const name = xml.slice(from, to);
  return name.slice(name.indexOf(":") + 1);
}
