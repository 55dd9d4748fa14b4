/** The text or caption of a call: parsed, trimmed and measured as Telegram does it. */
import { jsonArg, textArg } from "./args.ts";
import { type Formatted, parseHtml } from "./html.ts";
import type { MessageEntity, Payload } from "./model.ts";
import { badRequest } from "./refusal.ts";

/** Longest text and caption, in characters after the tags are taken away. */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

/** Length as Telegram counts it: characters, not UTF-16 units. */
export const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Reads `text`; refuses what is empty. */
export function readText(payload: Payload): Formatted {
  if (textArg(payload, "text") === "") throw badRequest("message text is empty");
  const formatted = readFormatted(payload, "text", "entities");
  if (formatted.text === "") throw badRequest("text must be non-empty");
  return formatted;
}

/** Reads `caption`, which may be empty. */
export function readCaption(payload: Payload): Formatted {
  return readFormatted(payload, "caption", "caption_entities");
}

function readFormatted(payload: Payload, key: string, entitiesKey: string): Formatted {
  const source = textArg(payload, key);
  if (Buffer.byteLength(source) > 1 << 15) throw badRequest("text is too long");
  const mode = textArg(payload, "parse_mode").toLowerCase();
  if (source !== "" && mode === "html") return trim(parseHtml(source));
  if (source !== "" && mode.startsWith("markdown")) {
    throw new Error("parse_mode Markdown is not emulated: the views of this project write HTML");
  }
  if (source !== "" && mode !== "" && mode !== "none") throw badRequest("unsupported parse_mode");
  const given = jsonArg(payload, entitiesKey, "entities");
  return trim({ text: source, entities: Array.isArray(given) ? (given as MessageEntity[]) : [] });
}

/** Takes blanks away at both ends and moves the entities along. */
function trim({ text, entities }: Formatted): Formatted {
  const cut = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const moved = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(trimmed.length, entity.offset - cut + entity.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: moved };
}
