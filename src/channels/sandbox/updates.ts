/**
 * The way of an update to the bot: to a handler, or into a queue for getUpdates. Either way it counts
 * as pending until it is handled (the handler resolved, or a later offset was asked for), and whatever
 * is pending is delivered again: at least once, as Telegram does.
 */

import type { Update } from "./model.ts";
import { conflict } from "./refusal.ts";
import type { Fact, State } from "./state.ts";

/** A webhook the bot has set. */
export interface Webhook {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
}

/** Thrown by a handler that could not take the update now: it stays pending and nothing is reported. */
export class NotHandled extends Error {}

export interface PollOptions {
  readonly offset: number;
  readonly limit: number;
  /** Seconds to wait when there is nothing. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Updates {
  deliver(update: Update): void;
  subscribe(handler: (update: Update) => Promise<void>): () => void;
  poll(options: PollOptions): Promise<Update[]>;
  /** Resolves when no handler is at work; rejects with the first error of a handler since last time. */
  idle(): Promise<void>;
  /** Ends a waiting poll. */
  wake(reason?: Error): void;
  /** Kinds the bot asked for; all, if it did not ask. */
  allowed: readonly string[];
}

interface Hooks {
  state(): State;
  commit(facts: readonly Fact[]): void;
  /** A handler has ended, well or badly. */
  handled(update: Update): void;
}

export function createUpdates({ state, commit, handled }: Hooks): Updates {
  const inHand = new Set<number>();
  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let handler: ((update: Update) => Promise<void>) | undefined;
  let waiting: ((reason?: Error) => void) | undefined;

  const run = (update: Update, handle: (update: Update) => Promise<void>) => {
    if (inHand.has(update.update_id)) return;
    inHand.add(update.update_id);
    const work = Promise.resolve()
      .then(() => handle(structuredClone(update)))
      .then(() => commit([{ type: "done", updateIds: [update.update_id] }]))
      .catch((error: unknown) => void (error instanceof NotHandled || errors.push(error)))
      .finally(() => {
        inHand.delete(update.update_id);
        running.delete(work);
        handled(update);
        // It was in the hands of a handler that has left: the next one takes it.
        if (handler !== handle && state().pending.has(update.update_id)) hub.deliver(update);
      });
    running.add(work);
  };

  const take = ({ offset, limit }: PollOptions): Update[] => {
    const ids = [...state().pending.keys()];
    const from = offset < 0 ? (ids.at(offset) ?? ids[0] ?? 0) : offset;
    const seen = ids.filter((id) => id < from);
    if (seen.length > 0) commit([{ type: "done", updateIds: seen }]);
    return [...state().pending.values()].slice(0, limit).map((update) => structuredClone(update));
  };

  const hub: Updates = {
    allowed: [],

    deliver(update) {
      if (handler) run(update, handler);
      else waiting?.();
    },

    subscribe(handle) {
      if (handler) throw new Error("one handler at a time");
      handler = handle;
      for (const update of [...state().pending.values()]) run(update, handle);
      return () => {
        if (handler === handle) handler = undefined;
      };
    },

    async poll(options) {
      hub.wake(
        conflict("terminated by other getUpdates request; make sure that only one bot instance is running"),
      );
      const ready = take(options);
      if (ready.length > 0 || options.timeout === 0 || options.signal?.aborted) return ready;
      await new Promise<void>((resolve, reject) => {
        const end = (reason?: Error) => {
          clearTimeout(timer);
          options.signal?.removeEventListener("abort", onAbort);
          if (waiting === end) waiting = undefined;
          if (reason) reject(reason);
          else resolve();
        };
        const onAbort = () => end();
        const timer = setTimeout(end, options.timeout * 1000);
        options.signal?.addEventListener("abort", onAbort);
        waiting = end;
      });
      return options.signal?.aborted ? [] : take(options);
    },

    async idle() {
      while (running.size > 0) await Promise.all([...running]);
      const [error] = errors.splice(0);
      if (error !== undefined) throw error;
    },

    wake(reason) {
      waiting?.(reason);
    },
  };
  return hub;
}
