/** Work in lanes: one thing after the other within a lane, all lanes at once. */

import type { Update } from "./model.ts";
import { NotHandled } from "./updates.ts";

export interface Lanes {
  run(lane: number, work: () => Promise<void>): Promise<void>;
  /** Drops what has not begun; resolves when the rest is done. */
  close(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<number, Promise<void>>();
  let closed = false;
  return {
    run(lane, work) {
      const before = tails.get(lane) ?? Promise.resolve();
      const mine = before.then(() => {
        if (closed) throw new NotHandled("stopped before its turn");
        return work();
      });
      const tail = mine
        .catch(() => undefined)
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return mine;
    },
    async close() {
      closed = true;
      await Promise.all(tails.values());
    },
  };
}

/** The chat an update belongs to. */
export function chatIdOf(update: Update): number {
  return (
    update.message?.chat.id ??
    update.edited_message?.chat.id ??
    update.callback_query?.from.id ??
    update.my_chat_member?.chat.id ??
    0
  );
}
