/** What a person sends, as their messenger would put it together. */
import type { Core } from "./core.ts";
import { unixTime } from "./core.ts";
import { MAX_TEXT } from "./formatted.ts";
import { type Content, replied } from "./methods/chats.ts";
import type { Message, MessageEntity } from "./model.ts";
import type { Chat } from "./state.ts";

/** How a message is sent. */
export interface Extra {
  /** Shown as forwarded from somebody else. */
  readonly forward?: boolean;
  /** Id of the message it answers. */
  readonly replyTo?: number;
}

/** The person as the author of a message. */
export function sender({ user }: Chat): NonNullable<Message["from"]> {
  return { ...user, is_bot: false };
}

/** Text as a client sends it, with its commands marked: the bot finds commands by these marks. */
export function textContent(text: string): Content {
  const entities: MessageEntity[] = [];
  for (const match of text.matchAll(/(?<![^\s])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g)) {
    entities.push({ type: "bot_command", offset: match.index, length: match[0].length });
  }
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

/** The caption of a file, if there is one. */
export const captionContent = (caption: string): Content =>
  caption.trim() === "" ? {} : { caption: caption.trim() };

/** What tells a forwarded message, and one that answers another. */
export function extraContent(core: Core, chat: Chat, extra: Extra | undefined): Content {
  const origin = { type: "hidden_user", sender_user_name: "Somebody else", date: unixTime(core) } as const;
  const answered = extra?.replyTo === undefined ? undefined : chat.messages.get(extra.replyTo);
  return { ...(extra?.forward ? { forward_origin: origin } : {}), ...replied(answered) };
}

/** Parts of a text that fit into one message each. */
export function splitText(text: string): string[] {
  const all = [...text];
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += MAX_TEXT) parts.push(all.slice(at, at + MAX_TEXT).join(""));
  return parts;
}
