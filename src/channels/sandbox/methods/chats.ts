/** Who a call may write to, and how its messages come into being. */
import { flagArg, isObject, jsonArg, numberArg, textArg } from "../args.ts";
import type { Core } from "../core.ts";
import { unixTime } from "../core.ts";
import type { Formatted } from "../html.ts";
import type { Markup } from "../markup.ts";
import type { Message, Payload, StoredFile } from "../model.ts";
import { badRequest, forbidden } from "../refusal.ts";
import type { Chat, Fact } from "../state.ts";

/** The chat a call names; one the bot has never heard of does not exist. */
export function findChat(core: Core, payload: Payload): Chat {
  if (textArg(payload, "chat_id") === "") throw badRequest("chat_id is empty");
  const chat = core.state.chats.get(numberArg(payload, "chat_id"));
  if (!chat) throw badRequest("chat not found");
  if (chat.deactivated) throw forbidden("user is deactivated");
  return chat;
}

/** Refuses what only the person can allow: to be written to. */
export function checkReachable(chat: Chat): void {
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  if (chat.blocked) throw forbidden("bot was blocked by the user");
}

/** The message a call names by `message_id`. */
export function findMessage(chat: Chat, payload: Payload, what: string): Message {
  const message = chat.messages.get(numberArg(payload, "message_id"));
  if (!message) throw badRequest(`${what} not found`);
  return message;
}

/** The message to be answered, if the call names one. */
export function findReplied(chat: Chat, payload: Payload): Message | undefined {
  const parameters = jsonArg(payload, "reply_parameters", "reply parameters");
  const nested = isObject(parameters) ? parameters : {};
  const id = numberArg(nested, "message_id") || numberArg(payload, "reply_to_message_id");
  if (id === 0) return undefined;
  const message = chat.messages.get(id);
  const mayMiss =
    flagArg(nested, "allow_sending_without_reply") || flagArg(payload, "allow_sending_without_reply");
  if (!message && !mayMiss) throw badRequest("message to be replied not found");
  return message;
}

/** The part of a message that depends on its kind. */
export type Content = Partial<Omit<Message, "message_id" | "chat" | "date" | "from">>;

/** The chat as messages carry it. */
export function chatOf({ user }: Chat): Message["chat"] {
  const { id, first_name, last_name, username } = user;
  return {
    id,
    type: "private",
    first_name,
    ...(last_name ? { last_name } : {}),
    ...(username ? { username } : {}),
  };
}

/** A message answered to is shown without the one it answered itself. */
export function replied(message: Message | undefined): Content {
  if (!message) return {};
  const { reply_to_message: _, ...rest } = message;
  return { reply_to_message: rest as NonNullable<Message["reply_to_message"]> };
}

export const textContent = ({ text, entities }: Formatted): Content => ({
  text,
  ...(entities.length > 0 ? { entities } : {}),
});

export const captionContent = ({ text, entities }: Formatted): Content => ({
  ...(text === "" ? {} : { caption: text }),
  ...(entities.length > 0 ? { caption_entities: entities } : {}),
});

export const markupContent = ({ inline }: Markup): Content =>
  inline ? { reply_markup: { inline_keyboard: inline as never } } : {};

/** A kept file as a message shows it. */
export function fileContent(files: readonly StoredFile[]): Content {
  const shown = files.map((file) => ({
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    ...(file.width ? { width: file.width } : {}),
    ...(file.height ? { height: file.height } : {}),
  }));
  const [file] = files;
  if (file?.kind === "photo") return { photo: shown as NonNullable<Message["photo"]> };
  const document = { ...shown[0], file_name: file?.name, mime_type: file?.mime };
  return { document: document as NonNullable<Message["document"]> };
}

/**
 * Sends messages of the bot to a chat, with ids that follow each other.
 * @param facts what has to be kept together with them
 */
export function post(
  core: Core,
  chat: Chat,
  contents: readonly Content[],
  facts: readonly Fact[] = [],
  keyboard?: Markup["keyboard"],
): Message[] {
  const { id, first_name, username } = core.bot;
  const messages = contents.map(
    (content, index) =>
      ({
        message_id: core.state.lastMessageId + 1 + index,
        from: { id, is_bot: true, first_name, username },
        chat: chatOf(chat),
        date: unixTime(core),
        ...content,
      }) as Message,
  );
  const sent = messages.map(
    (message): Fact => ({ type: "message", message, ...(keyboard ? { keyboard } : {}) }),
  );
  core.commit([...facts, ...sent]);
  return messages;
}
