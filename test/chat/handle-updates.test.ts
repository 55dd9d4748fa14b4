/** What is handled is done for good; an update whose answer could not be sent comes again. */
import { BotError } from "grammy";
import type { Update } from "grammy/types";
import { expect, it } from "vitest";
import { ComeAgain } from "../../src/chat/come-again.ts";
import type { BotContext } from "../../src/chat/context.ts";
import { handleUpdates } from "../../src/handle-updates.ts";

const update = (update_id: number) => ({ update_id }) as Update;

/** @param fails how often the answer can't be sent */
function createScene(again: "here" | "messenger", fails: number, error: unknown = new ComeAgain("away")) {
  const logged: string[] = [];
  const waits: number[] = [];
  const ending = new AbortController();
  let handled = 0;
  const note = (_: object, text: string) => void logged.push(text);
  const handling = handleUpdates({
    bot: {
      async handleUpdate() {
        if (handled++ < fails) throw new BotError(error, {} as BotContext);
      },
    },
    log: { info: note, warn: note, error: note },
    ending: ending.signal,
    again,
    time: {
      async wait(ms, signal) {
        waits.push(ms);
        await Promise.resolve();
        if (signal.aborted) throw new Error("aborted");
      },
      chance: () => 0.5,
    },
  });
  return { ...handling, logged, waits, ending, handled: () => handled };
}

it("here: after pauses that grow, until it could be sent", async () => {
  const { handle, waits, handled } = createScene("here", 3);
  await handle(update(1));
  expect(handled()).toBe(4);
  expect(waits).toEqual([1_000, 3_000, 10_000]);
});

it("here: not for ever, and it says so", async () => {
  const { handle, waits, logged } = createScene("here", Number.POSITIVE_INFINITY);
  await handle(update(1));
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(9 * 60_000);
  expect(logged.at(-1)).toContain("given up");
});

it("by the messenger: it is told that the update was not handled, as often as it may take", async () => {
  const { handle, handled } = createScene("messenger", Number.POSITIVE_INFINITY);
  let rejected = 0;
  while (rejected < 50)
    try {
      await handle(update(7));
      break;
    } catch {
      rejected++;
    }
  expect(rejected).toBe(8);
  expect(handled()).toBe(9);
  // Another one is none of its business.
  await expect(handle(update(8))).rejects.toThrow(ComeAgain);
});

it("a bug does not come again", async () => {
  const { handle, handled, logged } = createScene("messenger", 1, new TypeError("a bug"));
  await handle(update(1));
  expect(handled()).toBe(1);
  expect(logged).toEqual(["an update failed outside the boundary"]);
});

it("at the end what waits is left to the next start, and what hangs is not waited for", async () => {
  const { handle, ending, drained } = createScene("here", Number.POSITIVE_INFINITY);
  const work = handle(update(1));
  ending.abort();
  await expect(work).rejects.toThrow("aborted");
  let begun = false;
  void handle(update(2)).then(() => (begun = true));
  await drained(20);
  expect(begun).toBe(false);
});
