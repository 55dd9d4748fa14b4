/**
 * Long polling, at least once: a batch is confirmed (by the next call's offset) only when all of it has been
 * handled. The updates of a batch are handled side by side; those of one chat take turns in the bot. So a slow
 * chat keeps nobody waiting, which a loop that handles one update after the other can't promise.
 */
import { setTimeout as wait } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { UpdateHandler } from "../channel.ts";
import { POLL_SECONDS } from "./fetch.ts";

export interface PollingOptions {
  api: Api;
  allowedUpdates: readonly Exclude<keyof Update, "update_id">[];
  /** The token is refused: nothing will ever come. */
  onRefused(error: unknown): void;
  /** Whether this process is the one that polls; of several on one database only one does. */
  mayPoll?(): boolean;
  /** Telegram has answered; awaited before what it brought is handled. */
  onAnswer?(at: Date): Promise<void>;
  /** Something passing: another poller at work, a line that broke. */
  onTrouble(error: unknown, pauseMs: number): void;
}

export interface Polling {
  start(handle: UpdateHandler): void;
  /** Takes no more updates, lets those in hand end, confirms them. */
  stop(): Promise<void>;
  /** When getUpdates was last answered. */
  lastAnswer(): Date | null;
  /** Whether the last answer was that another process polls with this token. */
  conflict(): boolean;
}

const PAUSES_MS = [1_000, 3_000, 5_000, 15_000];
/** How often a process that stands by looks whether it is its turn. */
const LOOK_MS = 250;

export function createPolling(options: PollingOptions): Polling {
  const { api, allowedUpdates, onRefused, onTrouble } = options;
  const stop = new AbortController();
  let offset = 0;
  let answered: Date | null = null;
  let conflict = false;
  let running: Promise<void> = Promise.resolve();

  async function loop(handle: UpdateHandler): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      if (options.mayPoll && !options.mayPoll()) {
        await wait(LOOK_MS, undefined, { signal: stop.signal }).catch(() => {});
        continue;
      }
      try {
        const updates = await api.getUpdates(
          { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: [...allowedUpdates] },
          stop.signal as never,
        );
        answered = new Date();
        failures = 0;
        conflict = false;
        await options.onAnswer?.(answered);
        await Promise.allSettled(updates.map((update) => handle(update)));
        // What names no number can't be confirmed by it; what comes after it confirms it too.
        const ids = updates.map((update) => update?.update_id).filter(Number.isSafeInteger);
        offset = (ids.at(-1) ?? offset - 1) + 1;
      } catch (error) {
        if (stop.signal.aborted) break;
        if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
          onRefused(error);
          return;
        }
        conflict = error instanceof GrammyError && error.error_code === 409;
        const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1_000 : 0;
        const pause = Math.max(asked, PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 1_000);
        onTrouble(error, pause);
        await wait(pause, undefined, { signal: stop.signal }).catch(() => {});
      }
    }
  }

  return {
    start(handle) {
      running = loop(handle);
    },
    async stop() {
      stop.abort();
      await running;
      // Says what has been handled, so that the next start is not told again.
      if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
    },
    lastAnswer: () => answered,
    conflict: () => conflict,
  };
}
