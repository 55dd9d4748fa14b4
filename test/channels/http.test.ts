/** The emulation behind HTTP: grammY by long polling and by webhook, as against Telegram itself. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, InputFile, webhookCallback } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AN, BINH, createFixture, type Fixture } from "../support/telegram/fixture.ts";
import { type ServedBotApi, serveBotApi } from "../support/telegram/http.ts";

const TOKEN = "123:secret";
let fixture: Fixture;
let served: ServedBotApi;
let bot: Bot;

beforeEach(async () => {
  fixture = createFixture();
  served = await serveBotApi(fixture.api, { port: 0, token: TOKEN, retryMs: 1 });
  bot = new Bot(TOKEN, { client: { apiRoot: served.root } });
});
afterEach(() => served.close());

const said = (userId: number) => fixture.api.chat(userId).map((message) => message.text);
const post = (path: string, init?: RequestInit) => fetch(`${served.root}${path}`, init);

describe("HTTP", () => {
  it("answers with Telegram's status codes", async () => {
    expect((await post("/bot9:wrong/getMe")).status).toBe(401);
    expect((await post("/nothing")).status).toBe(404);
    expect((await post(`/bot${TOKEN}/sendFax`)).status).toBe(404);
    expect((await post(`/file/bot${TOKEN}/documents/none`)).status).toBe(404);
    fixture.api.faults.next({}, { kind: "429", retryAfter: 3 });
    const limited = await post(`/bot${TOKEN}/getMe`);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "3"]);
    expect(await limited.json()).toMatchObject({ parameters: { retry_after: 3 } });
    fixture.api.sendText(AN.id, "x");
    const body = new URLSearchParams({ chat_id: String(AN.id), text: "biểu mẫu" });
    expect((await post(`/bot${TOKEN}/sendMessage`, { method: "POST", body })).status).toBe(200);
    const form = new FormData();
    form.set("chat_id", String(AN.id));
    form.set("document", new Blob(["x"]), "tệp.pdf");
    expect(
      await (await post(`/bot${TOKEN}/sendDocument`, { method: "POST", body: form })).json(),
    ).toMatchObject({
      result: { document: { file_name: "tệp.pdf", mime_type: "application/pdf" } },
    });
  });

  it("a lost answer closes the line after the effect", async () => {
    fixture.api.sendText(AN.id, "x");
    fixture.api.faults.next({ method: "sendMessage" }, { kind: "lost" });
    await expect(bot.api.sendMessage(AN.id, "đến rồi")).rejects.toMatchObject({ name: "HttpError" });
    expect(said(AN.id)).toEqual(["x", "đến rồi"]);
  });

  it("refuses a request that is too large", async () => {
    fixture.api.sendText(AN.id, "x");
    const large = new InputFile(Buffer.alloc(52 << 20), "to.pdf");
    await expect(bot.api.sendDocument(AN.id, large)).rejects.toMatchObject({ error_code: 413 });
  });
});

describe("long polling", () => {
  it("carries a conversation with files", async () => {
    bot.command("start", (ctx) => ctx.reply("Chào"));
    bot.on("message:document", async (ctx) => {
      const { file_path } = await ctx.getFile();
      const bytes = await (await post(`/file/bot${TOKEN}/${file_path}`)).arrayBuffer();
      await ctx.replyWithDocument(new InputFile(Buffer.from(bytes).reverse(), "ngược.txt"));
    });
    const running = bot.start();
    fixture.api.start(AN.id);
    await expect.poll(() => said(AN.id)).toEqual(["/start", "Chào"]);
    fixture.api.sendFile(AN.id, { name: "xuôi.txt", mime: "text/plain", bytes: Buffer.from("abc") });
    await expect.poll(() => fixture.api.chat(AN.id).at(-1)?.file?.name).toBe("ngược.txt");
    const sent = fixture.api.chat(AN.id).at(-1)?.file;
    expect(Buffer.from(fixture.api.file(sent?.fileId ?? "")?.bytes ?? "").toString()).toBe("cba");
    await bot.stop();
    await running;
    expect(fixture.api.pending()).toEqual([]);
  });

  it("a poller that vanishes takes nothing along", async () => {
    const gone = new AbortController();
    const poll = post(`/bot${TOKEN}/getUpdates?timeout=30`, { signal: gone.signal });
    await expect.poll(() => fixture.api.users().length).toBe(2);
    gone.abort();
    await expect(poll).rejects.toThrow();
    fixture.api.sendText(AN.id, "còn đây");
    const next = (await (await post(`/bot${TOKEN}/getUpdates?timeout=1`)).json()) as { result: unknown[] };
    expect(next.result).toHaveLength(1);
  });
});

describe("webhook", () => {
  let server: Server;
  let url: string;
  let refusals: number;
  let secrets: (string | string[] | undefined)[];

  beforeEach(async () => {
    refusals = 0;
    secrets = [];
    const handle = webhookCallback(bot, "http", { secretToken: "s3cret" });
    server = createServer((request, response) => {
      secrets.push(request.headers["x-telegram-bot-api-secret-token"]);
      if (refusals > 0) {
        refusals--;
        response.writeHead(500).end();
        return;
      }
      void handle(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("pushes with the secret, in order, until it is taken", async () => {
    const order: string[] = [];
    bot.on("message:text", async (ctx) => {
      order.push(ctx.msg.text);
      await ctx.reply(`nghe ${ctx.msg.text}`);
    });
    refusals = 3;
    fixture.api.sendText(AN.id, "một");
    await bot.api.setWebhook(url, { secret_token: "s3cret" });
    fixture.api.sendText(AN.id, "hai");
    fixture.api.sendText(BINH.id, "ba");
    await fixture.api.idle();
    expect(order.filter((text) => text !== "ba")).toEqual(["một", "hai"]);
    expect(said(BINH.id)).toEqual(["ba", "nghe ba"]);
    expect(said(AN.id)).toEqual(["một", "hai", "nghe một", "nghe hai"]);
    expect(new Set(secrets)).toEqual(new Set(["s3cret"]));
    expect(secrets).toHaveLength(6);
    await bot.api.deleteWebhook();
    fixture.api.sendText(AN.id, "bốn");
    expect(fixture.api.pending()).toHaveLength(1);
  });

  it("carries out a call in the answer", async () => {
    const reply = new Bot(TOKEN, { client: { apiRoot: served.root, canUseWebhookReply: () => true } });
    reply.on("message", (ctx) => ctx.reply("ngay"));
    await reply.init();
    server.removeAllListeners("request");
    server.on("request", webhookCallback(reply, "http", { secretToken: "s3cret" }));
    await bot.api.setWebhook(url, { secret_token: "s3cret" });
    fixture.api.sendText(AN.id, "một");
    await fixture.api.idle();
    expect(said(AN.id)).toEqual(["một", "ngay"]);
  });
});
