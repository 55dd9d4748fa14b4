/** What the methods of the Bot API and the people in the chats share. */
import type { BotUser, ChatEvent, Files, Payload, Update } from "./model.ts";
import type { Fact, State } from "./state.ts";

/** Where facts and the bytes of files are kept. */
export interface Journal {
  /** Facts of earlier runs, in order. */
  read(): Iterable<Fact>;
  /** Keeps facts that belong together: after a kill all of them are there, or none. */
  write(facts: readonly Fact[]): void;
  saveBytes(hash: string, bytes: Uint8Array): void;
  bytes(hash: string): Uint8Array | undefined;
  /** Forgets everything. */
  reset(): void;
}

/** An update before it has its number. */
export type NewUpdate = Omit<Update, "update_id">;

export interface Core {
  readonly state: State;
  readonly journal: Journal;
  readonly bot: BotUser;
  /** How long a tap may wait for its answer, in milliseconds. */
  readonly queryLifetime: number;
  now(): Date;
  /** Writes facts down, applies them, tells the listeners, and hands updates on. */
  commit(facts: readonly Fact[]): void;
  /** Tells the listeners of something that leaves no trace. */
  notify(event: ChatEvent): void;
  /** New updates with the ids that come next, less the kinds the bot did not ask for. */
  numbered(contents: readonly NewUpdate[]): Update[];
  /** Taps that wait for their answer, by id. */
  readonly waiting: Map<string, (text: string | undefined) => void>;
}

/** One method of the Bot API: returns the result, or throws a Refusal. */
export type Method = (core: Core, payload: Payload, files: Files, signal?: AbortSignal) => unknown;

/** Seconds since 1970, as the Bot API dates messages. */
export const unixTime = (core: Core): number => Math.floor(core.now().getTime() / 1000);

/** A journal that forgets at the end of the process. */
export function createMemoryJournal(): Journal {
  const files = new Map<string, Uint8Array>();
  return {
    read: () => [],
    write: () => undefined,
    saveBytes: (hash, bytes) => void files.set(hash, bytes),
    bytes: (hash) => files.get(hash),
    reset: () => files.clear(),
  };
}
