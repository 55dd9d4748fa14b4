/** A real grammY bot over the emulation: what it sends arrives, what it gets back is what it expects. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot, type Context, InlineKeyboard, InputFile, InputMediaBuilder } from "grammy";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { BotApi } from "../../src/channels/sandbox/bot-api.ts";
import { createFetch } from "../../src/channels/sandbox/fetch.ts";
import { AN, BINH, createFixture, PNG } from "../support/telegram/fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "channels-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let api: BotApi;
let bot: Bot;
let fetch: typeof globalThis.fetch;

beforeEach(async () => {
  api = createFixture().api;
  fetch = createFetch(api);
  bot = new Bot("1:token", { client: { fetch } });
  await bot.init();
});

const listen = () => api.onUpdate((update) => bot.handleUpdate(update));
const texts = (userId: number) => api.chat(userId).map((message) => `${message.from}: ${message.text}`);

describe("messages", () => {
  it("knows itself", () => {
    expect(bot.botInfo).toMatchObject({ is_bot: true, username: "dondoc_sandbox_bot" });
  });

  it("answers commands, text and a start link", async () => {
    bot.command("start", (ctx) => ctx.reply(`Chào ${ctx.from?.first_name}, mã ${ctx.match}`));
    bot.on("message:text", (ctx) => ctx.reply(`Đã nghe: <b>${ctx.msg.text}</b>`, { parse_mode: "HTML" }));
    listen();
    api.start(AN.id, "ABC123");
    await api.idle();
    api.sendText(AN.id, "báo cáo");
    await api.idle();
    expect(texts(AN.id)).toEqual([
      "person: /start ABC123",
      "bot: Chào An, mã ABC123",
      "person: báo cáo",
      "bot: Đã nghe: báo cáo",
    ]);
    expect(api.chat(AN.id).at(-1)?.entities).toEqual([{ type: "bold", offset: 9, length: 7 }]);
  });

  it("shows buttons, answers taps and edits what it sent", async () => {
    const keyboard = new InlineKeyboard().text("Đã nhận", "ack:1").url("Trang", "https://example.vn").row();
    bot.command("start", (ctx) => ctx.reply("Kế hoạch", { reply_markup: keyboard.text("Báo cáo", "rep:1") }));
    bot.callbackQuery("ack:1", async (ctx) => {
      await ctx.editMessageText("Kế hoạch (đã nhận)");
      await ctx.answerCallbackQuery("Cảm ơn đồng chí");
    });
    bot.callbackQuery("rep:1", () => {});
    listen();
    api.start(AN.id);
    await api.idle();
    const shown = api.chat(AN.id).at(-1);
    expect(shown?.buttons).toEqual([
      [
        { text: "Đã nhận", data: "ack:1" },
        { text: "Trang", url: "https://example.vn" },
      ],
      [{ text: "Báo cáo", data: "rep:1" }],
    ]);
    const id = shown?.id ?? 0;
    await expect(api.tap(AN.id, id, "ack:2")).rejects.toThrow("has no button");
    await expect(api.tap(AN.id, id, "rep:1")).resolves.toBeUndefined();
    await expect(api.tap(AN.id, id, "ack:1")).resolves.toBe("Cảm ơn đồng chí");
    expect(api.chat(AN.id).at(-1)).toMatchObject({
      id,
      text: "Kế hoạch (đã nhận)",
      edited: true,
      buttons: [],
    });
    await expect(api.tap(AN.id, id, "ack:1")).rejects.toThrow("has no button");
    await expect(api.tap(AN.id, id, "ack:1", { stale: true })).resolves.toBeUndefined();
    await expect(api.idle()).rejects.toThrow("message is not modified");
  });

  it("counts message ids over all chats", async () => {
    listen();
    const first = api.sendText(AN.id, "một").message.message_id;
    api.sendText(BINH.id, "hai");
    const third = await bot.api.sendMessage(AN.id, "ba");
    expect([first, third.message_id]).toEqual([1, 3]);
    expect(third).toMatchObject({
      chat: { id: AN.id, type: "private", first_name: "An" },
      from: { is_bot: true },
    });
  });
});

describe("files", () => {
  beforeEach(() => {
    api.sendText(AN.id, "xin chào");
  });

  it("uploads a buffer, a path and an album", async () => {
    const path = join(folder, "phụ lục.xlsx");
    writeFileSync(path, "spreadsheet");
    const buffer = Buffer.from("Nội dung");
    const sent = await bot.api.sendDocument(AN.id, new InputFile(buffer, "Kế hoạch 100.docx"), {
      caption: "Gửi",
    });
    expect(sent.document).toMatchObject({ file_name: "Kế hoạch 100.docx", file_size: buffer.byteLength });
    expect(sent.document.mime_type).toContain("wordprocessingml");
    const second = await bot.api.sendDocument(AN.id, new InputFile(path));
    expect(Buffer.from(api.file(second.document.file_id)?.bytes ?? "").toString()).toBe("spreadsheet");
    const album = await bot.api.sendMediaGroup(AN.id, [
      InputMediaBuilder.document(new InputFile(buffer, "a.pdf"), { caption: "hai tệp" }),
      InputMediaBuilder.document(new InputFile(path, "b.pdf")),
    ]);
    expect(album.map((message) => "document" in message && message.document.file_name)).toEqual([
      "a.pdf",
      "b.pdf",
    ]);
    expect(
      new Set(
        api
          .chat(AN.id)
          .slice(-2)
          .map((message) => message.album),
      ).size,
    ).toBe(1);
    await bot.api.sendPhoto(AN.id, new InputFile(PNG, "ảnh.png"), { caption: "bản ký" });
    expect(api.chat(AN.id).at(-1)).toMatchObject({
      text: "bản ký",
      file: { kind: "photo", width: 1, height: 1 },
    });
  });

  it("sends a known file again by its id, which depends on the content only", async () => {
    const one = await bot.api.sendDocument(AN.id, new InputFile(Buffer.from("x"), "x.pdf"));
    const two = await bot.api.sendDocument(AN.id, one.document.file_id);
    const three = await bot.api.sendDocument(AN.id, new InputFile(Buffer.from("x"), "x.pdf"));
    expect(two.document).toEqual(one.document);
    expect(three.document).toEqual(one.document);
  });

  it("downloads what a person sent", async () => {
    let got: { name?: string | undefined; body: string } | undefined;
    bot.on("message:document", async (ctx: Context & { getFile: Context["getFile"] }) => {
      const { file_path } = await ctx.getFile();
      const response = await fetch(`https://api.telegram.org/file/bot1:token/${file_path}`);
      got = { name: ctx.msg?.document?.file_name, body: await response.text() };
    });
    listen();
    api.sendFile(
      AN.id,
      { name: "đơn vị; mới.csv", mime: "text/csv", bytes: Buffer.from("mã,tên") },
      "danh sách",
    );
    await expect.poll(() => got).toEqual({ name: "đơn vị; mới.csv", body: "mã,tên" });
    const missing = await fetch("https://api.telegram.org/file/bot1:token/documents/none.pdf");
    expect(missing.status).toBe(404);
  });
});

describe("errors", () => {
  it("come as grammY knows them", async () => {
    await expect(bot.api.sendMessage(999, "x")).rejects.toMatchObject({
      name: "GrammyError",
      error_code: 400,
      description: "Bad Request: chat not found",
    });
    api.sendText(AN.id, "x");
    api.faults.next({ method: "sendMessage" }, { kind: "429", retryAfter: 7 });
    await expect(bot.api.sendMessage(AN.id, "x")).rejects.toMatchObject({ parameters: { retry_after: 7 } });
    api.faults.next({}, { kind: "network" });
    await expect(bot.api.sendMessage(AN.id, "x")).rejects.toMatchObject({ name: "HttpError" });
    expect(texts(AN.id)).toEqual(["person: x"]);
    api.faults.next({ chatId: AN.id }, { kind: "lost" });
    await expect(bot.api.sendMessage(AN.id, "y")).rejects.toMatchObject({ name: "HttpError" });
    expect(texts(AN.id)).toEqual(["person: x", "bot: y"]);
  });

  it("a call that is aborted rejects at once", async () => {
    const cancel = new AbortController();
    const poll = bot.api.getUpdates({ timeout: 30 }, cancel.signal as never);
    setImmediate(() => cancel.abort());
    await expect(poll).rejects.toMatchObject({ name: "HttpError" });
  });
});
