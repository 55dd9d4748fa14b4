/** Every word on the sandbox's page stands out from what lies under it, by day and by night, on a desk and a phone. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "./browser.ts";
import { faint } from "./looks.ts";
import { listen, mount } from "./serve.ts";

const missing = chromiumPath === null && process.env.REQUIRE_ALL !== "1";
if (missing) console.warn("skipped: the looks of the sandbox page (chromium is not on the PATH)");
const pictures = process.env.FORM_PICTURES;

describe.skipIf(missing)("the looks of the sandbox page", { timeout: 60_000 }, () => {
  let browser: Browser;
  let address = "";
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ address, close } = await listen(mount().app));
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await close?.();
  });

  it("would be told of words that are too faint", async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<body style="background:#fff"><p style="color:#767676">Rõ</p><p style="color:#777">Nhạt</p><p style="background:#000"><b style="opacity:.4;color:#fff">Mờ</b></p>',
    );
    expect((await faint(page)).map((one) => one.split(": ").at(-1))).toEqual(["Nhạt", "Mờ"]);
    await page.close();
  });

  it("is not misled by words that are still fading in, or pulsing for ever", async () => {
    const page = await browser.newPage();
    await page.setContent(
      `<style>@keyframes come { from { opacity: 0 } } @keyframes pulse { from, to { opacity: 0.1 } }
p { color: #000; animation: come 60s } .late { animation-delay: 60s; animation-fill-mode: backwards }
i { animation: pulse 1s infinite } b { transition: color 60s } .dark { color: #000 !important }</style>
<body style="background:#fff"><p>Đang hiện</p><p class="late">Hiện sau</p><p><i>Nhấp nháy</i></p><b style="color:#fff">Đổi màu</b>`,
    );
    await page.evaluate(() => {
      const fading = document.querySelector("b");
      // The first look fixes the colour that the change then starts from.
      if (fading) getComputedStyle(fading).getPropertyValue("color");
      fading?.classList.add("dark");
    });
    expect(await faint(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
    ["dark", 360],
  ] as const)("%s, %d px wide", async (colorScheme, width) => {
    const context = await browser.newContext({
      ...{ colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const byId = (id: string) => page.getByTestId(id);
    const looksWell = async (name: string) => {
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `sandbox-${colorScheme}-${width}-${name}.png`) });
      }
      expect(await faint(page), name).toEqual([]);
    };
    await page.goto(address);
    await byId("chat-101").waitFor();
    await looksWell("guide");
    await byId("guide-close").click();
    await byId("chat-101").getByTestId("composer").fill("Kính gửi đồng chí");
    await byId("chat-101").getByTestId("send").click();
    await byId("chat-101").getByTestId("text").filter({ hasText: "Kính gửi đồng chí" }).first().waitFor();
    await looksWell("chat");
    await byId("clock").click();
    await looksWell("clock");
    await page.keyboard.press("Escape");
    if (width < 720) await byId("people-toggle").click();
    await looksWell("people");
    await context.close();
  });
});
