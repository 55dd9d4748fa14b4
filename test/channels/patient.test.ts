/** Calls that answer a person are made again until they arrive, as long as trying again can change anything. */
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { patient } from "../../src/channels/telegram/fetch.ts";

const URL_OF = (method: string) => `https://api.telegram.org/bot1:x/${method}`;
const answer = (status: number, retry_after?: number) =>
  Response.json({ ok: status === 200, ...(retry_after ? { parameters: { retry_after } } : {}) }, { status });
const broken = (code: string) => Object.assign(new TypeError("fetch failed"), { cause: { code } });

function createScene(outcomes: (Response | Error)[]) {
  const waits: number[] = [];
  let calls = 0;
  const fetch = patient(
    async () => {
      const outcome = outcomes[Math.min(calls++, outcomes.length - 1)];
      if (outcome instanceof Error) throw outcome;
      return (outcome as Response).clone();
    },
    { wait: async (ms) => void waits.push(ms), chance: () => 0.5 },
  );
  const call = (method: string, init?: RequestInit) => fetch(URL_OF(method), init);
  return { call, waits, calls: () => calls };
}

it("waits as long as it is asked to, and never at the same moment as all others", async () => {
  const { call, waits } = createScene([answer(429, 2), answer(429, 3), answer(200)]);
  expect((await call("sendMessage")).status).toBe(200);
  expect(waits).toEqual([2_250, 3_250]);
});

it("goes on through a line that breaks and a messenger out of order, longer each time", async () => {
  const { call, waits } = createScene([broken("ECONNREFUSED"), answer(502), answer(500), answer(200)]);
  expect((await call("sendMessage")).status).toBe(200);
  expect(waits).toEqual([750, 1_750, 4_250]);
});

it("sends what may have arrived once more and no more; an edit as often as it takes", async () => {
  const lost = [broken("ECONNRESET"), broken("ECONNRESET"), answer(200)];
  const send = createScene([...lost]);
  await expect(send.call("sendMessage")).rejects.toThrow("fetch failed");
  expect(send.calls()).toBe(2);
  const edit = createScene([...lost]);
  expect((await edit.call("editMessageText")).status).toBe(200);
});

it.each([400, 403, 409])("does not repeat what is refused for good (%i)", async (status) => {
  const { call, calls } = createScene([answer(status)]);
  expect((await call("sendMessage")).status).toBe(status);
  expect(calls()).toBe(1);
});

it("gives back a refusal that would take too long", async () => {
  const { call, waits } = createScene([answer(429, 10_072)]);
  expect((await call("sendMessage")).status).toBe(429);
  expect(waits).toEqual([]);
  const often = createScene([answer(500)]);
  expect((await often.call("sendMessage")).status).toBe(500);
  expect(often.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(60_000);
});

it("leaves alone what has a patience of its own, and what can be sent but once", async () => {
  for (const method of ["getUpdates", "getMe", "setWebhook"]) {
    const { call, calls } = createScene([answer(429, 1), answer(200)]);
    expect((await call(method)).status, method).toBe(429);
    expect(calls()).toBe(1);
  }
  const upload = createScene([answer(429, 1), answer(200)]);
  expect((await upload.call("sendDocument", { body: Readable.from(["x"]) as never })).status).toBe(429);
});
