/** From Telegram's messages to the ones a page or a test reads. */
import type { Button, ChatEvent, ChatFile, ChatMessage, Message, Person } from "./model.ts";
import type { Chat, Fact, State } from "./state.ts";

/** One message as its chat shows it. */
export function viewMessage(state: State, chat: Chat, message: Message): ChatMessage {
  const keyboard = chat.keyboards.get(message.message_id);
  const file = viewFile(state, message);
  return {
    id: message.message_id,
    chatId: message.chat.id,
    from: message.from?.is_bot ? "bot" : "person",
    date: message.date,
    text: message.text ?? message.caption ?? "",
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(viewButton)),
    ...(keyboard ? { keyboard } : {}),
    ...(file ? { file } : {}),
    edited: message.edit_date !== undefined,
    pinned: chat.pinned.has(message.message_id),
    forwarded: message.forward_origin !== undefined,
    ...(message.reply_to_message ? { replyTo: message.reply_to_message.message_id } : {}),
    ...(message.media_group_id ? { album: message.media_group_id } : {}),
  };
}

/** A person and how they stand with the bot. */
export function viewPerson({ user, started, blocked, deactivated }: Chat): Person {
  return { ...user, started, blocked, deactivated };
}

/** What a page learns from a fact that was just applied. */
export function eventOf(state: State, fact: Fact): ChatEvent | undefined {
  switch (fact.type) {
    case "user":
    case "standing": {
      const chat = state.chats.get(fact.type === "user" ? fact.user.id : fact.userId);
      return chat && { type: "user", user: viewPerson(chat) };
    }
    case "message":
    case "edit":
      return messageEvent(state, fact.type, fact.message.chat.id, fact.message.message_id);
    case "pin":
      return messageEvent(state, "edit", fact.chatId, fact.messageId);
    case "delete":
      return fact;
    case "commands":
      return { type: "commands", ...(fact.chatId === undefined ? {} : { chatId: fact.chatId }) };
    case "profile":
      return fact;
    default:
      return undefined;
  }
}

function messageEvent(
  state: State,
  type: "message" | "edit",
  chatId: number,
  id: number,
): ChatEvent | undefined {
  const chat = state.chats.get(chatId);
  const message = chat?.messages.get(id);
  return chat && message && { type, chatId, message: viewMessage(state, chat, message) };
}

function viewButton(button: object & { text: string }): Button {
  const { text } = button;
  if ("callback_data" in button) return { text, data: String(button.callback_data) };
  if ("url" in button) return { text, url: String(button.url) };
  if ("copy_text" in button) return { text, copy: (button.copy_text as { text: string }).text };
  return { text };
}

function viewFile(state: State, message: Message): ChatFile | undefined {
  const fileId = message.document?.file_id ?? message.photo?.at(-1)?.file_id ?? message.sticker?.file_id;
  const file = fileId === undefined ? undefined : state.files.get(fileId);
  if (!file) return undefined;
  const { kind, name, mime, size, width, height } = file;
  return {
    kind,
    name,
    mime,
    size,
    fileId: file.fileId,
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
  };
}
