/** sendMessage, sendDocument, sendPhoto, sendMediaGroup, sendChatAction. */
import { isObject, jsonArg, textArg } from "../args.ts";
import type { Core, Method } from "../core.ts";
import { type Taken, takeFile, takeFileArg } from "../files.ts";
import { characters, MAX_CAPTION, MAX_TEXT, readCaption, readText } from "../formatted.ts";
import type { Formatted } from "../html.ts";
import { readMarkup } from "../markup.ts";
import type { Files, Payload } from "../model.ts";
import { badRequest } from "../refusal.ts";
import * as chats from "./chats.ts";

const sendMessage: Method = (core, payload) => {
  const text = readText(payload);
  const markup = readMarkup(payload);
  const chat = chats.findChat(core, payload);
  const reply = chats.findReplied(chat, payload);
  if (characters(text.text) > MAX_TEXT) throw badRequest("message is too long");
  chats.checkReachable(chat);
  const content = { ...chats.replied(reply), ...chats.textContent(text), ...chats.markupContent(markup) };
  return chats.post(core, chat, [content], [], markup.keyboard)[0];
};

const sendFile =
  (kind: "document" | "photo"): Method =>
  (core, payload, files) => {
    const taken = takeFileArg(core, payload, files, kind);
    if (!taken) throw badRequest(`there is no ${kind} in the request`);
    const caption = checkedCaption(readCaption(payload));
    const markup = readMarkup(payload);
    const chat = chats.findChat(core, payload);
    const reply = chats.findReplied(chat, payload);
    chats.checkReachable(chat);
    const content = {
      ...chats.replied(reply),
      ...chats.fileContent(taken.files),
      ...chats.captionContent(caption),
      ...chats.markupContent(markup),
    };
    return chats.post(core, chat, [content], taken.facts, markup.keyboard)[0];
  };

function checkedCaption(caption: Formatted): Formatted {
  if (characters(caption.text) > MAX_CAPTION) throw badRequest("message caption is too long");
  return caption;
}

const sendMediaGroup: Method = (core, payload, files) => {
  const media = jsonArg(payload, "media", "media");
  if (media === undefined) throw badRequest('parameter "media" is required');
  if (!Array.isArray(media)) throw badRequest("expected an Array of InputMedia");
  const parts = media.map((part: unknown) => albumPart(core, part, files));
  if (parts.length === 0) throw badRequest("there are no messages to send");
  if (parts.length > 10) throw badRequest("too many messages to send as an album");
  if (new Set(parts.map((part) => part.type)).size > 1) {
    throw badRequest("can't use the media of the specified type in the album");
  }
  const chat = chats.findChat(core, payload);
  const reply = chats.findReplied(chat, payload);
  chats.checkReachable(chat);
  const album = { media_group_id: String(13_000_000_000_000 + core.state.lastMessageId + 1) };
  const contents = parts.map(({ taken, caption }) => ({
    ...chats.replied(reply),
    ...(parts.length > 1 ? album : {}),
    ...chats.fileContent(taken.files),
    ...chats.captionContent(caption),
  }));
  const facts = parts.flatMap((part) => part.taken.facts);
  return chats.post(core, chat, contents, facts);
};

function albumPart(
  core: Core,
  part: unknown,
  files: Files,
): { type: string; taken: Taken; caption: Formatted } {
  const complaint = "can't parse InputMedia";
  if (!isObject(part)) throw badRequest(`${complaint}: expected an Object`);
  const type = textArg(part, "type");
  const kind = type === "document" || type === "photo" ? type : undefined;
  if (!kind) throw badRequest(`${complaint}: type "${type}" is unsupported`);
  const caption = checkedCaption(readCaption(part as Payload));
  const taken = takeFile(core, textArg(part, "media"), "", files, kind);
  if (!taken) throw badRequest(`${complaint}: media not found`);
  return { type, taken, caption };
}

const ACTIONS = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

const sendChatAction: Method = (core, payload) => {
  const action = textArg(payload, "action");
  if (!ACTIONS.includes(action)) throw badRequest("wrong parameter action in request");
  const chat = chats.findChat(core, payload);
  chats.checkReachable(chat);
  core.notify({ type: "action", chatId: chat.user.id, action });
  return true;
};

export const sendMethods: Readonly<Record<string, Method>> = {
  sendMessage,
  sendDocument: sendFile("document"),
  sendPhoto: sendFile("photo"),
  sendMediaGroup,
  sendChatAction,
};
