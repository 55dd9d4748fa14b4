/** The signed page in a real browser with scripts turned off, as on an old phone: filled in bit by bit, and sent. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeReadingLink } from "../../src/cases/page/read-privately.ts";
import { makeWebLink, revokeLinks } from "../../src/cases/page/web-link.ts";
import { findWho } from "../../src/store/people/people.ts";
import { createWeb } from "../../src/web/server.ts";
import { allKinds, stageOf } from "../support/all-kinds.ts";
import { cast, type Role } from "../support/cast.ts";
import { signedPagesOf } from "../support/page.ts";
import type { World } from "../support/world.ts";
import { chromiumPath, complaints, launch } from "./browser.ts";
import { listen } from "./serve.ts";

const missing = chromiumPath === null && process.env.REQUIRE_ALL !== "1";
if (missing) console.warn("skipped: the signed page in a browser (chromium is not on the PATH)");
/** Pictures of the pages, for whoever wants to look: FORM_PICTURES=folder. */
const pictures = process.env.FORM_PICTURES;

describe.skipIf(missing)("the signed page without a script", { timeout: 60_000 }, () => {
  let world: World;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let heard: string[];
  let address = "";
  let close: () => Promise<void>;
  let obligationId = 0;

  beforeAll(async () => {
    const stage = await stageOf(allKinds);
    world = stage.world;
    obligationId = stage.owed[0]?.id ?? 0;
    const forms = signedPagesOf(world);
    const health = { problems: async () => [] };
    ({ address, close } = await listen(createWeb({ health, forms })));
    browser = await launch();
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    heard = complaints(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  async function link(role: Role = "bí thư A"): Promise<string> {
    const who = await findWho(world.database.db, "telegram", String(cast[role].id));
    const made = who && (await makeWebLink(world.cases, who, obligationId, null));
    if (!made || typeof made !== "object") throw new Error("no link");
    return `${address}/f/${made.token}`;
  }
  async function look(name: string): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }
  const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
  const field = (key: string) => page.locator(`#muc-${key}`);

  it("opens on a phone without sideways scrolling, in letters of 16 px and more", async () => {
    await page.goto(await link());
    await look("form-empty");
    const html = page.locator("html");
    expect(await html.getAttribute("lang")).toBe("vi");
    const box = await page.locator("main").boundingBox();
    expect(box?.width).toBeLessThanOrEqual(360);
    expect(await html.evaluate((node) => node.scrollWidth)).toBeLessThanOrEqual(360);
    const sizes = await page
      .locator("main *")
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => node.textContent?.trim())
          .map((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });

  it("gives every control a name that a screen reader says, and room for a thumb", async () => {
    const nameless = await page
      .locator("input:not([type=hidden]), textarea, select")
      .evaluateAll((nodes) =>
        (nodes as HTMLInputElement[])
          .filter((node) => (node.labels?.length ?? 0) === 0)
          .map((node) => node.name),
      );
    expect(nameless).toEqual([]);
    const low = await page
      .locator("button:not(.unseen), a.button, label.option, input[type=text], select")
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect().height).filter((one) => one < 44),
      );
    expect(low).toEqual([]);
  });

  it("keeps what is right of a part, and says at the question what is not", async () => {
    await page.getByLabel("Đơn vị họp ngày nào?").fill("12/4");
    await page.getByLabel("Số đảng viên được triệu tập?").fill("47");
    await page.getByLabel("Số đảng viên dự học?").fill("470");
    await field("hard").getByLabel("Có", { exact: true }).check();
    await press("Lưu lại");
    await look("form-wrong");
    expect(await page.getByRole("alert").textContent()).toContain("Dự học");
    expect(await field("present").locator(".wrong").textContent()).toContain("47");
    const wrong = page.getByLabel("Số đảng viên dự học?");
    expect(await wrong.inputValue()).toBe("470");
    expect(await wrong.getAttribute("aria-invalid")).toBe("true");
    const about = (await wrong.getAttribute("aria-describedby")) ?? "";
    expect(await page.locator(`#${about.split(" ").at(-1)}`).textContent()).toContain("47");
    expect(await page.locator("title").textContent()).toContain("Còn 1 mục");
  });

  it("comes back where it was left, with the question that an answer made relevant", async () => {
    await page.getByLabel("Số đảng viên dự học?").fill("45 đ/c");
    await press("Lưu lại");
    await look("form-saved");
    expect(await page.getByRole("status").textContent()).toContain("Đã lưu");
    const url = page.url().split("?")[0] ?? "";
    await page.goto("about:blank");
    await page.goto(url);
    expect(await page.getByLabel("Số đảng viên dự học?").inputValue()).toBe("45");
    expect(await page.getByLabel("Đơn vị họp ngày nào?").inputValue()).toBe("12/4/2024");
    expect(await field("hard").getByLabel("Có", { exact: true }).isChecked()).toBe(true);
    expect(await page.getByText("Tỷ lệ dự học").locator("..").textContent()).toContain("95,7%");
    expect(await field("hardship").count()).toBe(1);
  });

  it("is the same draft as in the chat; what was answered there is not undone by an old page", async () => {
    const { db } = world.database;
    const draft = await db.draft.findFirstOrThrow({ where: { obligationId } });
    const answers = draft.answers as Record<string, { value: unknown; at: string }>;
    const at = world.clock.now().toISOString();
    const data = { answers: { ...answers, called: { value: 48, at } }, revision: { increment: 1 } };
    await db.draft.update({ where: { id: draft.id }, data });
    await page.getByLabel("Kinh phí đã chi?").fill("1.234,5");
    await press("Lưu lại");
    expect(await page.getByLabel("Số đảng viên được triệu tập?").inputValue()).toBe("48");
    expect(await page.getByLabel("Kinh phí đã chi?").inputValue()).toBe("1.234,5");
  });

  it("takes a list row by row and pasted, a choice of the register, and files", async () => {
    await field("how").getByLabel("Trực tiếp").check();
    await field("means").getByLabel("Bản tin").check();
    await field("means").getByLabel("Sinh hoạt chi bộ").check();
    await page.getByLabel("Khó khăn là gì?").fill("Thiếu tài liệu.\nHọc buổi tối.");
    await page.getByLabel("Học cùng đơn vị nào?").selectOption({ label: "Đảng bộ Sở B" });
    await field("people").getByLabel("Họ và tên").first().fill("Phạm Văn An");
    await field("people").getByLabel("Năm sinh").first().fill("85");
    await field("people").getByText("Dán cả danh sách").click();
    await field("people").locator("textarea").fill("1. Lê Thị Bình, 1990, Phó phòng\n2. Vũ Cường, sáu mươi");
    await page.getByLabel("Bản có chữ ký").setInputFiles([
      { name: "ban-ky.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 signed") },
      { name: "la.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") },
    ]);
    await press("Lưu lại");
    await look("form-rows-wrong");
    const people = field("people");
    expect(await people.locator(".wrong").allTextContents()).toEqual([
      expect.stringContaining("Năm sinh"),
      expect.stringContaining("Dòng 2"),
    ]);
    expect(await field("signed").locator(".wrong").textContent()).toContain("la.exe");
    expect(await field("signed").locator(".files").textContent()).toContain("ban-ky.pdf");
    await people.getByLabel("Năm sinh").first().fill("1985");
    await people.locator("textarea").fill("Lê Thị Bình, 1990, Phó phòng");
    await press("Lưu lại");
    await look("form-rows");
    const names = people.locator(".row").getByLabel("Họ và tên");
    expect(await names.evaluateAll((all) => (all as HTMLInputElement[]).map((one) => one.value))).toEqual([
      "Phạm Văn An",
      "Lê Thị Bình",
      "",
    ]);
  });

  it("names what is missing, then shows everything once more, private answers too", async () => {
    await press("Xem lại và gửi ›");
    expect(await page.getByRole("alert").getByRole("link").allTextContents()).toEqual(["Phản ánh riêng"]);
    await page.getByRole("alert").getByRole("link").click();
    await page.getByLabel("Dư luận cần phản ánh riêng?").fill("Dư luận băn khoăn việc sáp nhập.");
    await press("Xem lại và gửi ›");
    await look("form-review");
    const all = (await page.locator("dl").textContent()) ?? "";
    for (const words of [
      "12/4/2024",
      "93,8%",
      "Bản tin; Sinh hoạt chi bộ",
      "Đảng bộ Sở B",
      "Phạm Văn An, 1985",
      "ban-ky.pdf",
      "sáp nhập",
    ])
      expect(all).toContain(words);
  });

  it("sends, and shows the receipt with the paper; sending again from an old page changes nothing", async () => {
    const before = page.url();
    await press("Gửi báo cáo");
    await look("form-receipt");
    expect(await page.getByRole("status").textContent()).toContain("Đã tiếp nhận báo cáo của Chi bộ Sở A");
    const report = await world.database.db.report.findFirstOrThrow({ include: { files: true } });
    expect(report).toMatchObject({ source: "web", version: 1, files: [{ field: "signed" }] });
    expect(await page.locator("main").textContent()).toContain(report.code);
    await page.goto(before);
    expect(await page.locator("main").textContent()).toContain(report.code);
  });

  it("is read by the board, private answers and all, on a phone and on a desk", async () => {
    world.webUrl = address;
    const staff = await findWho(world.database.db, "telegram", String(cast["chuyên viên"].id));
    const { id } = await world.database.db.report.findFirstOrThrow();
    for (const [width, height] of [
      [1200, 800],
      [360, 740],
    ] as const) {
      const made = staff && (await makeReadingLink(world.cases, staff, id, null));
      if (!made || typeof made !== "object") throw new Error("no link");
      await page.setViewportSize({ width, height });
      await page.goto(`${address}/f/${made.token}`);
      await look(`read-before-${width}`);
      expect(await page.locator("main").textContent()).not.toContain("sáp nhập");
      await press("Mở báo cáo");
      await look(`read-${width}`);
      const wide = await page.locator("html").evaluate((node) => node.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      expect(await page.locator("dd.private").allTextContents()).toEqual([
        "Dư luận băn khoăn việc sáp nhập.",
      ]);
      const [kept] = await Promise.all([page.waitForEvent("download"), press("Tải tệp ban-ky.pdf")]);
      expect(kept.suggestedFilename()).toBe("ban-ky.pdf");
      const low = await page
        .locator("button")
        .evaluateAll((nodes) =>
          nodes.map((node) => node.getBoundingClientRect().height).filter((one) => one < 44),
        );
      expect(low).toEqual([]);
      await press("Đọc xong, đóng trang");
      await look(`read-closed-${width}`);
      expect(await page.locator("main").textContent()).toContain("đã đóng");
    }
  });

  it("says clearly why a page is shut", async () => {
    const path = await link();
    await page.goto(`${path.slice(0, -2)}aa`);
    await look("shut-wrong");
    expect(await page.locator("main").textContent()).toContain("không đúng");
    world.clock.advance(7 * 86_400_000);
    await page.goto(path);
    await look("shut-over");
    expect(await page.locator("main").textContent()).toContain("hết hạn");
    const fresh = await link();
    const staff = await findWho(world.database.db, "telegram", String(cast["chuyên viên"].id));
    if (staff) await revokeLinks(world.cases, staff, obligationId, "all", null);
    await page.goto(fresh);
    expect(await page.locator("main").textContent()).toContain("thu hồi");
  });

  it("broke no rule of its policy all the while", () => {
    expect(heard).toEqual([]);
  });
});
