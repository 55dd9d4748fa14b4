/**
 * One boundary for every source of updates. What was handled is done for good. Where the messenger was out of reach with
 * the answer the update comes again, here or from the messenger: known by then, it shows how things stand.
 */
import { setTimeout as wait } from "node:timers/promises";
import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { UpdateHandler } from "./channels/channel.ts";
import { ComeAgain } from "./chat/come-again.ts";
import type { Logger } from "./chat/context.ts";

export interface UpdateHandling {
  bot: { handleUpdate(update: Update): Promise<void> };
  log: Logger;
  /** The process comes to its end: nothing is begun any more. */
  ending: AbortSignal;
  /** Who brings it again: this process, or the messenger, which is told that it was not handled. */
  again: "here" | "messenger";
  /** Counts what is no update at all. */
  drops?: { note(): void };
  time?: { wait(ms: number, signal: AbortSignal): Promise<unknown>; chance(): number };
}

/** Beyond these, ten minutes in all, the answer is given up; what the update did stays. */
const PAUSES_MS = [1_000, 3_000, 10_000, 30_000, 60_000, 120_000, 180_000, 180_000];

export interface Handling {
  /** Rejects where the update is to come again and has not been handled. */
  handle: UpdateHandler;
  /** What is in hand has come to its end, or so many milliseconds have passed. */
  drained(mostMs: number): Promise<void>;
}

export function handleUpdates({ bot, log, ending, again, drops, time = real }: UpdateHandling): Handling {
  const inHand = new Set<Promise<void>>();
  /** How often the messenger was told that an update was not handled. */
  const told = new Map<number, number>();

  async function attempt(update: Update): Promise<"done" | "again"> {
    try {
      await bot.handleUpdate(update);
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      if (error instanceof ComeAgain) return "again";
      log.error({ err: error, update: update.update_id }, "an update failed outside the boundary");
    }
    return "done";
  }

  async function untilDone(update: Update): Promise<void> {
    const id = update.update_id;
    for (let tries = told.get(id) ?? 0; (await attempt(update)) === "again"; tries++) {
      const pause = PAUSES_MS[tries];
      if (pause === undefined) {
        log.error({ update: id }, "the messenger was out of reach for too long: an answer is given up");
        break;
      }
      log.warn({ update: id, pause }, "an answer could not be sent; its update comes again");
      if (again === "messenger") {
        told.set(id, tries + 1);
        throw new ComeAgain("not handled");
      }
      await time.wait(pause * (0.5 + time.chance()), ending);
    }
    told.delete(id);
  }

  return {
    handle(update) {
      // One that comes now gets no answer, so that the messenger keeps it for the next start.
      if (ending.aborted) return new Promise(() => {});
      if (typeof update !== "object" || update === null) {
        drops?.note();
        return Promise.resolve();
      }
      const work = untilDone(update);
      const held = work.catch(() => {}).finally(() => inHand.delete(held));
      inHand.add(held);
      return work;
    },
    async drained(mostMs) {
      const limit = new AbortController();
      await Promise.race([
        Promise.all(inHand),
        wait(mostMs, undefined, { signal: limit.signal }).catch(() => {}),
      ]);
      limit.abort();
    },
  };
}

const real = {
  wait: (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }),
  chance: Math.random,
};
