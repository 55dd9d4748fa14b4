/** Updates are delivered at least once, to a handler or to getUpdates. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Update } from "../../src/channels/sandbox/model.ts";
import { AN, createFixture, type Fixture } from "../support/telegram/fixture.ts";

let fixture: Fixture;
beforeEach(() => {
  fixture = createFixture();
});

const poll = async (payload: Record<string, unknown> = {}) =>
  (await fixture.ok("getUpdates", payload)) as unknown as Update[];
const ids = (updates: readonly Update[]) => updates.map((update) => update.update_id);

describe("getUpdates", () => {
  it("gives again what was not confirmed by a later offset", async () => {
    for (const text of ["một", "hai", "ba"]) fixture.api.sendText(AN.id, text);
    expect(ids(await poll())).toEqual([1, 2, 3]);
    expect(ids(await poll({ limit: 2 }))).toEqual([1, 2]);
    expect(ids(await poll({ offset: "3" }))).toEqual([3]);
    expect(ids(await poll())).toEqual([3]);
    expect(ids(await poll({ offset: 4 }))).toEqual([]);
    for (const text of ["bốn", "năm"]) fixture.api.sendText(AN.id, text);
    expect(ids(await poll({ offset: -1 }))).toEqual([5]);
  });

  it("waits for an update, and gives way to another poller", async () => {
    const waiting = poll({ timeout: 30 });
    fixture.api.sendText(AN.id, "một");
    expect(ids(await waiting)).toEqual([1]);
    const first = fixture.refused("getUpdates", { offset: 2, timeout: 30 });
    const second = poll({ offset: 2, timeout: 30 });
    expect(await first).toBe(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    fixture.api.sendText(AN.id, "hai");
    expect(ids(await second)).toEqual([2]);
  });

  it("leaves out kinds the bot did not ask for, and refuses beside a webhook", async () => {
    await poll({ allowed_updates: ["callback_query"] });
    fixture.api.sendText(AN.id, "một");
    expect(await poll()).toEqual([]);
    await fixture.ok("setWebhook", { url: "https://example.vn/hook", secret_token: "s3cret" });
    expect(await fixture.refused("getUpdates")).toMatch(
      /^Conflict: can't use getUpdates method while webhook is active/,
    );
    expect(await fixture.ok("getWebhookInfo")).toMatchObject({
      url: "https://example.vn/hook",
      pending_update_count: 0,
    });
    expect(await fixture.refused("setWebhook", { url: "http://example.vn" })).toContain(
      "An HTTPS URL must be provided",
    );
    expect(await fixture.refused("setWebhook", { url: "https://e.vn", secret_token: "a b" })).toContain(
      "unallowed",
    );
    await fixture.ok("deleteWebhook");
    expect(await poll()).toEqual([]);
  });
});

describe("a handler", () => {
  it("gets what came before it, and loses nothing by failing", async () => {
    fixture.api.sendText(AN.id, "một");
    const seen: number[] = [];
    const end = fixture.api.onUpdate(async (update) => {
      seen.push(update.update_id);
      if (update.update_id === 2) throw new Error("out of order");
    });
    fixture.api.sendText(AN.id, "hai");
    await expect(fixture.api.idle()).rejects.toThrow("out of order");
    await fixture.api.idle();
    expect(seen).toEqual([1, 2]);
    expect(ids(fixture.api.pending())).toEqual([2]);
    end();
    fixture.api.onUpdate(async (update) => void seen.push(update.update_id));
    await fixture.api.idle();
    expect(seen).toEqual([1, 2, 2]);
    expect(fixture.api.pending()).toEqual([]);
  });

  it("may get two at once, and the same one twice", async () => {
    const seen: number[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    fixture.api.onUpdate(async (update) => {
      seen.push(update.update_id);
      await gate;
    });
    const first = fixture.api.sendText(AN.id, "một");
    fixture.api.sendText(AN.id, "hai");
    await expect.poll(() => seen).toEqual([1, 2]);
    release();
    await fixture.api.idle();
    fixture.api.redeliver(first);
    await fixture.api.idle();
    expect(seen).toEqual([1, 2, 1]);
  });
});
