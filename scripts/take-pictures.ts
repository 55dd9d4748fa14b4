/**
 * Takes the README's pictures, docs/pictures/*.png, by playing the sandbox in Chromium from an empty folder: they
 * show what a newcomer sees today.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { demoStaff, demoUnits } from "../src/demo/people.ts";
import { type Player, player, startSandbox } from "../test/browser/sandbox.ts";
import { launch } from "../test/web/browser.ts";
import { lightenPng } from "./lighten-png.ts";

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
/** The README is read on telephones too. */
const MAX_BYTES = 200 * 1024;

const STAFF = demoStaff.id;
const secretaries = demoUnits.flatMap(({ secretary }) => (secretary ? [secretary.id] : []));
const [FIRST = 0, SECOND = 0, THIRD = 0, FOURTH = 0, FIFTH = 0] = secretaries;

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

async function open(browser: Browser, address: string, like: BrowserContextOptions): Promise<[Page, Player]> {
  const page = await (await browser.newContext({ colorScheme: "light", ...like })).newPage();
  await page.goto(address);
  const small = like.isMobile ?? false;
  await page.getByTestId(small ? "guide-done" : "guide-close").click();
  return [page, player(page)];
}

async function announce(board: Player): Promise<void> {
  await board.write(STAFF, "/broadcast");
  await board.sees(STAFF, "Đồng chí gửi tệp kế hoạch");
  await board.sendSample(STAFF);
  await board.sees(STAFF, /Bản đang soạn/);
  await board.tap(STAFF, "Xem trước, gửi ›");
  await board.sees(STAFF, "nhận được qua bot");
  await board.tap(STAFF, /^Gửi ngay tới/);
  await board.sees(STAFF, "Đã gửi xong");
}

/** Answers given one after the other; a word in brackets is a button. */
async function answer(player: Player, person: number, answers: readonly string[], from = 1): Promise<void> {
  for (const [index, words] of answers.entries()) {
    await player.sees(person, `Câu ${from + index}/9`);
    if (words.startsWith("[")) await player.tap(person, words.slice(1, -1));
    else await player.write(person, words);
  }
}

async function report(player: Player, person: number, answers: readonly string[]): Promise<void> {
  await player.open(person);
  await player.tap(person, "Báo cáo");
  await answer(player, person, answers);
  await player.sees(person, `Câu ${answers.length + 1}/9`);
  await player.tap(person, "Xem lại ›");
  await player.tap(person, "Gửi báo cáo");
  await player.sees(person, "Đã tiếp nhận báo cáo");
}

/** Takes it when nothing moves any more: notices gone, the newest message in view, letters and pictures there. */
async function take(name: string, page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll(".notice").length === 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const log of document.querySelectorAll(".log")) log.scrollTop = log.scrollHeight;
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.mouse.move(0, 0);
  const png = lightenPng(await page.screenshot({ animations: "disabled" }));
  if (png.length > MAX_BYTES) throw new Error(`${name}.png is too heavy: ${png.length} bytes`);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png ${Math.round(png.length / 1024)} KB`);
}

async function playAndTake(browser: Browser, address: string): Promise<void> {
  const [page, board] = await open(browser, address, desk);
  await board.open(STAFF);
  for (const { id } of [demoStaff, ...demoUnits.flatMap((unit) => unit.secretary ?? [])])
    if (id !== STAFF && (await board.chat(id).count()) > 0) await board.close(id);
  await announce(board);
  await board.open(FIRST);
  await board.open(SECOND);
  await board.tap(FIRST, "Đã nhận");
  await board.tap(SECOND, "Đã nhận");
  await board.sees(SECOND, "✓ Đã nhận");
  await board.moveClock("2024-04-19T14:20", "14:20 thứ Sáu 19/4/2024");
  const results = "Học tập nghiêm túc, 45/47 đảng viên dự.";
  await report(board, FIRST, ["[Hôm nay]", "[Trực tiếp]", "47", "45", "45", results]);
  await board.sees(STAFF, "1 báo cáo mới");
  await board.tap(SECOND, "Báo cáo");
  await answer(board, SECOND, ["[Hôm nay]", "[Trực tiếp]"]);
  await board.sees(SECOND, "Câu 3/9");
  await take("page", page);

  const [screen, hand] = await open(browser, address, phone);
  await hand.open(THIRD);
  await hand.tap(THIRD, "Đã nhận");
  await hand.tap(THIRD, "Báo cáo");
  await answer(hand, THIRD, ["[Hôm nay]"]);
  await hand.sees(THIRD, "Câu 2/9");
  await take("question", screen);

  await board.moveClock("2024-04-23T07:30", "07:30 thứ Ba 23/4/2024");
  await board.moveClock("2024-04-24T07:30", "07:30 thứ Tư 24/4/2024");
  await hand.open(FOURTH);
  await hand.sees(FOURTH, "⏰ Hôm nay");
  await take("reminder", screen);

  for (const [person, called] of [
    [FOURTH, 31],
    [FIFTH, 58],
  ] as const)
    await report(board, person, [
      "22/4",
      "[Trực tiếp]",
      `${called}`,
      `${called - 2}`,
      `${called - 2}`,
      results,
    ]);
  await board.moveClock("2024-04-25T08:00", "08:00 thứ Năm 25/4/2024");
  await hand.open(STAFF);
  await hand.write(STAFF, "/status 100");
  await hand.sees(STAFF, "📊 Kế hoạch 100-KH/ĐU");
  await take("status", screen);
}

mkdirSync(folder, { recursive: true });
const data = await mkdtemp(join(tmpdir(), "dondoc-pictures-"));
const sandbox = await startSandbox(data);
const browser = await launch();
try {
  await playAndTake(browser, sandbox.address);
} finally {
  await browser.close();
  await sandbox.run.kill();
  await rm(data, { recursive: true, force: true });
}
