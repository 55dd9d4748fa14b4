/** The shapes that the emulation shows to the page, to tests and to its own parts. */
import type { BotCommand, Message, MessageEntity, Update } from "grammy/types";

/** Parameters of a call, as they came: JSON values, or strings when sent as a form. */
export type Payload = Record<string, unknown>;

/** A file that came with a call or from a person. */
export interface UploadedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A file a person sends. `size` pretends another size, to try big files without their bytes. */
export interface PersonFile extends UploadedFile {
  readonly size?: number;
}

export type Files = ReadonlyMap<string, UploadedFile>;

/** The answer of the Bot API to a call. */
export type ApiAnswer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };

/** A person as Telegram names them; the id of the person is the id of the chat too. */
export interface ChatUser {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface BotUser {
  readonly id: number;
  readonly username: string;
  readonly first_name: string;
}

/** A person and how they stand with the bot. */
export interface Person extends ChatUser {
  /** Has written to the bot at least once; before that the bot may not write. */
  readonly started: boolean;
  readonly blocked: boolean;
  readonly deactivated: boolean;
}

/** A button under a message. Exactly one of `data`, `url`, `copy` is there. */
export interface Button {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
  readonly copy?: string;
}

export interface ChatFile {
  readonly kind: "document" | "photo" | "sticker";
  /** Name as shown; empty for a photo. */
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly fileId: string;
  readonly width?: number;
  readonly height?: number;
}

/** One message as a person sees it. Plain JSON. */
export interface ChatMessage {
  readonly id: number;
  readonly chatId: number;
  readonly from: "person" | "bot";
  /** Unix seconds. */
  readonly date: number;
  /** Text, or the caption of a file; plain: formatting is in `entities`. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly buttons: readonly (readonly Button[])[];
  /** Keyboard in place of the person's own; `[]` takes it away again. */
  readonly keyboard?: readonly (readonly string[])[];
  readonly file?: ChatFile;
  readonly edited: boolean;
  readonly pinned: boolean;
  readonly forwarded: boolean;
  /** Id of the message this one answers. */
  readonly replyTo?: number;
  /** Same for all parts of an album. */
  readonly album?: string;
}

/** Something a page would show at once. Plain JSON. */
export type ChatEvent =
  | { readonly type: "user"; readonly user: Person }
  | { readonly type: "message"; readonly chatId: number; readonly message: ChatMessage }
  | { readonly type: "edit"; readonly chatId: number; readonly message: ChatMessage }
  | { readonly type: "delete"; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly type: "action"; readonly chatId: number; readonly action: string }
  | {
      readonly type: "answer";
      readonly chatId: number;
      readonly messageId: number;
      readonly queryId: string;
      readonly text: string;
      readonly alert: boolean;
      readonly url?: string;
    }
  /** Menus changed: for one chat, or for all when there is no `chatId`. */
  | { readonly type: "commands"; readonly chatId?: number }
  | { readonly type: "profile"; readonly field: string; readonly language: string; readonly value: string }
  | { readonly type: "reset" };

/** A file the emulation keeps; the bytes lie with the journal, under `hash`. */
export interface StoredFile {
  readonly fileId: string;
  readonly uniqueId: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly kind: ChatFile["kind"];
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  /** Where the bot downloads it, below `/file/bot<token>/`. */
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
}

export type { BotCommand, Message, MessageEntity, Update };
