/** The sandbox's memory: nothing is lost by a kill, and nothing is remembered differently. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandboxChannel } from "../../src/channels/sandbox/index.ts";
import type { Update } from "../../src/channels/sandbox/model.ts";
import { createClock } from "../support/telegram/clock.ts";
import { AN, BINH, PNG, upload } from "../support/telegram/fixture.ts";

let folder: string;
const clock = createClock();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A channel as the next process would open it; nothing of the one before is closed or stopped. */
const open = () => createSandboxChannel({ folder, now: clock.now });
const say = async (channel: ReturnType<typeof open>, method: string, payload: object) => {
  const body = JSON.stringify(payload);
  const headers = { "content-type": "application/json" };
  const response = await channel.fetch(`https://api.telegram.org/bot1:x/${method}`, {
    method: "POST",
    headers,
    body,
  });
  const answer = (await response.json()) as { result: { message_id: number } };
  return answer.result;
};

async function lived() {
  const channel = open();
  channel.addUser(AN);
  channel.addUser(BINH);
  channel.open(AN.id, "ABC");
  const file = { ...upload("Kế hoạch.docx", "nội dung"), mime: "application/msword" };
  channel.sendFile(AN.id, file, "gửi đồng chí");
  channel.sendPhoto(AN.id, PNG);
  const markup = { inline_keyboard: [[{ text: "Đã nhận", callback_data: "ack" }]] };
  const sent = await say(channel, "sendMessage", { chat_id: AN.id, text: "một", reply_markup: markup });
  const gone = await say(channel, "sendMessage", { chat_id: AN.id, text: "hai" });
  await say(channel, "editMessageText", {
    chat_id: AN.id,
    message_id: sent.message_id,
    text: "ba",
    reply_markup: markup,
  });
  await say(channel, "deleteMessage", { chat_id: AN.id, message_id: gone.message_id });
  await say(channel, "pinChatMessage", { chat_id: AN.id, message_id: sent.message_id });
  await say(channel, "setMyCommands", { commands: [{ command: "tasks", description: "việc" }] });
  void channel.tap(AN.id, sent.message_id, "ack");
  channel.block(AN.id);
  return { channel, sent };
}

describe("after a restart", () => {
  it("everything is as it was, and ids go on", async () => {
    const { channel } = await lived();
    const next = open();
    expect(next.users()).toEqual(channel.users());
    expect(next.chat(AN.id)).toEqual(channel.chat(AN.id));
    expect(next.chat(AN.id).map((message) => message.text)).toEqual(["/start ABC", "gửi đồng chí", "", "ba"]);
    expect(next.commands(AN.id)).toEqual([{ command: "tasks", description: "việc" }]);
    const fileId = next.chat(AN.id)[1]?.file?.fileId ?? "";
    expect(Buffer.from(next.file(fileId)?.bytes ?? "").toString()).toBe("nội dung");
    expect(next.sendText(BINH.id, "x").message.message_id).toBe(6);
  });

  it("what the bot had not handled comes again, once", async () => {
    const { channel } = await lived();
    const seen: Update[] = [];
    // The process is killed while the third update is in hand.
    await channel.start(async (update) => {
      seen.push(update);
      if (seen.length >= 3) await new Promise(() => {});
    });
    await expect.poll(() => seen.length).toBe(3);
    const next = open();
    const again: Update[] = [];
    await next.start(async (update) => void again.push(update));
    await next.idle();
    expect(again[0]).toEqual(seen[2]);
    expect(again.map((update) => update.update_id)).toEqual(
      [2, 3, 4].map((n) => n + (seen[0]?.update_id ?? 0)),
    );
    expect(again.at(-2)?.callback_query?.data).toBe("ack");
    const third = open();
    await third.start(async (update) => void again.push(update));
    await third.idle();
    expect(again).toHaveLength(3);
  });
});

describe("the file", () => {
  it("may end in the middle of a line", async () => {
    const { channel } = await lived();
    const path = join(folder, "events.jsonl");
    const whole = readFileSync(path, "utf8");
    appendFileSync(path, '[{"type":"message","mess');
    const next = open();
    expect(next.chat(AN.id)).toEqual(channel.chat(AN.id));
    expect(readFileSync(path, "utf8")).toBe(whole);
    next.sendText(BINH.id, "tiếp");
    expect(open().chat(BINH.id)).toHaveLength(1);
    writeFileSync(path, `không phải JSON\n${whole}`);
    expect(open().chat(AN.id)).toEqual(channel.chat(AN.id));
  });

  it("is thrown away by a reset, but no id is used twice", async () => {
    const { channel } = await lived();
    const last = channel.chat(AN.id).at(-1)?.id ?? 0;
    channel.reset();
    for (const current of [channel, open()]) expect(current.users()).toEqual([]);
    const next = open();
    next.addUser(AN);
    expect(next.sendText(AN.id, "lại").message.message_id).toBeGreaterThan(last);
    expect(next.sendText(AN.id, "lại").update_id).toBeGreaterThan(clock.now().getTime() / 1000 + 4);
  });
});
