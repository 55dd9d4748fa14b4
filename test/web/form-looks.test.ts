/**
 * How the signed page looks, on an old phone and on a desk: with every kind of question, with mistakes, with a list of
 * eight people, with files. FORM_PICTURES=folder keeps pictures of it, for whoever wants to look.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWebLink, revokeLinks } from "../../src/cases/page/web-link.ts";
import type { Form } from "../../src/domain/form/form.ts";
import { findWho } from "../../src/store/people/people.ts";
import { createWeb } from "../../src/web/server.ts";
import { allKinds, stageOf } from "../support/all-kinds.ts";
import { cast, type Role } from "../support/cast.ts";
import { signedPagesOf } from "../support/page.ts";
import type { World } from "../support/world.ts";
import { chromiumPath, launch } from "./browser.ts";
import { faint, longestLine, tight } from "./looks.ts";
import { listen } from "./serve.ts";

const missing = chromiumPath === null && process.env.REQUIRE_ALL !== "1";
if (missing) console.warn("skipped: the looks of the signed page (chromium is not on the PATH)");
const pictures = process.env.FORM_PICTURES;

const form: Form = {
  ...allKinds,
  fields: allKinds.fields.map((field) => {
    if (field.key === "met")
      return {
        ...field,
        above: "PHẦN I. TỔ CHỨC HỌC TẬP\nSố liệu tính đến ngày báo cáo, kể cả đảng viên sinh hoạt tạm thời.",
      };
    if (field.key === "people")
      return { ...field, above: "PHẦN II. NHÂN SỰ", ...(field.kind === "group" && { max: 8 }) };
    return field;
  }),
};
const nominees = [
  "Phạm Văn An, 1985, Phó Trưởng phòng Tổ chức - Hành chính",
  "Lê Thị Bình, 1990, Phó phòng",
  "Vũ Cường, 1979, Chuyên viên chính Phòng Kế hoạch - Tài chính và Quản lý đầu tư",
  "Đặng Thị Dung, 1988",
  "Hoàng Minh Đức, 1992, Chuyên viên",
  "Bùi Thị Giang, 1983, Kế toán trưởng",
  "Ngô Văn Hải, 1981, Phó Chánh Văn phòng",
  "Nguyễn Thị Khánh Huyền, 1995, Chuyên viên",
];

describe.skipIf(missing)("the looks of the signed page", { timeout: 60_000 }, () => {
  let world: World;
  let browser: Browser;
  let address = "";
  let close: () => Promise<void>;
  let obligationId = 0;

  beforeAll(async () => {
    const stage = await stageOf(form);
    world = stage.world;
    obligationId = stage.owed[0]?.id ?? 0;
    const forms = signedPagesOf(world);
    ({ address, close } = await listen(createWeb({ health: { problems: async () => [] }, forms })));
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  const who = async (role: Role) => {
    const found = await findWho(world.database.db, "telegram", String(cast[role].id));
    if (!found) throw new Error(`${role} is unknown`);
    return found;
  };
  async function link(): Promise<string> {
    const made = await makeWebLink(world.cases, await who("bí thư A"), obligationId, null);
    if (typeof made !== "object") throw new Error("no link");
    return `${address}/f/${made.token}`;
  }

  describe.each([
    ["a phone", 360],
    ["a desk", 1280],
  ])("on %s", (_, width) => {
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      const colorScheme = width > 1000 ? "dark" : "light";
      context = await browser.newContext({
        javaScriptEnabled: false,
        locale: "vi-VN",
        colorScheme,
        viewport: { width, height: 740 },
      });
      page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await world.database.db.draft.deleteMany();
      await world.database.db.reportFile.deleteMany();
      await world.database.db.report.deleteMany();
    });
    afterAll(async () => {
      await context?.close();
    });

    async function looksWell(name: string): Promise<void> {
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${width}-${name}.png`), fullPage: true });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
        width,
      );
      expect({ faint: await faint(page), tight: await tight(page) }, name).toEqual({ faint: [], tight: [] });
      expect(await longestLine(page), name).toBeLessThanOrEqual(75);
    }
    const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
    const field = (key: string) => page.locator(`#muc-${key}`);

    it("is legible, roomy and not stretched: empty, with mistakes, saved", async () => {
      await page.goto(await link());
      await looksWell("1-empty");
      await page.getByLabel("Đơn vị họp ngày nào?").fill("hôm nào đó");
      await page.getByLabel("Số đảng viên được triệu tập?").fill("47");
      await page.getByLabel("Số đảng viên dự học?").fill("470");
      await page.getByLabel("Kinh phí đã chi?").fill("1.234,5");
      await field("how").getByLabel("Trực tiếp").check();
      await field("means").getByLabel("Bản tin").check();
      await field("hard").getByLabel("Có", { exact: true }).check();
      await page.getByLabel("Học cùng đơn vị nào?").selectOption("Đảng bộ Sở B");
      await page.locator("summary").click();
      await field("people")
        .locator("textarea")
        .fill([...nominees.slice(0, 7), "Nguyễn Thị Khánh Huyền, 19xx"].join("\n"));
      await page.getByLabel("Dư luận cần phản ánh riêng?").fill("Dư luận băn khoăn việc sáp nhập.");
      await page.getByLabel("Bản có chữ ký").setInputFiles([
        { name: "ban-ky.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 signed") },
        {
          name: "phan-mem-rat-la-ten-dai-khong-co-dau-cach.exe",
          mimeType: "application/octet-stream",
          buffer: Buffer.from("MZ"),
        },
      ]);
      await press("Lưu lại");
      await looksWell("2-wrong");
      await page.getByLabel("Đơn vị họp ngày nào?").fill("12/4");
      await page.getByLabel("Số đảng viên dự học?").fill("45");
      await field("people").locator("textarea").fill(nominees.join("\n"));
      await page.getByLabel("Khó khăn là gì?").fill("Thiếu tài liệu.");
      await press("Lưu lại");
      await looksWell("3-saved");
    });

    it("so are the review and the receipt", async () => {
      await press("Xem lại và gửi ›");
      await looksWell("4-review");
      expect(await page.locator("dd ol li").count()).toBe(8);
      await press("Gửi báo cáo");
      await looksWell("5-receipt");
      expect(await page.locator("dl").textContent()).toContain("95,7%");
      expect(await page.locator("dl").textContent()).not.toContain("chưa trả lời");
    });

    it("so are the pages that are shut", async () => {
      const path = await link();
      await page.goto(`${path.slice(0, -2)}aa`);
      await looksWell("6-unknown");
      await revokeLinks(world.cases, await who("chuyên viên"), obligationId, "all", null);
      await page.goto(path);
      await looksWell("7-revoked");
      const over = await link();
      world.clock.advance(7 * 86_400_000);
      await page.goto(over);
      await looksWell("8-over");
      world.clock.advance(-7 * 86_400_000);
    });
  });
});
