/** The page in a real browser, at a desk's width and at a phone's, against the fake channel. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromiumPath, complaints, launch } from "./browser.ts";
import { hostileFile, hostileName, hostileText } from "./fake-port.ts";
import { listen, mount, type Served } from "./serve.ts";

if (chromiumPath === null && process.env.REQUIRE_ALL !== "1")
  console.warn("skipped: the sandbox page in a browser (chromium is not on the PATH)");

const wide = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
/** A picture of one red point. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==",
  "base64",
);

describe.skipIf(chromiumPath === null && process.env.REQUIRE_ALL !== "1")("the sandbox page", () => {
  let browser: Browser;
  let served: Served;
  let address: string;
  let close: () => Promise<void>;
  let context: BrowserContext;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    served = mount();
    ({ address, close } = await listen(served.app));
  });
  afterEach(async () => {
    await context?.close();
    await close();
    expect(heard).toEqual([]);
  });

  async function open(viewport: { width: number; height: number }, guide = false): Promise<void> {
    const small = viewport.width < 720;
    context = await browser.newContext({ viewport, hasTouch: small, isMobile: small });
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    heard = complaints(page);
    await visit();
    if (!guide) await byId("guide-close").click();
  }
  async function visit(): Promise<void> {
    await page.goto(address);
    await byId("chat-101").waitFor();
    await expect.poll(() => served.port.listening).toBe(1);
  }

  const byId = (id: string) => page.getByTestId(id);
  const chat = (person: number) => byId(`chat-${person}`);
  const text = (person: number, words: string) => chat(person).getByTestId("text").filter({ hasText: words });
  const write = async (person: number, words: string): Promise<void> => {
    await chat(person).getByTestId("composer").fill(words);
    await chat(person).getByTestId("send").click();
  };
  const openChats = () =>
    page
      .locator("[data-testid^=chat-][data-person]")
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-person"))));

  it("opens with the staff member and two secretaries, and remembers another arrangement", async () => {
    await open(wide, true);
    expect(await openChats()).toEqual([101, 204, 201]);
    expect(await page.title()).toBe("Đôn đốc – bản dùng thử");
    expect(await byId("clock").innerText()).toMatch(/14:05\s*thứ Hai 22\/4\/2024/);
    await byId("guide-close").click();
    await chat(204).getByTestId("close-chat").click();
    await byId("people-search").fill("sở tu phap");
    await byId("person-203").click();
    await visit();
    expect(await openChats()).toEqual([101, 201, 203]);
    expect(await byId("guide").isVisible()).toBe(false);
    await byId("guide-open").click();
    expect(await byId("guide").isVisible()).toBe(true);
  });

  it.each([
    ["a desk", wide],
    ["a phone", phone],
  ])("sends, taps, edits and sees edits on %s", async (_, viewport) => {
    await open(viewport);
    const { port } = served;
    await write(101, "Xin chào\n  hai khoảng trắng");
    await text(101, "Đã nhận: Xin chào").waitFor();
    expect(await text(101, "hai khoảng trắng").first().innerText()).toBe("Xin chào\n  hai khoảng trắng");
    expect(await chat(101).getByTestId("composer").inputValue()).toBe("");

    await chat(101).getByRole("button", { name: "Đã nhận" }).click();
    await text(101, "✓ Đã ghi nhận").waitFor();
    await chat(101).getByTestId("toasts").getByText("cảm ơn đồng chí").waitFor();
    expect(await chat(101).getByTestId("edited").count()).toBe(1);
    await chat(101).getByRole("button", { name: "Báo cáo" }).click();
    await byId("alert").getByText("Chưa tới kỳ báo cáo.").waitFor();
    await byId("alert-close").click();
    expect(port.taps).toEqual(["ack", "report"]);

    await chat(101).getByTestId("edit").click();
    await chat(101).getByTestId("composer").fill("Xin chào lại");
    await chat(101).getByTestId("send").click();
    await text(101, "Đã ghi lại: Xin chào lại").waitFor();
    expect((await port.chat(101))[0]).toMatchObject({ text: "Xin chào lại" });

    const progress = port.say(101, "Đang gửi: 1/12");
    await text(101, "1/12").waitFor();
    port.edit(101, progress.id, "Đang gửi: 12/12");
    await text(101, "12/12").waitFor();
    port.remove(101, progress.id);
    await text(101, "12/12").waitFor({ state: "detached" });
    const log = chat(101).getByTestId("log");
    await expect
      .poll(() => log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight))
      .toBeLessThan(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });

  it("lists the commands of the person and sends the chosen one", async () => {
    await open(wide);
    await chat(101).getByTestId("commands").click();
    await chat(101).locator("[data-command=broadcast]").click();
    await text(101, "Đã nhận: /broadcast").waitFor();
    const field = chat(201).getByTestId("composer");
    await field.pressSequentially("/re");
    await chat(201).locator("[data-command=report][aria-selected=true]").waitFor();
    expect(await chat(201).locator("[data-command]").count()).toBe(1);
    await field.press("Enter");
    await text(201, "Đã nhận: /report").waitFor();
    await field.pressSequentially("/ta");
    await chat(201).locator("[data-command=tasks]").waitFor();
    await field.press("Tab");
    expect(await field.inputValue()).toBe("/tasks ");
    await field.press("Control+a");
    await field.pressSequentially("/");
    await chat(201).locator("[data-command]").first().waitFor();
    await field.press("Escape");
    expect(await chat(201).getByTestId("command-menu").isVisible()).toBe(false);
  });

  it.each([
    ["a desk", wide],
    ["a phone", phone],
  ])("sends files and pictures, and offers what comes back on %s", async (_, viewport) => {
    await open(viewport);
    const files = chat(101).getByTestId("file-input");
    await files.setInputFiles({
      name: "Báo cáo quý I.docx",
      mimeType: "application/msword",
      buffer: Buffer.alloc(25_088, 65),
    });
    await chat(101).getByTestId("staged").getByText("Báo cáo quý I.docx").waitFor();
    await write(101, "xem giúp");
    const answer = chat(101).getByTestId("file").filter({ hasText: "tra-loi-" });
    await answer.waitFor();
    expect(await answer.innerText()).toContain("25 KB");
    const [download] = await Promise.all([page.waitForEvent("download"), answer.click()]);
    expect(download.suggestedFilename()).toBe("tra-loi-Báo cáo quý I.docx");
    await files.setInputFiles({ name: "ký.png", mimeType: "image/png", buffer: png });
    await chat(101).getByTestId("send").click();
    const picture = chat(101).getByTestId("photo").locator("img").last();
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1);
    await files.setInputFiles({ name: "rỗng.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) });
    await chat(101).getByTestId("toasts").getByText("Tệp này rỗng").waitFor();
  });

  it("takes a dropped file and the sample plan", async () => {
    await open(wide, true);
    await chat(201).getByTestId("composer").click();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["nội dung"], "thả.txt", { type: "text/plain" }));
      return data;
    });
    await chat(201).dispatchEvent("drop", { dataTransfer: transfer });
    await byId("sample-send").click();
    const staged = chat(201).getByTestId("staged").locator("li");
    await staged.nth(1).waitFor();
    expect(await staged.allInnerTexts()).toEqual([
      expect.stringContaining("thả.txt"),
      expect.stringContaining("Kế hoạch mẫu"),
    ]);
    await chat(201).getByTestId("send").click();
    await chat(201).getByTestId("file-name").filter({ hasText: "Kế hoạch mẫu 100-KH.txt" }).last().waitFor();
    expect(
      (await served.port.chat(201)).filter((one) => one.from === "person").map((one) => one.file?.name),
    ).toEqual(["thả.txt", "Kế hoạch mẫu 100-KH.txt"]);
  });

  it("moves the clock, shows that jobs run, counts what is unread, and comes back to real time", async () => {
    await open(wide);
    const { port } = served;
    await chat(201).getByTestId("close-chat").click();
    let go = (): void => {};
    port.gate = new Promise((resolve) => {
      go = resolve;
    });
    await byId("clock-morning").click();
    await byId("clock-working").getByText("Đang chạy các việc đến giờ").waitFor();
    expect(await byId("clock-plus-hour").isDisabled()).toBe(true);
    go();
    await byId("notices").getByText("Đã chuyển tới 07:30 thứ Ba 23/4/2024. Số tin mới: 1.").waitFor();
    expect(port.moves).toEqual(["2024-04-23T00:30:00.000Z"]);
    await byId("person-201").getByTestId("unread").getByText("1").waitFor();
    expect(await page.title()).toMatch(/^\(1\) /);
    await byId("person-201").click();
    await text(201, "Còn 3 ngày").waitFor();
    await byId("person-201").getByTestId("unread").waitFor({ state: "detached" });
    await byId("clock").click();
    await byId("clock-field").fill("2024-04-25T00:10");
    expect(await byId("clock-chosen").innerText()).toBe("00:10 thứ Năm 25/4/2024");
    await byId("clock-go").click();
    await byId("notices").getByText("00:10 thứ Năm 25/4/2024").waitFor();
    expect(port.moves.at(-1)).toBe("2024-04-24T17:10:00.000Z");
    await byId("clock-plus-hour").click();
    await expect.poll(() => port.moves.length).toBe(3);
    expect(port.moves.at(-1)).toMatch(/^2024-04-24T18:1/);
    await byId("clock-real").click();
    await byId("clock-real").waitFor({ state: "hidden" });
    expect(port.moves.at(-1)).toBeNull();
  });

  it("starts over after a question", async () => {
    await open(wide);
    await write(101, "một");
    await text(101, "Đã nhận: một").waitFor();
    await byId("restart").click();
    await byId("confirm-no").click();
    expect(served.port.restarts).toBe(0);
    await byId("restart").click();
    await byId("confirm-yes").click();
    await text(101, "một").first().waitFor({ state: "detached" });
    await byId("notices").getByText("Đã bắt đầu lại.").waitFor();
    served.port.say(101, "mới tinh");
    await text(101, "mới tinh").waitFor();
  });

  it("shows one chat at a time on a phone, with a switcher and the clock's panel", async () => {
    await open(phone, true);
    await byId("guide-done").click();
    const shown = async (): Promise<string[]> => {
      const result: string[] = [];
      for (const id of await openChats()) if (await chat(id).isVisible()) result.push(String(id));
      return result;
    };
    expect(await shown()).toEqual(["101"]);
    for (let turn = 1; turn <= 30; turn += 1) served.port.say(201, `tin ${turn}`);
    await byId("switch-201").getByTestId("unread").getByText("30").waitFor();
    await byId("switch-201").click();
    expect(await shown()).toEqual(["201"]);
    await text(201, "tin 30").waitFor();
    const log = chat(201).getByTestId("log");
    await expect
      .poll(() => log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight))
      .toBeLessThan(3);
    await byId("people-toggle").click();
    await byId("person-102").click();
    expect(await shown()).toEqual(["102"]);
    await byId("clock").click();
    await byId("clock-plus-hour").click();
    await expect.poll(() => served.port.moves.length).toBe(1);
    await byId("more").click();
    await byId("locale").click();
    await byId("switch-101").click();
    await chat(101).getByPlaceholder("Message").waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("leaves the reader where they read, and says that there is more", async () => {
    await open(wide);
    for (let turn = 1; turn <= 40; turn += 1) served.port.say(101, `tin ${turn}`);
    await text(101, "tin 40").waitFor();
    const log = chat(101).getByTestId("log");
    await log.evaluate((one) => one.scrollTo({ top: 100 }));
    await expect.poll(() => log.evaluate((one) => one.scrollTop)).toBe(100);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    served.port.say(101, "tin cuối");
    await chat(101).getByTestId("jump").click();
    expect(await log.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight)).toBeLessThan(3);
    expect(await chat(101).getByTestId("jump").isVisible()).toBe(false);
  });

  it("keeps the place of the keyboard when a message changes under it", async () => {
    await open(wide);
    const { port } = served;
    const buttons = (first: string) => [
      [
        { text: first, data: "x" },
        { text: "Hai", data: "y" },
      ],
    ];
    const message = port.say(101, "Chọn", buttons("Một"));
    await chat(101).getByRole("button", { name: "Hai" }).focus();
    await page.keyboard.press("Enter");
    port.edit(101, message.id, "Chọn lại", buttons("Ba"));
    await text(101, "Chọn lại").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Hai");
  });

  it("keeps the words when sending fails, and finds everything again after the server was away", async () => {
    await open(wide);
    await write(101, "/fail");
    await chat(101).getByTestId("toasts").getByText("Máy chủ gặp lỗi").waitFor();
    await expect.poll(() => chat(101).getByTestId("composer").inputValue()).toBe("/fail");
    await chat(101).getByTestId("composer").fill("chưa gửi");
    const { port } = new URL(address);
    await close();
    await byId("connection").getByText("Mất kết nối").waitFor();
    await chat(101).getByTestId("send").click();
    await chat(101).getByTestId("toasts").getByText("mất kết nối").waitFor();
    expect(await chat(101).getByTestId("composer").inputValue()).toBe("chưa gửi");
    served.port.say(101, "trong lúc vắng");
    ({ address, close } = await listen(served.app, Number(port)));
    await text(101, "trong lúc vắng").waitFor();
    await byId("connection").waitFor({ state: "hidden" });
    await page.reload();
    await expect.poll(() => chat(101).getByTestId("composer").inputValue()).toBe("chưa gửi");
  });

  it("shows markup as the text it is", async () => {
    await open(wide);
    const { port } = served;
    port.rename(201, hostileName);
    port.say(
      201,
      hostileText,
      [
        [{ text: `<img src=x onerror=window.hacked=1>`, data: "x" }],
        [
          { text: "xấu", url: "javascript:window.hacked=1" },
          { text: "tốt", url: "https://example.vn/" },
        ],
      ],
      port.store({ name: hostileFile, mime: "text/html", bytes: new Uint8Array(3) }),
    );
    await text(201, hostileText).waitFor();
    await chat(201).getByTestId("chat-name").getByText(hostileName).waitFor();
    await byId("person-201").getByText(hostileName).waitFor();
    expect(await chat(201).getByTestId("file-name").innerText()).toBe(hostileFile);
    await chat(201).getByRole("button", { name: "<img src=x" }).waitFor();
    expect(await chat(201).getByRole("button", { name: "xấu" }).isDisabled()).toBe(true);
    expect(await chat(201).getByRole("link", { name: "tốt" }).getAttribute("rel")).toBe(
      "noopener noreferrer",
    );
    await write(201, `<script>window.hacked=1</script> & "5" < 6`);
    await text(201, `Đã nhận: <script>window.hacked=1</script> & "5" < 6`).waitFor();
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    expect(await page.locator("main script, main b, main img").count()).toBe(0);
  });

  it("cuts a pasted text that is too long for one message", async () => {
    await open(wide);
    const paragraph = `${"chữ ".repeat(300).trim()}\n`;
    await write(101, paragraph.repeat(5));
    await expect
      .poll(async () => (await served.port.chat(101)).filter((one) => one.from === "person").length)
      .toBe(2);
    const sent = (await served.port.chat(101)).filter((one) => one.from === "person").map((one) => one.text);
    expect(sent.join("\n")).toBe(paragraph.repeat(5).trim());
  });
});
