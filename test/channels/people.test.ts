/** What people do, and the updates the bot gets for it. */
import { beforeEach, describe, expect, it } from "vitest";
import type { ChatEvent } from "../../src/channels/sandbox/model.ts";
import { AN, createFixture, type Fixture, PNG } from "../support/telegram/fixture.ts";

let fixture: Fixture;
let events: ChatEvent[];
beforeEach(() => {
  events = [];
  fixture = createFixture({ onEvent: (event) => events.push(event), nextMessageId: 50, nextUpdateId: 900 });
});

describe("messages", () => {
  it("carry what Telegram's carry", () => {
    const update = fixture.api.sendText(AN.id, "  /report đi, hoặc /help@dondoc_sandbox_bot hay 1/2 ", {
      forward: true,
    });
    expect(update).toMatchObject({
      update_id: 900,
      message: {
        message_id: 50,
        date: 1713747600,
        chat: { id: AN.id, type: "private", first_name: "An", last_name: "Nguyễn" },
        from: { id: AN.id, is_bot: false, language_code: "vi" },
        text: "/report đi, hoặc /help@dondoc_sandbox_bot hay 1/2",
        forward_origin: { type: "hidden_user" },
      },
    });
    expect(update.message.entities?.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 7],
      [17, 24],
    ]);
  });

  it("a long text comes in parts", () => {
    const text = "ă".repeat(9_000);
    fixture.api.sendText(AN.id, text);
    const parts = fixture.api.pending().map((update) => update.message?.text ?? "");
    expect(parts.map((part) => part.length)).toEqual([4096, 4096, 808]);
    expect(parts.join("")).toBe(text);
  });

  it("can be edited by who wrote them", () => {
    const { message } = fixture.api.sendText(AN.id, "24 đồng chí");
    const update = fixture.api.editText(AN.id, message.message_id, "25 đồng chí");
    expect(update.edited_message).toMatchObject({
      message_id: 50,
      text: "25 đồng chí",
      edit_date: 1713747600,
    });
    expect(fixture.api.chat(AN.id)).toMatchObject([{ text: "25 đồng chí", edited: true, from: "person" }]);
    expect(() => fixture.api.editText(AN.id, 51, "x")).toThrow("no message of");
    expect(() => fixture.api.editText(AN.id, 50, "25 đồng chí")).toThrow("has to change something");
  });
});

describe("files", () => {
  it("photos come in ascending sizes, albums in parts of one group", () => {
    const jpeg = Buffer.from("ffd8ffe00002ffc0001108045606400301220002110103110100", "hex");
    const { photo } = fixture.api.sendPhoto(AN.id, jpeg, "bản ký").message;
    expect(photo?.map(({ width, height }) => [width, height]).at(-1)).toEqual([1600, 1110]);
    expect(photo?.length).toBeGreaterThan(2);
    const files = [1, 2, 3].map((n) => ({
      name: `${n}.png`,
      mime: "image/png",
      bytes: Buffer.concat([PNG, Buffer.of(n)]),
    }));
    const album = fixture.api.sendAlbum(AN.id, files, "ba trang");
    expect(new Set(album.map(({ message }) => message.media_group_id)).size).toBe(1);
    expect(album.map(({ message }) => message.caption)).toEqual(["ba trang", undefined, undefined]);
    expect(new Set(album.map(({ message }) => message.photo?.at(-1)?.file_unique_id)).size).toBe(3);
    expect(album.map(({ update_id }) => update_id)).toEqual([901, 902, 903]);
  });

  it("stickers and documents are what they are", () => {
    expect(fixture.api.sendSticker(AN.id).message.sticker?.emoji).toBe("👍");
    const file = { name: "Báo cáo.docx", mime: "application/msword", bytes: Buffer.from("x") };
    expect(fixture.api.sendFile(AN.id, file).message.document).toMatchObject({
      file_name: "Báo cáo.docx",
      file_size: 1,
    });
  });
});

describe("events", () => {
  it("tell a page everything it shows", async () => {
    fixture.api.start(AN.id);
    const keyboard = { inline_keyboard: [[{ text: "a", callback_data: "x" }]] };
    const sent = await fixture.ok("sendMessage", { chat_id: AN.id, text: "một", reply_markup: keyboard });
    await fixture.ok("sendChatAction", { chat_id: AN.id, action: "typing" });
    void fixture.api.tap(AN.id, sent.message_id, "x");
    const callback_query_id = fixture.api.pending().at(-1)?.callback_query?.id;
    await fixture.ok("answerCallbackQuery", { callback_query_id, text: "được", show_alert: true });
    await fixture.ok("editMessageText", { chat_id: AN.id, message_id: sent.message_id, text: "hai" });
    await fixture.ok("deleteMessage", { chat_id: AN.id, message_id: sent.message_id });
    await fixture.ok("setMyCommands", { commands: [], scope: { type: "chat", chat_id: AN.id } });
    fixture.api.block(AN.id);
    fixture.api.reset();
    expect(events.slice(2)).toMatchObject([
      { type: "message", chatId: AN.id, message: { text: "/start", from: "person" } },
      { type: "message", chatId: AN.id, message: { text: "một", from: "bot", buttons: [[{ data: "x" }]] } },
      { type: "action", chatId: AN.id, action: "typing" },
      { type: "answer", chatId: AN.id, messageId: sent.message_id, text: "được", alert: true },
      { type: "edit", chatId: AN.id, message: { text: "hai", edited: true } },
      { type: "delete", chatId: AN.id, messageIds: [sent.message_id] },
      { type: "commands", chatId: AN.id },
      { type: "user", user: { id: AN.id, blocked: true, started: true } },
      { type: "reset" },
    ]);
    expect(fixture.api.users()).toEqual([]);
  });
});
