/** editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s), pinning. */
import { isDeepStrictEqual } from "node:util";
import { jsonArg, numberArg, textArg } from "../args.ts";
import type { Core, Method } from "../core.ts";
import { unixTime } from "../core.ts";
import { characters, MAX_CAPTION, MAX_TEXT, readCaption, readText } from "../formatted.ts";
import { readInlineMarkup } from "../markup.ts";
import type { Message, Payload } from "../model.ts";
import { badRequest } from "../refusal.ts";
import type { Chat } from "../state.ts";
import * as chats from "./chats.ts";

/** A message may be deleted for both sides within two days. */
const DELETE_SECONDS = 2 * 86_400;

const editMessageText: Method = (core, payload) => {
  const text = readText(payload);
  const markup = readInlineMarkup(payload);
  const { chat, message } = editable(core, payload);
  if (message.text === undefined) throw badRequest("there is no text in the message to edit");
  // A new text is measured by the server behind the Bot API, in its own words.
  if (characters(text.text) > MAX_TEXT) throw badRequest("MESSAGE_TOO_LONG");
  const { entities: _e, reply_markup: _m, ...kept } = message;
  return save(core, chat, message, {
    ...kept,
    ...chats.textContent(text),
    ...chats.markupContent(markup),
  } as Message);
};

const editMessageCaption: Method = (core, payload) => {
  const caption = readCaption(payload);
  const markup = readInlineMarkup(payload);
  const { chat, message } = editable(core, payload);
  if (message.text !== undefined) throw badRequest("there is no caption in the message to edit");
  if (characters(caption.text) > MAX_CAPTION) throw badRequest("MEDIA_CAPTION_TOO_LONG");
  const { caption: _c, caption_entities: _e, reply_markup: _m, ...kept } = message;
  const edited = { ...kept, ...chats.captionContent(caption), ...chats.markupContent(markup) };
  return save(core, chat, message, edited as Message);
};

const editMessageReplyMarkup: Method = (core, payload) => {
  const markup = readInlineMarkup(payload);
  const { chat, message } = editable(core, payload);
  const { reply_markup: _, ...kept } = message;
  return save(core, chat, message, { ...kept, ...chats.markupContent(markup) } as Message, false);
};

/** The message to edit: the bot's own, and none that came with another kind of keyboard. */
function editable(core: Core, payload: Payload): { chat: Chat; message: Message } {
  if (textArg(payload, "chat_id") === "" && numberArg(payload, "message_id") === 0) {
    throw badRequest("message identifier is not specified");
  }
  const chat = chats.findChat(core, payload);
  const message = chats.findMessage(chat, payload, "message to edit");
  if (!message.from?.is_bot || chat.keyboards.has(message.message_id)) {
    throw badRequest("message can't be edited");
  }
  return { chat, message };
}

function save(core: Core, chat: Chat, old: Message, edited: Message, dated = true): Message {
  if (isDeepStrictEqual(old, edited)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a " +
        "current content and reply markup of the message",
    );
  }
  chats.checkReachable(chat);
  const message = dated ? { ...edited, edit_date: unixTime(core) } : edited;
  core.commit([{ type: "edit", message }]);
  return message;
}

const deleteMessage: Method = (core, payload) => {
  if (textArg(payload, "chat_id") === "") throw badRequest("chat identifier is not specified");
  if (numberArg(payload, "message_id") <= 0) throw badRequest("message identifier is not specified");
  const chat = chats.findChat(core, payload);
  const message = chats.findMessage(chat, payload, "message to delete");
  return remove(core, chat, [message]);
};

const deleteMessages: Method = (core, payload) => {
  const ids = jsonArg(payload, "message_ids", "message_ids");
  if (ids === undefined) throw badRequest("message identifiers are not specified");
  if (!Array.isArray(ids)) throw badRequest("expected an Array of message identifiers");
  if (ids.length > 100) throw badRequest("too many message identifiers specified");
  if (ids.length === 0) throw badRequest("message identifiers are not specified");
  const chat = chats.findChat(core, payload);
  // Messages that are not there are passed over.
  const messages = ids.flatMap((id: unknown) => chat.messages.get(Number(id)) ?? []);
  return messages.length === 0 || remove(core, chat, messages);
};

function remove(core: Core, chat: Chat, messages: readonly Message[]): true {
  if (messages.some((message) => unixTime(core) - message.date > DELETE_SECONDS)) {
    throw badRequest("message can't be deleted for everyone");
  }
  const messageIds = messages.map((message) => message.message_id);
  core.commit([{ type: "delete", chatId: chat.user.id, messageIds }]);
  return true;
}

const pin =
  (pinned: boolean): Method =>
  (core, payload) => {
    const chat = chats.findChat(core, payload);
    const what = pinned ? "message to pin" : "message to unpin";
    const message = chats.findMessage(chat, payload, what);
    chats.checkReachable(chat);
    core.commit([{ type: "pin", chatId: chat.user.id, messageId: message.message_id, pinned }]);
    return true;
  };

export const editMethods: Readonly<Record<string, Method>> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  pinChatMessage: pin(true),
  unpinChatMessage: pin(false),
};
