/**
 * Telegram's HTML: a handful of tags, four named entities, and refusals that name the byte where it went
 * wrong. A view that forgets to escape a "<" fails here as it would fail there.
 */
import type { MessageEntity } from "./model.ts";
import { badRequest } from "./refusal.ts";

const TYPES: Readonly<Record<string, MessageEntity["type"]>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  a: "text_link",
};

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly offset: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Plain text and what is formatted in it; offsets in UTF-16 units, as everywhere in the Bot API. */
export interface Formatted {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** Replaces the entities Telegram knows; any other stays as it is written. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole;
    const code = dec === undefined ? Number.parseInt(hex as string, 16) : Number(dec);
    return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * @throws Refusal "can't parse entities: …"
 */
export function parseHtml(source: string): Formatted {
  const refuse = (text: string) => badRequest(`can't parse entities: ${text}`);
  const at = (index: number) => `at byte offset ${Buffer.byteLength(source.slice(0, index))}`;
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let text = "";
  let index = 0;
  while (index < source.length) {
    const next = source.indexOf("<", index);
    text += decode(source.slice(index, next < 0 ? undefined : next));
    if (next < 0) break;
    if (source[next + 1] === "/") {
      const tag = open.pop();
      if (!tag) throw refuse(`Unexpected end tag ${at(next)}`);
      const found = /^<\/([^\s>]*)\s*>/.exec(source.slice(next));
      if (!found) throw refuse(`Unclosed end tag ${at(next)}`);
      const name = (found[1] ?? "").toLowerCase();
      if (name !== "" && name !== tag.name) {
        throw refuse(`Unmatched end tag ${at(next)}, expected "</${tag.name}>", found "</${name}>"`);
      }
      if (text.length > tag.offset) addEntity(entities, tag, text);
      index = next + found[0].length;
      continue;
    }
    const name = (/^<([^\s>]*)/.exec(source.slice(next))?.[1] ?? "").toLowerCase();
    const end = closing(source, next);
    if (end < 0) throw refuse(`Unclosed start tag ${at(next)}`);
    if (!(name in TYPES)) throw refuse(`Unsupported start tag "${name}" ${at(next)}`);
    const attributes = readAttributes(source.slice(next + 1 + name.length, end));
    if (name === "span" && attributes.get("class") !== "tg-spoiler") {
      throw refuse(`Tag "span" must have class "tg-spoiler" ${at(next)}`);
    }
    open.push({ name, offset: text.length, attributes });
    index = end + 1;
  }
  const left = open.at(-1);
  if (left) throw refuse(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

/** Where the tag that begins at `from` closes, past quoted attributes; -1 if it does not. */
function closing(source: string, from: number): number {
  let quote = "";
  for (let index = from; index < source.length; index++) {
    const char = source[index] ?? "";
    if (quote) {
      if (char === quote) quote = "";
    } else if (char === ">") {
      return index;
    } else if ((char === '"' || char === "'") && source[index - 1] === "=") {
      quote = char;
    }
  }
  return -1;
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?/g)) {
    attributes.set(match[1] ?? "", decode(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return attributes;
}

function addEntity(entities: MessageEntity[], tag: OpenTag, text: string): void {
  const span = { offset: tag.offset, length: text.length - tag.offset };
  if (tag.name === "a") {
    const url = tag.attributes.get("href") || text.slice(tag.offset);
    // As in Telegram, a link without a proper address is left out and its words stay.
    if (/^(?:tg:\/\/|(?:https?:\/\/)?[^\s/]+\.[^\s]+)/i.test(url)) {
      entities.push({ type: "text_link", url, ...span });
    }
    return;
  }
  const expandable = tag.name === "blockquote" && tag.attributes.has("expandable");
  entities.push({ type: expandable ? "expandable_blockquote" : TYPES[tag.name], ...span } as MessageEntity);
}
