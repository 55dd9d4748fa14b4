/**
 * The bot is written once, for grammY. A messenger joins it as a `fetch` that carries the calls of the
 * Bot API, a source of updates, and a list of what it can show. Nothing above this line knows which
 * messenger it talks to.
 */
import type { Update } from "grammy/types";

/** What a messenger can show; views choose by these, never by the messenger's name. */
export interface Capabilities {
  /** Buttons under a message. */
  readonly buttons: boolean;
  /** A sent message can be changed later. */
  readonly edits: boolean;
  /** Files can be sent. */
  readonly documents: boolean;
  /** Longest text of one message, in characters. */
  readonly maxText: number;
  /** Largest file that can be sent, in bytes. */
  readonly maxUpload: number;
  /** A menu of commands can be set. */
  readonly commands: boolean;
  /** Views write HTML only: no channel may offer another markup. */
  readonly markdown?: never;
}

/** Handles one update; what it resolves is done for good, what it rejects has not been handled and comes again. */
export type UpdateHandler = (update: Update) => Promise<void>;

/** A messenger. */
export interface Channel {
  readonly name: string;
  /** For grammY's `client.fetch`. */
  readonly fetch: typeof globalThis.fetch;
  readonly can: Capabilities;
  /** Begins to hand updates over, the ones left from last time first. */
  start(onUpdate: UpdateHandler): Promise<void>;
  /** Hands no more updates over, and resolves when those in hand are done. */
  stop(): Promise<void>;
}
