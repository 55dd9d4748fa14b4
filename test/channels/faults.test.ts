/** What goes wrong on demand, and the limits of speed. */
import { describe, expect, it } from "vitest";
import { LineCut } from "../../src/channels/sandbox/faults.ts";
import { AN, BINH, createFixture } from "../support/telegram/fixture.ts";

const started = (options = {}) => {
  const fixture = createFixture(options);
  for (const { id } of [AN, BINH]) fixture.api.sendText(id, "x");
  const send = (chat_id: number) => fixture.api.call("sendMessage", { chat_id, text: "y" });
  const sent = () =>
    [AN, BINH].flatMap(({ id }) => fixture.api.chat(id)).filter(({ from }) => from === "bot").length;
  return { ...fixture, send, sent };
};

describe("faults", () => {
  it("meet the call they were made for, once", async () => {
    const { api, send, sent } = started();
    api.faults.next({ method: "sendMessage", chatId: BINH.id }, { kind: "403" });
    api.faults.next({ method: "sendMessage" }, { kind: "500" });
    expect(await send(AN.id)).toMatchObject({ error_code: 500, description: "Internal Server Error" });
    expect(await send(AN.id)).toMatchObject({ ok: true });
    expect(await send(BINH.id)).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    expect(await send(BINH.id)).toMatchObject({ ok: true });
    expect([sent(), api.faults.size]).toEqual([2, 0]);
  });

  it("a lost answer leaves its effect, a lost call does not", async () => {
    const { api, send, sent } = started();
    api.faults.next({}, { kind: "lost" });
    await expect(send(AN.id)).rejects.toThrow(LineCut);
    expect(sent()).toBe(1);
    api.faults.next({}, { kind: "network" });
    await expect(send(AN.id)).rejects.toThrow(LineCut);
    expect(sent()).toBe(1);
    api.faults.next({}, { kind: "delay", ms: 1 });
    expect(await send(AN.id)).toMatchObject({ ok: true });
  });
});

describe("limits of speed", () => {
  it("hold in any second, over all chats and in each", async () => {
    const { api, clock, send } = started({ limit: { perSecond: 3, perChatPerSecond: 2 } });
    const ok = { ok: true };
    const tooMany = {
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 1",
      parameters: { retry_after: 1 },
    };
    expect(await send(AN.id)).toMatchObject(ok);
    clock.advance(600);
    expect(await send(AN.id)).toMatchObject(ok);
    expect(await send(AN.id)).toEqual(tooMany);
    expect(await send(BINH.id)).toMatchObject(ok);
    expect(await send(BINH.id)).toEqual(tooMany);
    // Reading and answering taps is not limited.
    expect(await api.call("getMe", {})).toMatchObject(ok);
    clock.advance(400);
    expect(await send(BINH.id)).toMatchObject(ok);
    expect(await send(AN.id)).toEqual(tooMany);
    clock.advance(600);
    expect(await send(AN.id)).toMatchObject(ok);
  });
});
