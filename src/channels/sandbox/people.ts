/** What people do in their chats. Everything the bot should hear of becomes an update. */
import { isDeepStrictEqual } from "node:util";
import type { Core, NewUpdate } from "./core.ts";
import { unixTime } from "./core.ts";
import { keepFile, keepPhoto, type Taken } from "./files.ts";
import { type Content, chatOf, fileContent } from "./methods/chats.ts";
import type { ChatUser, Message, PersonFile, Update } from "./model.ts";
import { captionContent, type Extra, extraContent, sender, splitText, textContent } from "./said.ts";
import type { Chat, Fact } from "./state.ts";

/** An update with a new message in it. */
export type MessageUpdate = Update & { message: NonNullable<Update["message"]> };

export interface People {
  /** Makes a person known, or changes their name. They have not written yet. */
  addUser(user: ChatUser): void;
  block(userId: number): void;
  unblock(userId: number): void;
  /** The account is deleted: every call for it is refused. */
  deactivate(userId: number): void;
  /** Presses "Start", or opens `t.me/<bot>?start=<payload>`; takes a block back first. */
  start(userId: number, payload?: string): MessageUpdate;
  /** A text over 4096 characters goes out in parts, as messengers do it; returns the last. */
  sendText(userId: number, text: string, extra?: Extra): MessageUpdate;
  /** Changes a text or caption of their own. */
  editText(userId: number, messageId: number, text: string): Update;
  /**
   * Taps a button, and resolves to the text of the bot's answer: "" for an answer without words,
   * undefined when the handler ended without one.
   * @param extra.stale the button may be gone by now: an old screen still shows it
   * @throws when the message has no such button
   */
  tap(
    userId: number,
    messageId: number,
    data: string,
    extra?: { stale?: boolean },
  ): Promise<string | undefined>;
  sendFile(userId: number, file: PersonFile, caption?: string, extra?: Extra): MessageUpdate;
  sendPhoto(userId: number, bytes: Uint8Array, caption?: string, extra?: Extra): MessageUpdate;
  /** Pictures as photos if all of them are pictures, else documents; the caption goes with the first. */
  sendAlbum(userId: number, files: readonly PersonFile[], caption?: string): MessageUpdate[];
  sendSticker(userId: number): MessageUpdate;
}

