/**
 * A scan read in its own process: seconds a page, start included, and how long somebody else waits for an answer of
 * the whole bot (messenger in memory, embedded database) meanwhile, beside the same with nothing being read. The pages
 * are full ones of A4 at 150 dots an inch, askew, with grain and a seal.
 */

import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { readInProcess } from "../src/documents/read/reader-process.ts";
import { askew, drawSeal, pdfOf } from "../test/documents/scans/paper.ts";
import { cast, seedCast } from "../test/support/cast.ts";
import { createWorld, type World } from "../test/support/world.ts";

const pages = 6;
const limits = { secondsAPage: 4, answerMs: 300 };

const lines = [
  "Thực hiện Kế hoạch số 165-KH/TU, ngày 19/02/2024 của Ban Thường vụ Tỉnh ủy",
  "về học tập chuyên đề năm 2024; Hướng dẫn số 31-HD/BTGTU, ngày 26/02/2024",
  "của Ban Tuyên giáo Tỉnh ủy, Ban Thường vụ Đảng ủy Khối xây dựng Kế hoạch",
  "thực hiện; các chi bộ báo cáo kết quả học tập trước ngày 10/5/2024 như sau:",
];

function fullPage(number: number): Canvas {
  const canvas = createCanvas(1241, 1754);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "black";
  context.font = "28px 'DejaVu Serif', serif";
  for (let at = 0; at < 36; at++) context.fillText(lines[at % lines.length] ?? "", 170, 160 + at * 42);
  drawSeal(context, [800, 1500]);
  return askew(canvas, number);
}

/** A secretary asks what is owed, again and again; milliseconds from each question to the end of its answer. */
async function askUntil(world: World, stopped: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!stopped()) {
    const start = performance.now();
    world.api.sendText(cast["bí thư A"].id, "/tasks");
    await world.api.idle();
    times.push(performance.now() - start);
    await wait(100);
  }
  return times.sort((a, b) => a - b);
}

/** Seconds a page, what those who ask meanwhile wait, and the delay of the event loop that answers them. */
export async function run(): Promise<object> {
  const one = pdfOf([fullPage(0)]);
  const many = pdfOf(Array.from({ length: pages }, (_, at) => fullPage(at)));
  const world = await createWorld();
  await seedCast(world);
  let quiet = true;
  const before = askUntil(world, () => !quiet);
  await wait(5_000);
  quiet = false;
  const unread = await before;
  let reading = true;
  const asked = askUntil(world, () => !reading);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const seconds = async (bytes: Uint8Array) => {
    const start = performance.now();
    const { text } = await readInProcess(bytes, "scan.pdf");
    if (!text.includes("10/5/2024")) throw new Error("the scan was not read");
    return (performance.now() - start) / 1000;
  };
  const alone = await seconds(one);
  const together = await seconds(many);
  delay.disable();
  reading = false;
  const waited = await asked;
  const round = (value: number) => Math.round(value * 100) / 100;
  const at = (times: number[], part: number) => round(times[Math.floor((times.length - 1) * part)] ?? 0);
  const answerMs = {
    questions: waited.length,
    p50: at(waited, 0.5),
    p95: at(waited, 0.95),
    max: at(waited, 1),
  };
  const secondsAPage = round(together / pages);
  return {
    name: "read-scan",
    pages,
    secondsAPage,
    secondsForOnePageAlone: round(alone),
    secondsEachFurtherPage: round((together - alone) / (pages - 1)),
    answerMs,
    answerMsWithNothingRead: { p50: at(unread, 0.5), p95: at(unread, 0.95), max: at(unread, 1) },
    loopDelayMaxMs: round(delay.max / 1e6),
    limits,
    withinTarget: secondsAPage <= limits.secondsAPage && answerMs.max <= limits.answerMs,
  };
}
