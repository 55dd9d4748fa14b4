/**
 * All the emulation knows, as the sum of facts. A fact is applied once, when it happens, and once more
 * when the journal is read at the next start: there is no other way to change the state, so a restart
 * cannot remember things differently.
 */
import type { BotCommand, ChatUser, Message, StoredFile, Update } from "./model.ts";

/** A chat with one person. Telegram has no other state of ours: groups are not emulated. */
export interface Chat {
  user: ChatUser;
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** In order; deleted ones are gone. */
  readonly messages: Map<number, Message>;
  /** Every callback data a message ever showed: an old screen may still offer it. */
  readonly shown: Map<number, Set<string>>;
  /** Messages that came with a keyboard in place of the person's own. */
  readonly keyboards: Map<number, readonly (readonly string[])[]>;
  readonly pinned: Set<number>;
}

/** A tap that waits for its answer. */
export interface Query {
  readonly chatId: number;
  readonly messageId: number;
  /** Unix milliseconds. */
  readonly at: number;
  answered: boolean;
}

export type Fact =
  | { readonly type: "user"; readonly user: ChatUser }
  | {
      readonly type: "standing";
      readonly userId: number;
      readonly blocked?: boolean;
      readonly deactivated?: boolean;
    }
  | {
      readonly type: "message";
      readonly message: Message;
      readonly keyboard?: readonly (readonly string[])[];
    }
  | { readonly type: "edit"; readonly message: Message }
  | { readonly type: "delete"; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly type: "pin"; readonly chatId: number; readonly messageId: number; readonly pinned: boolean }
  | { readonly type: "file"; readonly file: StoredFile }
  | {
      readonly type: "query";
      readonly id: string;
      readonly chatId: number;
      readonly messageId: number;
      readonly at: number;
    }
  | { readonly type: "answered"; readonly id: string }
  | { readonly type: "update"; readonly update: Update }
  | { readonly type: "done"; readonly updateIds: readonly number[] }
  | {
      readonly type: "commands";
      readonly key: string;
      readonly chatId?: number;
      readonly commands: readonly BotCommand[];
    }
  | { readonly type: "profile"; readonly field: string; readonly language: string; readonly value: string }
  /** Ids go on from here. */
  | { readonly type: "counters"; readonly messageId: number; readonly updateId: number };

export interface State {
  readonly chats: Map<number, Chat>;
  readonly files: Map<string, StoredFile>;
  readonly filesByPath: Map<string, StoredFile>;
  readonly queries: Map<string, Query>;
  /** Updates nobody has handled yet, in order. */
  readonly pending: Map<number, Update>;
  readonly commands: Map<string, readonly BotCommand[]>;
  readonly profile: Map<string, string>;
  lastMessageId: number;
  lastUpdateId: number;
}

export function createState(): State {
  return {
    chats: new Map(),
    files: new Map(),
    filesByPath: new Map(),
    queries: new Map(),
    pending: new Map(),
    commands: new Map(),
    profile: new Map(),
    lastMessageId: 0,
    lastUpdateId: 0,
  };
}

/** Adds one fact to the state. Facts about a chat that is not known are passed over. */
export function apply(state: State, fact: Fact): void {
  switch (fact.type) {
    case "user":
      applyUser(state, fact.user);
      return;
    case "standing": {
      const chat = state.chats.get(fact.userId);
      if (!chat) return;
      chat.blocked = fact.blocked ?? chat.blocked;
      chat.deactivated = fact.deactivated ?? chat.deactivated;
      return;
    }
    case "message":
    case "edit":
      applyMessage(state, fact);
      return;
    case "delete": {
      const chat = state.chats.get(fact.chatId);
      for (const id of fact.messageIds) chat?.messages.delete(id);
      return;
    }
    case "pin": {
      const pinned = state.chats.get(fact.chatId)?.pinned;
      if (fact.pinned) pinned?.add(fact.messageId);
      else pinned?.delete(fact.messageId);
      return;
    }
    case "file":
      state.files.set(fact.file.fileId, fact.file);
      state.filesByPath.set(fact.file.path, fact.file);
      return;
    case "query":
      state.queries.set(fact.id, {
        chatId: fact.chatId,
        messageId: fact.messageId,
        at: fact.at,
        answered: false,
      });
      return;
    case "answered": {
      const query = state.queries.get(fact.id);
      if (query) query.answered = true;
      return;
    }
    case "update":
      state.pending.set(fact.update.update_id, fact.update);
      state.lastUpdateId = Math.max(state.lastUpdateId, fact.update.update_id);
      return;
    case "done":
      for (const id of fact.updateIds) state.pending.delete(id);
      return;
    case "commands":
      if (fact.commands.length > 0) state.commands.set(fact.key, fact.commands);
      else state.commands.delete(fact.key);
      return;
    case "profile":
      state.profile.set(`${fact.field}/${fact.language}`, fact.value);
      return;
    case "counters":
      state.lastMessageId = fact.messageId;
      state.lastUpdateId = fact.updateId;
  }
}

function applyUser(state: State, user: ChatUser): void {
  const known = state.chats.get(user.id);
  if (known) {
    known.user = user;
    return;
  }
  state.chats.set(user.id, {
    user,
    started: false,
    blocked: false,
    deactivated: false,
    messages: new Map(),
    shown: new Map(),
    keyboards: new Map(),
    pinned: new Set(),
  });
}

function applyMessage(state: State, fact: Extract<Fact, { type: "message" | "edit" }>): void {
  const { message } = fact;
  const id = message.message_id;
  state.lastMessageId = Math.max(state.lastMessageId, id);
  const chat = state.chats.get(message.chat.id);
  if (!chat) return;
  chat.messages.set(id, message);
  if (!message.from?.is_bot) chat.started = true;
  if (fact.type === "message" && fact.keyboard) chat.keyboards.set(id, fact.keyboard);
  const shown = chat.shown.get(id) ?? new Set<string>();
  for (const button of message.reply_markup?.inline_keyboard.flat() ?? []) {
    if ("callback_data" in button) shown.add(button.callback_data);
  }
  if (shown.size > 0) chat.shown.set(id, shown);
}