export function createPeople(core: Core): People {
  const chatWith = (userId: number): Chat => {
    const chat = core.state.chats.get(userId);
    if (!chat) throw new Error(`no such person: ${userId}`);
    if (chat.deactivated) throw new Error(`the account ${userId} is deleted`);
    return chat;
  };

  /** One message per content, and one update per message; all of it is kept, or nothing. */
  const say = (chat: Chat, contents: readonly Content[], facts: readonly Fact[] = []): MessageUpdate[] => {
    if (chat.blocked) throw new Error(`${chat.user.id} has blocked the bot: press start first`);
    const first = core.state.lastMessageId + 1;
    const messages = contents.map((content, index) => {
      const base = {
        message_id: first + index,
        from: sender(chat),
        chat: chatOf(chat),
        date: unixTime(core),
      };
      return { ...base, ...content } as MessageUpdate["message"];
    });
    const kept = messages.map((message): Fact => ({ type: "message", message }));
    return publish(
      messages.map((message) => ({ message })),
      [...facts, ...kept],
    ) as MessageUpdate[];
  };

  /** Keeps what happened and the updates that tell of it; one nobody asked for has the id 0. */
  const publish = (contents: readonly NewUpdate[], facts: readonly Fact[]): Update[] => {
    const updates = core.numbered(contents);
    core.commit([...facts, ...updates.map((update): Fact => ({ type: "update", update }))]);
    return contents.map((content, index) => updates[index] ?? { update_id: 0, ...content });
  };

  const last = (updates: readonly MessageUpdate[]): MessageUpdate => {
    const update = updates.at(-1);
    if (!update) throw new Error("nothing was sent");
    return update;
  };

  const standing = (userId: number, blocked: boolean) => {
    const chat = chatWith(userId);
    if (chat.blocked === blocked) return;
    const member = (status: "kicked" | "member") => {
      const user = {
        id: core.bot.id,
        is_bot: true,
        first_name: core.bot.first_name,
        username: core.bot.username,
      };
      return status === "kicked" ? { user, status, until_date: 0 } : { user, status };
    };
    const my_chat_member = {
      chat: chatOf(chat),
      from: sender(chat),
      date: unixTime(core),
      old_chat_member: member(blocked ? "member" : "kicked"),
      new_chat_member: member(blocked ? "kicked" : "member"),
    } as NonNullable<Update["my_chat_member"]>;
    publish([{ my_chat_member }], [{ type: "standing", userId, blocked }]);
  };

  const people: People = {
    addUser: (user) => core.commit([{ type: "user", user: { ...user } }]),
    block: (userId) => standing(userId, true),
    unblock: (userId) => standing(userId, false),
    deactivate: (userId) => core.commit([{ type: "standing", userId, deactivated: true }]),

    start(userId, payload) {
      standing(userId, false);
      return people.sendText(userId, payload ? `/start ${payload}` : "/start");
    },

    sendText(userId, text, extra) {
      const chat = chatWith(userId);
      const parts = splitText(text.trim());
      if (parts.length === 0) throw new Error("a person cannot send an empty message");
      return last(
        say(
          chat,
          parts.map((part) => ({ ...textContent(part), ...extraContent(core, chat, extra) })),
        ),
      );
    },

    editText(userId, messageId, text) {
      const old = chatWith(userId).messages.get(messageId);
      if (!old || old.from?.is_bot) throw new Error(`${messageId} is no message of ${userId}`);
      const { entities: _, ...kept } = old;
      const content = old.text === undefined ? { caption: text.trim() } : textContent(text.trim());
      const edited = { ...kept, ...content } as MessageUpdate["message"];
      if (isDeepStrictEqual(edited, old)) throw new Error("an edit has to change something");
      const edited_message = { ...edited, edit_date: unixTime(core) };
      const [update] = publish([{ edited_message }], [{ type: "edit", message: edited_message }]);
      return update as Update;
    },

    async tap(userId, messageId, data, extra) {
      const chat = chatWith(userId);
      const message = chat.messages.get(messageId);
      const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
      const there = buttons.some((button) => "callback_data" in button && button.callback_data === data);
      const was = extra?.stale && chat.shown.get(messageId)?.has(data);
      if (!message || !(there || was)) throw new Error(`message ${messageId} has no button "${data}"`);
      const id = `${userId}${String(core.state.lastUpdateId + 1).padStart(10, "0")}`;
      const query = { id, from: sender(chat), message, chat_instance: String(userId), data };
      const answer = new Promise<string | undefined>((resolve) => {
        core.waiting.set(id, (text) => {
          core.waiting.delete(id);
          resolve(text);
        });
      });
      const at = core.now().getTime();
      const callback_query = query as NonNullable<Update["callback_query"]>;
      publish([{ callback_query }], [{ type: "query", id, chatId: userId, messageId, at }]);
      return answer;
    },

    sendFile(userId, file, caption = "", extra) {
      const chat = chatWith(userId);
      const { files, facts } = keepFile(core, "document", file);
      const content = {
        ...fileContent(files),
        ...captionContent(caption),
        ...extraContent(core, chat, extra),
      };
      return last(say(chat, [content], facts));
    },

    sendPhoto(userId, bytes, caption = "", extra) {
      const chat = chatWith(userId);
      const { files, facts } = keepPhoto(core, bytes);
      const content = {
        ...fileContent(files),
        ...captionContent(caption),
        ...extraContent(core, chat, extra),
      };
      return last(say(chat, [content], facts));
    },

    sendAlbum(userId, files, caption = "") {
      const chat = chatWith(userId);
      const pictures = files.every((file) => file.mime.startsWith("image/"));
      const taken = files.map(
        (file): Taken => (pictures ? keepPhoto(core, file.bytes) : keepFile(core, "document", file)),
      );
      const media_group_id = String(13_000_000_000_000 + core.state.lastMessageId + 1);
      const contents = taken.map((part, index) => ({
        media_group_id,
        ...fileContent(part.files),
        ...(index === 0 ? captionContent(caption) : {}),
      }));
      return say(
        chat,
        contents,
        taken.flatMap((part) => part.facts),
      );
    },

    sendSticker(userId) {
      const bytes = Buffer.from("RIFF\x04\0\0\0WEBP", "latin1");
      const { files, facts } = keepFile(core, "sticker", { name: "", mime: "image/webp", bytes });
      const sticker = {
        file_id: files[0]?.fileId ?? "",
        file_unique_id: files[0]?.uniqueId ?? "",
        type: "regular",
        width: 512,
        height: 512,
        is_animated: false,
        is_video: false,
        emoji: "👍",
      } as NonNullable<Message["sticker"]>;
      return last(say(chatWith(userId), [{ sticker }], facts));
    },
  };
  return people;
}
