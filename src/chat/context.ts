/** What every handler finds on its context. */
import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Api, Context } from "grammy";
import type { CaseContext } from "../cases/case.ts";
import type { SheetRows } from "../domain/form/xlsform/sheet.ts";
import type { Asks, Who } from "../domain/people/who.ts";
import type { Words, WordsFor } from "../i18n.ts";
import type { ConversationRow } from "../store/people/conversations.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import type { AtWork } from "./at-work.ts";
import type { Drops } from "./drops.ts";
import type { Screen } from "./screen.ts";

export interface Logger {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** What the chat needs from the composition root. */
export interface ChatDeps {
  cases: CaseContext;
  /** Which bot on which messenger this is. */
  line: string;
  /** The calls of a line; null where it is not run here. */
  apiOf(line: string): Api | null;
  wordsFor: WordsFor;
  log: Logger;
  /** Biggest file the channel lets a bot fetch, in bytes. */
  maxDownload: number;
  /** The bytes of a file somebody sent, by the messenger's id of it. */
  download(remoteId: string): Promise<Uint8Array>;
  /** The sheets of a workbook with their cells, read apart from this process. */
  readSheets(bytes: Uint8Array, name: string): Promise<readonly SheetRows[]>;
  /** Where answers have a limit of speed. */
  atWork?: AtWork;
  /** What answers people has to wait for its turn just now. */
  isCrowded?: () => boolean;
  /** Where what is no update is counted. */
  drops: Drops;
  /** Where several processes take updates: does the work when no other one works for this chat. */
  inTurn?: <T>(chatId: number, work: () => Promise<T>) => Promise<T>;
}

interface OurFlavor {
  deps: ChatDeps;
  /** Who writes; null for somebody we don't know. */
  who: Who | null;
  words: Words;
  /** What the conversations plugin remembers of this chat, as it was when the update came. */
  conversationRow: ConversationRow | null;
  /** Key of this update, to be consumed with its effect. */
  key: UpdateKey;
  /** Sends a new message. `asks`: the question of a report it asks. */
  show(screen: Screen, options?: { asks?: Asks; replyTo?: number }): Promise<number>;
  /** Changes the message whose button was tapped; sends a new one where there is none to change. */
  change(screen: Screen): Promise<void>;
  /** Changes one of the bot's messages, which remains its last word; said anew where it can't be changed. Returns its id. */
  rewrite(messageId: number, screen: Screen, asks: Asks | null): Promise<number>;
  /** The tap is one that words stand for (typed-tap.ts): what it does is said in the chat, and in full. */
  typed?: boolean;
  /** The tap was answered before its turn had come. */
  tapAnswered?: boolean;
  /** Answers a tap, once; later calls do nothing. */
  answerTap(text?: string): Promise<void>;
}

export type BotContext = ConversationFlavor<Context & OurFlavor>;

/** The person, for handlers behind a permission that strangers don't have. */
export function known(ctx: BotContext): Who {
  if (!ctx.who) throw new Error("a handler for known people was reached by a stranger");
  return ctx.who;
}
