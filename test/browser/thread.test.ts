/**
 * The whole thread of work in the sandbox, the real process and a real browser: a plan goes out, reminders come,
 * reports come back, the board sees the sum; in between the process dies, somebody new is let in, and at the end
 * everything begins anew. The steps build upon each other.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { demoPeople, demoUnits } from "../../src/demo/people.ts";
import { chromiumPath, complaints, launch } from "../web/browser.ts";
import { chatOf, type Player, player, type Sandbox, startSandbox } from "./sandbox.ts";

const missing = chromiumPath === null && process.env.REQUIRE_ALL !== "1";
if (missing) console.warn("skipped: the whole thread in a browser (chromium is not on the PATH)");

const STAFF = 1001;
const STRANGER = 1003;
const [FIRST, SECOND, THIRD, FOURTH] = [2001, 2002, 2003, 2004] as const;
const secretaries = demoUnits.flatMap(({ secretary }) => (secretary ? [secretary.id] : []));
const without = (...ids: number[]) => secretaries.filter((id) => !ids.includes(id));

describe.skipIf(missing)("the thread in the sandbox", { timeout: 60_000 }, () => {
  let folder: string;
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;
  let desk: Player;
  let heard: string[];
  let broken = false;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dondoc-thread-"));
    [sandbox, browser] = await Promise.all([startSandbox(folder), launch()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(30_000);
    heard = complaints(page);
    await page.goto(sandbox.address);
    desk = player(page);
    await desk.byId("guide-close").click();
    await desk.open(STAFF);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.run.kill();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach((context) => {
    if (broken) context.skip("an earlier step has failed");
    onTestFailed(() => {
      broken = true;
      console.error(sandbox.run.err().slice(-3_000));
    });
  });

  /** Whose chat holds a message of the bot that begins so. */
  async function told(words: string): Promise<number[]> {
    const found = await Promise.all(
      demoPeople.map(async ({ id }) => {
        const messages = await chatOf(sandbox.address, id);
        return messages.some(({ from, text }) => from === "bot" && text.startsWith(words)) ? [id] : [];
      }),
    );
    return found.flat();
  }

  it("staff read the plan, look at a milestone, preview and send", async () => {
    await desk.write(STAFF, "/broadcast");
    await desk.sees(STAFF, "Đồng chí gửi tệp kế hoạch");
    await desk.sendSample(STAFF);
    await desk.sees(STAFF, /Bản đang soạn: Kế hoạch 100-KH\/ĐU[\s\S]*Gửi tới: 12 đơn vị/);
    await desk.tap(STAFF, "Mốc 3");
    await desk.sees(STAFF, /Mốc của 100-KH\/ĐU[\s\S]*Chậm nhất 23:59 thứ Tư, 24\/4\/2024/);
    await desk.tap(STAFF, "Hết 25/4/2024");
    await desk.sees(STAFF, "Chậm nhất 23:59 thứ Năm, 25/4/2024");
    await desk.tap(STAFF, "Hết 24/4/2024");
    await desk.sees(STAFF, /Mốc của[\s\S]*Chậm nhất 23:59 thứ Tư, 24\/4\/2024/);
    await desk.tap(STAFF, "‹ Trở lại");
    await desk.tap(STAFF, "Xem trước, gửi ›");
    await desk.sees(
      STAFF,
      /12 đơn vị; 11 đơn vị nhận được qua bot[\s\S]*Chi bộ Bảo tàng tỉnh: chưa có ai đăng ký/,
    );
    await desk.tap(STAFF, "Gửi ngay tới 11 đơn vị");
    await desk.sees(STAFF, "Đã gửi xong Kế hoạch 100-KH/ĐU: 11/12 đơn vị nhận được.");
    expect(await told("📄 Kế hoạch 100-KH/ĐU – báo cáo trước ngày 25/4/2024")).toEqual(
      expect.arrayContaining(secretaries),
    );
  });

  it("a secretary acknowledges and takes the calendar file", async () => {
    await desk.open(FIRST);
    await desk.sees(FIRST, "Kính gửi đồng chí Bí thư Chi bộ Sở Nông nghiệp và Môi trường:");
    await desk.tap(FIRST, "Đã nhận");
    await desk.tap(FIRST, "✓ Đã nhận 15/4/2024");
    await desk.tap(FIRST, "Lịch");
    const card = desk.chat(FIRST).getByTestId("file").filter({ hasText: ".ics" });
    const [download] = await Promise.all([page.waitForEvent("download"), card.click()]);
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    const [report] = eventsIn(await readFile(await download.path(), "utf8")).filter(({ SUMMARY }) =>
      SUMMARY?.startsWith("Hạn báo cáo"),
    );
    expect(report).toMatchObject({
      SUMMARY: "Hạn báo cáo Kế hoạch 100-KH/ĐU",
      "DTSTART;VALUE=DATE": "20240424",
      "DTEND;VALUE=DATE": "20240425",
    });
  });

  it("the secretary reports question by question, with a file, and gets the receipt", async () => {
    await desk.tap(FIRST, "Báo cáo");
    await desk.sees(FIRST, /Câu 1\/9[\s\S]*vào ngày nào/);
    await desk.tap(FIRST, "Hôm nay");
    await desk.sees(FIRST, /Câu 2\/9[\s\S]*Ngày học tập: 15\/4\/2024/);
    await desk.tap(FIRST, "Trực tiếp");
    for (const [question, answer] of [
      ["Câu 3/9", "47"],
      ["Câu 4/9", "45"],
      ["Câu 5/9", "45 đ/c"],
      ["Câu 6/9", "Chi bộ đã tổ chức học tập nghiêm túc, 45/47 đảng viên dự."],
    ] as const) {
      await desk.sees(FIRST, question);
      await desk.write(FIRST, answer);
    }
    await desk.sees(FIRST, "Câu 7/9");
    await desk.tap(FIRST, "Bỏ qua");
    await desk.sees(FIRST, "Câu 8/9");
    await desk.write(FIRST, "Đề nghị cấp thêm tài liệu");
    await desk.sees(FIRST, "Câu 9/9");
    await desk.sendFile(FIRST, "bản ký.pdf", "application/pdf", Buffer.from("%PDF-1.4\n%%EOF\n"));
    await desk.sees(FIRST, "Đang ghi: 1 tệp");
    await desk.tap(FIRST, "Xong mục này ›");
    await desk.sees(FIRST, /Xem lại báo cáo[\s\S]*4\. Dự học: 45[\s\S]*9\. Bản có chữ ký: 1 tệp/);
    await desk.tap(FIRST, "Gửi báo cáo");
    await desk.sees(FIRST, /Đã tiếp nhận báo cáo[\s\S]*15\/4\/2024: đúng hạn[\s\S]*Mã tra cứu: 100-001-1/);
    await desk.sees(
      STAFF,
      /1 báo cáo mới[\s\S]*1\/12[\s\S]*Chi bộ Sở Nông nghiệp và Môi trường \(đúng hạn\)/,
    );
  });

  it("the day before, only those who owe are reminded", async () => {
    await desk.moveClock("2024-04-23T07:30", "07:30 thứ Ba 23/4/2024");
    expect(await told("🔔 Còn 1 ngày: báo cáo Kế hoạch 100-KH/ĐU")).toEqual(without(FIRST));
  });

  it("the process is killed in the middle of a report; the page recovers and the report goes on", async () => {
    await desk.open(SECOND);
    await desk.tap(SECOND, "Báo cáo");
    await desk.sees(SECOND, "Câu 1/9");
    await desk.write(SECOND, "19/4");
    await desk.sees(SECOND, "Câu 2/9");
    await desk.tap(SECOND, "Trực tuyến");
    await desk.sees(SECOND, "Câu 3/9");
    await sandbox.run.kill();
    await desk.byId("connection").getByText("Mất kết nối").waitFor();
    await desk.chat(SECOND).getByTestId("composer").fill("30");
    await sandbox.again();
    await desk.byId("connection").waitFor({ state: "hidden" });
    await desk.chat(SECOND).getByTestId("send").click();
    await desk.sees(SECOND, /Câu 4\/9[\s\S]*Triệu tập: 30/);
    await desk.write(SECOND, "31");
    await desk.sees(SECOND, "không thể nhiều hơn");
    await desk.write(SECOND, "29");
    await desk.sees(SECOND, "Câu 5/9");
    await desk.write(SECOND, "29");
    await desk.sees(SECOND, "Câu 6/9");
    await desk.write(SECOND, "Đã quán triệt toàn bộ nội dung.");
    await desk.sees(SECOND, "Câu 7/9");
    await desk.tap(SECOND, "Xem lại ›");
    await desk.sees(
      SECOND,
      /Xem lại báo cáo[\s\S]*1\. Ngày học tập: 19\/4\/2024[\s\S]*2\. Hình thức: Trực tuyến/,
    );
    await desk.tap(SECOND, "Gửi báo cáo");
    await desk.sees(SECOND, /Đã tiếp nhận báo cáo[\s\S]*Mã tra cứu: 100-002-1/);
    await desk.sees(STAFF, /2\/12[\s\S]*Chi bộ Sở Tư pháp \(đúng hạn\)/);
  });

  it("on the day, the reminder offers a nil report", async () => {
    await desk.close(SECOND);
    await desk.open(THIRD);
    await desk.moveClock("2024-04-24T07:30", "07:30 thứ Tư 24/4/2024");
    await desk.sees(THIRD, "⏰ Hôm nay, thứ Tư, 24/4/2024, đến hạn");
    expect(await told("⏰ Hôm nay, thứ Tư, 24/4/2024, đến hạn")).toEqual(without(FIRST, SECOND));
    await desk.tap(THIRD, "Không phát sinh");
    await desk.sees(THIRD, "Báo cáo: KHÔNG PHÁT SINH");
    await desk.tap(THIRD, "Gửi: không phát sinh");
    await desk.sees(THIRD, /Đã tiếp nhận báo cáo[\s\S]*24\/4\/2024: đúng hạn/);
    await desk.close(THIRD);
  });

  it("the day after, the late ones are asked once more, and staff see the sum", async () => {
    await desk.moveClock("2024-04-25T07:30", "07:30 thứ Năm 25/4/2024");
    expect(await told("Chưa nhận được báo cáo Kế hoạch 100-KH/ĐU")).toEqual(without(FIRST, SECOND, THIRD));
    await desk.write(STAFF, "/status 100");
    const status = await desk.sees(STAFF, /📊 Kế hoạch 100-KH\/ĐU[\s\S]*Đã hoàn thành:/);
    expect(await status.innerText()).toMatch(
      /Đến 07:30 thứ Năm, 25\/4\/2024[\s\S]*Đã hoàn thành: 3\/12 \(25,0%\)\n• đúng hạn: 3\n• quá hạn: 0\nChưa hoàn thành: 9\n• trong hạn: 0\n• quá hạn: 9/,
    );
    await desk.tap(STAFF, "Chưa hoàn thành, quá hạn (9)");
    await desk.sees(STAFF, /Chưa hoàn thành, quá hạn \(9\)[\s\S]*Chi bộ Bảo tàng tỉnh/);
  });

  it("somebody new types a code and is let in by staff", async () => {
    await desk.open(STRANGER);
    await desk.write(STAFF, "/invite");
    await desk.tap(STAFF, "○ 007 Chi bộ Bảo tàng tỉnh");
    await desk.tap(STAFF, "Bí thư");
    const invitation = await desk.sees(STAFF, "Mã mời người đứng đầu, Chi bộ Bảo tàng tỉnh");
    const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(await invitation.innerText())?.[0] ?? "";
    await desk.chat(STAFF).getByTestId("photo").locator("img").waitFor();
    await desk.write(STRANGER, code.toLowerCase());
    await desk.sees(STRANGER, "Đã nhận mã cho Chi bộ Bảo tàng tỉnh");
    await desk.sees(STAFF, "Đỗ Minh Quân xin dùng bot");
    await desk.tap(STAFF, "Đúng người, xác nhận");
    await desk.sees(STRANGER, "Ban đã xác nhận: Bí thư Chi bộ Bảo tàng tỉnh");
    await desk.chat(STRANGER).getByText("Bí thư · Chi bộ Bảo tàng tỉnh").waitFor();
    await desk.write(STRANGER, "/tasks");
    await desk.sees(STRANGER, /Việc cần báo cáo: 1[\s\S]*100-KH\/ĐU/);
  });

  it("no column is ever scrolled out of its frame by what stands in it", async () => {
    const hidden = await page
      .locator("section.column")
      .evaluateAll(
        (all) => all.filter((one) => one.scrollHeight > one.clientHeight || one.scrollTop > 0).length,
      );
    expect(hidden).toBe(0);
  });

  it("on a phone a secretary answers with the thumb", async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const screen = await context.newPage();
    screen.setDefaultTimeout(30_000);
    const complained = complaints(screen);
    await screen.goto(sandbox.address);
    const phone = player(screen);
    await phone.byId("guide-done").tap();
    await phone.open(FOURTH);
    await phone.sees(FOURTH, "Chưa nhận được báo cáo");
    await phone.chat(FOURTH).getByTestId("buttons").getByRole("button", { name: "Báo cáo" }).last().tap();
    await phone.sees(FOURTH, "Câu 1/9");
    await phone.chat(FOURTH).getByRole("button", { name: "Hôm qua" }).tap();
    const next = await phone.sees(FOURTH, /Câu 2\/9[\s\S]*Ngày học tập: 24\/4\/2024/);
    await expect.poll(() => next.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThan(361);
    expect(await screen.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(complained).toEqual([]);
    await context.close();
  });

  it("begins anew when asked to", async () => {
    await desk.byId("restart").click();
    await desk.byId("confirm-yes").click();
    await desk.byId("notices").getByText("Đã bắt đầu lại.").waitFor();
    await desk.said(STAFF, "Đã gửi xong").waitFor({ state: "detached" });
    await desk.chat(STRANGER).getByText("Người chưa ghi danh").waitFor();
    expect(await desk.byId("clock").innerText()).toMatch(/08:0\d\s*thứ Hai 15\/4\/2024/);
    await desk.write(STAFF, "/plans");
    await desk.sees(STAFF, "Chưa có kế hoạch nào");
    expect(await told("📄")).toEqual([]);
    sandbox.run.signal("SIGTERM");
    expect(await sandbox.run.ended).toEqual({ code: 0, signal: null });
    expect(sandbox.run.errors()).toEqual([]);
    expect(heard).toEqual([]);
  });
});

/** The events of a calendar file, each as its unfolded lines by name; refuses what is no calendar. */
function eventsIn(ics: string): Record<string, string>[] {
  const lines = ics.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(lines.at(-2)).toBe("END:VCALENDAR");
  return ics
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((event) => {
      const own = event.slice(0, event.search(/^(BEGIN:VALARM|END:VEVENT)/m)).trim();
      return Object.fromEntries(own.split("\r\n").map((line) => line.split(/:(.*)/s, 2)));
    });
}
