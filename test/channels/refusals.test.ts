/** The emulation refuses what Telegram refuses, in Telegram's words. */
import { beforeEach, describe, expect, it } from "vitest";
import { AN, BINH, createFixture, type Fixture, PNG, upload } from "../support/telegram/fixture.ts";

let fixture: Fixture;
beforeEach(() => {
  fixture = createFixture();
  fixture.api.sendText(AN.id, "xin chào");
});

const send = (extra: Record<string, unknown>) =>
  fixture.refused("sendMessage", { chat_id: AN.id, text: "x", ...extra });
const keyboard = (...buttons: unknown[]) => ({ reply_markup: { inline_keyboard: [buttons] } });

describe("who may be written to", () => {
  it("knows nobody it has not met", async () => {
    expect(await send({ chat_id: 999 })).toBe("Bad Request: chat not found");
    expect(await send({ chat_id: "" })).toBe("Bad Request: chat_id is empty");
    expect(await send({ chat_id: BINH.id })).toBe("Forbidden: bot can't initiate conversation with a user");
  });

  it("obeys a block, until it is taken back", async () => {
    fixture.api.block(AN.id);
    expect(await send({})).toBe("Forbidden: bot was blocked by the user");
    expect(() => fixture.api.sendText(AN.id, "x")).toThrow("has blocked the bot");
    fixture.api.start(AN.id);
    await fixture.ok("sendMessage", { chat_id: AN.id, text: "x" });
    const kinds = fixture.api.pending().map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(["message", "my_chat_member", "my_chat_member", "message"]);
  });

  it("finds no account that is gone", async () => {
    fixture.api.deactivate(AN.id);
    expect(await send({})).toBe("Forbidden: user is deactivated");
  });
});

describe("text", () => {
  it.each([
    [{ text: "" }, "message text is empty"],
    [{ text: " \n " }, "text must be non-empty"],
    [{ text: "x".repeat(4097) }, "message is too long"],
    [{ text: "ạ".repeat(11_000) }, "text is too long"],
    [{ parse_mode: "bbcode" }, "unsupported parse_mode"],
    [{ reply_parameters: { message_id: 77 } }, "message to be replied not found"],
  ])("%o", async (extra, text) => {
    expect(await send(extra)).toBe(`Bad Request: ${text}`);
  });

  it("takes 4096 characters, tags and surrogates not counted", async () => {
    await fixture.ok("sendMessage", {
      chat_id: AN.id,
      text: `<b>${"🙂".repeat(4096)}</b>`,
      parse_mode: "HTML",
    });
    await fixture.ok("sendMessage", {
      chat_id: String(AN.id),
      text: "a",
      reply_parameters: '{"message_id":1}',
    });
    expect(fixture.api.chat(AN.id).at(-1)?.replyTo).toBe(1);
  });
});

