/**
 * Long polling, at least once: an update is confirmed (by the next call's offset) only when it and all before it have
 * been handled. Updates are handled side by side, those of one chat take turns in the bot; while some are in hand the
 * next ones are asked for all the same, up to a hundred beyond the oldest. So neither a slow chat nor an answer that
 * waits for its turn keeps the others waiting.
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
  /** Takes no more updates, lets those in hand end, but not for longer than this, and confirms what is done. */
  stop(mostMs: number): Promise<void>;
  /** When getUpdates was last answered. */
  lastAnswer(): Date | null;
  /** Whether the last answer was that another process polls with this token. */
  conflict(): boolean;
}

const PAUSES_MS = [1_000, 3_000, 5_000, 15_000];
/** How often a process that stands by looks whether it is its turn. */
const LOOK_MS = 250;
/** While updates are in hand Telegram answers at once, with them: so often what is new beside them is asked for. */
const BESIDE_MS = 250;

export function createPolling(options: PollingOptions): Polling {
  const { api, allowedUpdates, onRefused, onTrouble } = options;
  const stop = new AbortController();
  /** Handed over and not yet handled; what was rejected stays, so that it is not confirmed. */
  const inHand = new Map<number, Promise<void>>();
  let next = 0;
  let answered: Date | null = null;
  let conflict = false;
  let running: Promise<void> = Promise.resolve();

  /** The first one that has not been handled: whatever is before it is confirmed by asking for it. */
  const offset = () => Math.min(next, ...inHand.keys());

  const allHandled = () => Promise.allSettled(inHand.values());

  function handOver(updates: readonly Update[], handle: UpdateHandler): void {
    for (const update of updates) {
      if (!Number.isSafeInteger(update?.update_id)) {
        // What names no number can't be confirmed by it; what comes after it confirms it too.
        handle(update).catch(() => {});
        continue;
      }
      // It has been handed over before.
      if (update.update_id < next) continue;
      next = update.update_id + 1;
      const work = handle(update).then(() => void inHand.delete(update.update_id));
      work.catch(() => {});
      inHand.set(update.update_id, work);
    }
  }

  async function loop(handle: UpdateHandler): Promise<void> {
    let failures = 0;
    while (!stop.signal.aborted) {
      if (options.mayPoll && !options.mayPoll()) {
        await wait(LOOK_MS, undefined, { signal: stop.signal }).catch(() => {});
        continue;
      }
      try {
        const timeout = inHand.size > 0 ? 0 : POLL_SECONDS;
        const updates = await api.getUpdates(
          { offset: offset(), timeout, limit: 100, allowed_updates: [...allowedUpdates] },
          stop.signal as never,
        );
        answered = new Date();
        failures = 0;
        conflict = false;
        await options.onAnswer?.(answered);
        handOver(updates, handle);
        if (inHand.size > 0) await whicheverFirst(allHandled(), BESIDE_MS, stop.signal);
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
    async stop(mostMs) {
      stop.abort();
      await running;
      await whicheverFirst(allHandled(), mostMs);
      // Says what has been handled, so that the next start is not told again.
      if (offset() > 0) await api.getUpdates({ offset: offset(), limit: 1, timeout: 0 }).catch(() => {});
    },
    lastAnswer: () => answered,
    conflict: () => conflict,
  };
}

async function whicheverFirst(work: Promise<unknown>, mostMs: number, signal?: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  await Promise.race([work, wait(mostMs, undefined, { signal: either }).catch(() => {})]);
  ended.abort();
}
