/** Long polling: what it makes of Telegram's answers, and that it lets them be seen. */
import { setImmediate as turn } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { expect, it } from "vitest";
import { createPolling, type Polling } from "../../src/channels/telegram/polling.ts";

const said = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("call", { ok: false, error_code, description, parameters }, "getUpdates", {});
const CONFLICT = said(409, "Conflict: terminated by other getUpdates request");

type Answer = Error | Update[];

/** Answers one call after the other; what follows hangs until polling ends. */
function createScene(answers: Answer[]) {
  const asked: { offset: number; timeout: number }[] = [];
  const troubles: { error: unknown; pause: number; conflict: boolean }[] = [];
  const refused: unknown[] = [];
  let reached = () => {};
  /** All answers have been given. */
  const end = new Promise<void>((resolve) => (reached = resolve));
  const api = {
    async getUpdates({ offset, timeout }: { offset: number; timeout: number }, signal?: AbortSignal) {
      asked.push({ offset, timeout });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer) return answer;
      reached();
      if (signal)
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      return [];
    },
  } as unknown as Api;
  const polling: Polling = createPolling({
    api,
    allowedUpdates: ["message"],
    onRefused: (error) => void refused.push(error),
    onTrouble(error, pause) {
      troubles.push({ error, pause, conflict: polling.conflict() });
    },
  });
  return { polling, asked, troubles, refused, end };
}

const update = (update_id: number) => ({ update_id }) as Update;

it("another poller (409) is seen as such until an answer comes, and is waited for", async () => {
  const { polling, troubles, end } = createScene([CONFLICT, []]);
  expect([polling.conflict(), polling.lastAnswer()]).toEqual([false, null]);
  polling.start(async () => {});
  await end;
  expect(troubles).toMatchObject([{ error: CONFLICT, pause: 1_000, conflict: true }]);
  expect(polling.conflict()).toBe(false);
  expect(polling.lastAnswer()).toBeInstanceOf(Date);
  await polling.stop(1_000);
});

it("waits for as long as Telegram asks", async () => {
  const { polling, troubles } = createScene([said(429, "Too Many Requests", { retry_after: 40 })]);
  polling.start(async () => {});
  await turn();
  await polling.stop(1_000);
  expect(troubles).toMatchObject([{ pause: 40_000, conflict: false }]);
});

it.each([401, 404])("a refused token (%i) ends it", async (code) => {
  const { polling, asked, refused } = createScene([said(code, "Unauthorized")]);
  polling.start(async () => {});
  await turn();
  await polling.stop(1_000);
  expect([asked.length, refused.length]).toEqual([1, 1]);
});

it("confirms what has been handled, and at the end too; what was rejected is brought again", async () => {
  const { polling, asked, end } = createScene([[update(7), update(8)], [update(9)]]);
  const handled: number[] = [];
  polling.start(async ({ update_id }) => {
    if (update_id === 9) throw new Error("the process ends");
    handled.push(update_id);
  });
  await end;
  expect(asked.map(({ offset }) => offset)).toEqual([0, 9, 9]);
  await polling.stop(50);
  expect(asked.at(-1)).toMatchObject({ offset: 9 });
  expect(handled).toEqual([7, 8]);
});

it("a slow one keeps nobody waiting and is not confirmed before it is handled, nor what came after it", async () => {
  const all = [update(7), update(8), update(9), update(10)];
  const { polling, asked, end } = createScene([all.slice(0, 2), all.slice(0, 3), all]);
  const handled: number[] = [];
  let goOn = () => {};
  const slow = new Promise<void>((resolve) => (goOn = resolve));
  polling.start(async ({ update_id }) => {
    if (update_id === 7) await slow;
    handled.push(update_id);
    if (update_id === 10) goOn();
  });
  await end;
  // Each was handed over once, though Telegram brings again what is not confirmed.
  expect(handled).toEqual([8, 9, 10, 7]);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 7, 7, 11]);
  expect(asked.map(({ timeout }) => timeout)).toEqual([30, 0, 0, 30]);
  await polling.stop(1_000);
});

it("at the end what hangs is waited for, but not for ever, and is left unconfirmed", async () => {
  const { polling, asked, end } = createScene([[update(7), update(8)]]);
  polling.start(({ update_id }) => (update_id === 8 ? new Promise(() => {}) : Promise.resolve()));
  await end;
  await polling.stop(20);
  expect(asked.at(-1)).toMatchObject({ offset: 8 });
});