describe("buttons", () => {
  it.each([
    [keyboard({ text: "a", callback_data: "б".repeat(33) }), "BUTTON_DATA_INVALID"],
    [
      keyboard({ text: "a", callback_data: "" }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [keyboard({ text: " ", callback_data: "x" }), "inline keyboard button text must be non-empty"],
    [keyboard({ callback_data: "x" }), `can't parse inline keyboard button: Can't find field "text"`],
    [
      keyboard({ text: "a", url: "http://localhost:3000" }),
      "inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
    ],
    [{ reply_markup: "{" }, "can't parse reply keyboard markup JSON object"],
    [
      { reply_markup: { inline_keyboard: [{ text: "a" }] } },
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      keyboard(...Array.from({ length: 101 }, () => ({ text: "a", callback_data: "x" }))),
      "reply markup is too long",
    ],
    [
      keyboard(
        ...Array.from({ length: 99 }, () => ({ text: "a".repeat(60), callback_data: "x".repeat(60) })),
      ),
      "reply markup is too long",
    ],
  ])("%j", async (extra, text) => {
    expect(await send(extra)).toBe(`Bad Request: ${text}`);
  });

  it("takes 64 bytes and 100 buttons", async () => {
    const button = { text: "a", callback_data: "x" };
    const rows = [[{ text: "a", callback_data: "б".repeat(32) }], Array(99).fill(button)];
    await fixture.ok("sendMessage", { chat_id: AN.id, text: "x", reply_markup: { inline_keyboard: rows } });
  });
});

describe("edits", () => {
  const edit = (method: string, payload: Record<string, unknown>) =>
    fixture.refused(method, { chat_id: AN.id, ...payload });

  it("must find a message of the bot, and change it", async () => {
    const { message_id } = await fixture.ok("sendMessage", {
      chat_id: AN.id,
      text: "cũ",
      ...keyboard({ text: "a", callback_data: "x" }),
    });
    const same = keyboard({ text: "a", callback_data: "x" });
    const unchanged =
      /^Bad Request: message is not modified: specified new message content and reply markup are/;
    expect(await edit("editMessageText", { message_id, text: "cũ", ...same })).toMatch(unchanged);
    expect(await edit("editMessageReplyMarkup", { message_id, ...same })).toMatch(unchanged);
    expect(await edit("editMessageText", { message_id: 77, text: "x" })).toBe(
      "Bad Request: message to edit not found",
    );
    expect(await edit("editMessageText", { message_id: 1, text: "x" })).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await edit("editMessageText", { message_id, text: "x".repeat(4097) })).toBe(
      "Bad Request: MESSAGE_TOO_LONG",
    );
    expect(await edit("editMessageCaption", { message_id, caption: "x" })).toBe(
      "Bad Request: there is no caption in the message to edit",
    );
    // An edit without buttons takes them away.
    await fixture.ok("editMessageText", { chat_id: AN.id, message_id, text: "cũ" });
    expect(fixture.api.chat(AN.id).at(-1)).toMatchObject({ text: "cũ", buttons: [], edited: true });
  });

  it("a message with a keyboard in place of the person's own stays as it is", async () => {
    const { message_id } = await fixture.ok("sendMessage", {
      chat_id: AN.id,
      text: "x",
      reply_markup: { keyboard: [["Có", { text: "Không" }]] },
    });
    expect(fixture.api.chat(AN.id).at(-1)?.keyboard).toEqual([["Có", "Không"]]);
    expect(await edit("editMessageText", { message_id, text: "y" })).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it("captions are captions", async () => {
    const files = new Map([["f", upload("a.pdf", "x")]]);
    const sent = await fixture.ok(
      "sendDocument",
      { chat_id: AN.id, document: "attach://f", caption: "cũ" },
      files,
    );
    const { message_id } = sent;
    expect(await edit("editMessageText", { message_id, text: "x" })).toBe(
      "Bad Request: there is no text in the message to edit",
    );
    expect(await edit("editMessageCaption", { message_id, caption: "x".repeat(1025) })).toBe(
      "Bad Request: MEDIA_CAPTION_TOO_LONG",
    );
    await fixture.ok("editMessageCaption", { chat_id: AN.id, message_id, caption: "mới" });
    expect(fixture.api.chat(AN.id).at(-1)).toMatchObject({ text: "mới", file: { name: "a.pdf" } });
  });
});

describe("deleting", () => {
  it("both sides' messages, for two days", async () => {
    const { message_id } = await fixture.ok("sendMessage", { chat_id: AN.id, text: "x" });
    await fixture.ok("deleteMessage", { chat_id: AN.id, message_id: 1 });
    expect(await fixture.refused("deleteMessage", { chat_id: AN.id, message_id: 1 })).toBe(
      "Bad Request: message to delete not found",
    );
    fixture.clock.advance(48 * 3_600_000 + 1_000);
    expect(await fixture.refused("deleteMessage", { chat_id: AN.id, message_id })).toBe(
      "Bad Request: message can't be deleted for everyone",
    );
    expect(await fixture.refused("deleteMessages", { chat_id: AN.id, message_ids: [message_id] })).toContain(
      "for everyone",
    );
    await fixture.ok("deleteMessages", { chat_id: AN.id, message_ids: [77] });
    expect(await fixture.refused("deleteMessages", { chat_id: AN.id, message_ids: [] })).toContain(
      "not specified",
    );
  });
});

describe("files", () => {
  const document = (value: string, files: [string, ReturnType<typeof upload>][] = [], extra = {}) =>
    fixture.refused("sendDocument", { chat_id: AN.id, document: value, ...extra }, new Map(files));

  it("has to be there, of the right kind, and not too big", async () => {
    expect(await document("")).toBe("Bad Request: there is no document in the request");
    expect(await document("attach://f")).toBe("Bad Request: there is no document in the request");
    expect(await document("AgADunknown")).toContain("wrong remote file identifier specified");
    expect(await document("https://example.vn/a.pdf")).toBe("Bad Request: failed to get HTTP URL content");
    expect(await document("attach://f", [["f", upload("a.pdf", "")]])).toBe(
      "Bad Request: file must be non-empty",
    );
    expect(await document("attach://f", [["f", upload("a.pdf", "x")]], { caption: "x".repeat(1025) })).toBe(
      "Bad Request: message caption is too long",
    );
    const large = { name: "a.pdf", mime: "", bytes: new Uint8Array((50 << 20) + 1) };
    expect(await document("attach://f", [["f", large]])).toBe("Request Entity Too Large");
  });

  it("a photo has to be a picture", async () => {
    const photo = (bytes: Uint8Array) =>
      fixture.refused("sendPhoto", { chat_id: AN.id }, new Map([["photo", upload("a.png", bytes)]]));
    expect(await photo(Buffer.from("no picture"))).toBe("Bad Request: IMAGE_PROCESS_FAILED");
    expect(await photo(Buffer.concat([PNG, new Uint8Array(10 << 20)]))).toMatch(
      /^Bad Request: file of size \d+ bytes is too big for a photo; the maximum size is 10485760 bytes$/,
    );
    const sent = await fixture.ok(
      "sendPhoto",
      { chat_id: AN.id },
      new Map([["photo", upload("a.png", PNG)]]),
    );
    expect(await document(sent.photo?.[0]?.file_id ?? "")).toBe(
      "Bad Request: can't use file of type Photo as Document",
    );
  });

  it("albums are of one kind, of ten at most", async () => {
    const album = (media: unknown) => fixture.refused("sendMediaGroup", { chat_id: AN.id, media });
    expect(await album(undefined)).toBe('Bad Request: parameter "media" is required');
    expect(await album("[]")).toBe("Bad Request: there are no messages to send");
    expect(await album([{ type: "document", media: "attach://none" }])).toBe(
      "Bad Request: can't parse InputMedia: media not found",
    );
    expect(await album([{ type: "poll" }])).toBe(
      'Bad Request: can\'t parse InputMedia: type "poll" is unsupported',
    );
  });

  it("cannot be fetched when over 20 MB or unknown", async () => {
    const file = { name: "to.pdf", mime: "application/pdf", bytes: Buffer.from("x"), size: 60 << 20 };
    const { document } = fixture.api.sendFile(AN.id, file).message;
    expect(await fixture.refused("getFile", { file_id: document?.file_id })).toBe(
      "Bad Request: file is too big",
    );
    expect(await fixture.refused("getFile", { file_id: "none" })).toBe("Bad Request: invalid file_id");
    expect(await fixture.refused("getFile")).toBe("Bad Request: file_id not specified");
  });
});

describe("taps", () => {
  const old = "Bad Request: query is too old and response timeout expired or query ID is invalid";

  it("are answered once, and soon", async () => {
    const { message_id } = await fixture.ok("sendMessage", {
      chat_id: AN.id,
      text: "x",
      ...keyboard({ text: "a", callback_data: "x" }),
    });
    const ask = () => {
      void fixture.api.tap(AN.id, message_id, "x");
      return { callback_query_id: fixture.api.pending().at(-1)?.callback_query?.id };
    };
    const first = ask();
    expect(await fixture.refused("answerCallbackQuery", { ...first, text: "x".repeat(201) })).toBe(
      "Bad Request: MESSAGE_TOO_LONG",
    );
    await fixture.ok("answerCallbackQuery", { ...first, text: "được" });
    expect(await fixture.refused("answerCallbackQuery", first)).toBe(old);
    expect(await fixture.refused("answerCallbackQuery", { callback_query_id: "1" })).toBe(old);
    const second = ask();
    fixture.clock.advance(61_000);
    expect(await fixture.refused("answerCallbackQuery", second)).toBe(old);
  });
});

describe("the rest", () => {
  it("refuses unknown methods and actions", async () => {
    const answer = await fixture.api.call("sendFax", {});
    expect(answer).toEqual({ ok: false, error_code: 404, description: "Not Found: method not found" });
    expect(await fixture.refused("sendChatAction", { chat_id: AN.id, action: "dance" })).toBe(
      "Bad Request: wrong parameter action in request",
    );
    await fixture.ok("SENDCHATACTION", { chat_id: AN.id, action: "typing" });
  });

  it("pins what is there", async () => {
    await fixture.ok("pinChatMessage", { chat_id: AN.id, message_id: 1 });
    expect(fixture.api.chat(AN.id)[0]?.pinned).toBe(true);
    expect(await fixture.refused("pinChatMessage", { chat_id: AN.id, message_id: 9 })).toContain(
      "message to pin not found",
    );
  });

  it("does not pretend to know Markdown", async () => {
    await expect(
      fixture.api.call("sendMessage", { chat_id: AN.id, text: "*x*", parse_mode: "MarkdownV2" }),
    ).rejects.toThrow("not emulated");
  });
});
