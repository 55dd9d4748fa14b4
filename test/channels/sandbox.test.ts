/** The sandbox channel: order within a chat, all chats at once, and an orderly stop. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSandboxChannel, type SandboxChannel } from "../../src/channels/sandbox/index.ts";
import type { ChatEvent } from "../../src/channels/sandbox/model.ts";
import { createClock } from "../support/telegram/clock.ts";
import { AN, BINH } from "../support/telegram/fixture.ts";

let folder: string;
let channel: SandboxChannel;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  channel = createSandboxChannel({ folder, now: createClock().now });
  channel.addUser(AN);
  channel.addUser(BINH);
});
afterEach(async () => {
  channel.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A handler that begins what it gets and ends it when told. */
function gated() {
  const begun: string[] = [];
  const release: (() => void)[] = [];
  const handle = async (update: { message?: { text?: string } | undefined }) => {
    begun.push(update.message?.text ?? "");
    await new Promise<void>((resolve) => release.push(resolve));
  };
  return { begun, release, handle };
}

it("says what it can", () => {
  expect(channel).toMatchObject({
    name: "sandbox",
    can: {
      buttons: true,
      edits: true,
      documents: true,
      maxText: 4096,
      maxUpload: 52_428_800,
      commands: true,
    },
  });
});

it("handles the updates of one chat in order, different chats at once", async () => {
  const { begun, release, handle } = gated();
  await channel.start(handle);
  for (const text of ["an 1", "an 2"]) channel.sendText(AN.id, text);
  channel.sendText(BINH.id, "bình 1");
  await expect.poll(() => begun).toEqual(["an 1", "bình 1"]);
  release[0]?.();
  await expect.poll(() => begun).toEqual(["an 1", "bình 1", "an 2"]);
  for (const end of release) end();
  await channel.idle();
});

it("stops when what is in hand is done; the rest waits for the next start", async () => {
  const { begun, release, handle } = gated();
  await channel.start(handle);
  for (const text of ["một", "hai"]) channel.sendText(AN.id, text);
  await expect.poll(() => begun).toEqual(["một"]);
  let stopped = false;
  const stop = channel.stop().then(() => {
    stopped = true;
  });
  channel.sendText(AN.id, "ba");
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  release[0]?.();
  await stop;
  expect(begun).toEqual(["một"]);
  const rest: string[] = [];
  await channel.start(async (update) => void rest.push(update.message?.text ?? ""));
  await channel.idle();
  expect(rest).toEqual(["hai", "ba"]);
});

it("tells listeners until they have enough", () => {
  const events: ChatEvent[] = [];
  const enough = channel.subscribe((event) => events.push(event));
  channel.open(AN.id, "MA");
  enough();
  channel.sendText(AN.id, "x");
  expect(events).toMatchObject([{ type: "message", message: { text: "/start MA" } }]);
});
