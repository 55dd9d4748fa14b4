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
  /** Something passing: another poller at work, a line that broke. */
  onTrouble(error: unknown, pauseMs: number): void;
}

export interface Polling {
  start(handle: UpdateHandler): void;
  /** Takes no more updates, lets those in hand end, confirms them. */
  stop(): Promise<void>;
  /** When getUpdates was last answered. */
  lastAnswer(): Date | null;
}

const PAUSES_MS = [1_000, 3_000, 5_000, 15_000];

export function createPolling({ api, allowedUpdates, onRefused, onTrouble }: PollingOptions): Polling {
  const stop = new AbortController();
  let offset = 0;
  let answered: Date | null = null;
  let running: Promise<void> = Promise.resolve();

  async function loop(handle: UpdateHandler): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      try {
        const updates = await api.getUpdates(
          { offset, timeout: POLL_SECONDS, limit: 100, allowed_updates: [...allowedUpdates] },
          stop.signal as never,
        );
        answered = new Date();
        failures = 0;
        await Promise.allSettled(updates.map((update) => handle(update)));
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      } catch (error) {
        if (stop.signal.aborted) break;
        if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
          onRefused(error);
          return;
        }
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
  };
}
