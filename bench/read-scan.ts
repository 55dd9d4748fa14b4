/**
 * A scan read in its own process: seconds a page, start included, and how long the process that answers people is
 * held up meanwhile. The pages are full ones of A4 at 150 dots an inch, askew, with grain and a seal.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { readApart } from "../src/documents/read/apart.ts";
import { askew, drawSeal, pdfOf } from "../test/documents/scans/paper.ts";

const pages = 6;
const limits = { secondsAPage: 4, delayMs: 300 };

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
  context.font = "28px 'Liberation Serif', 'DejaVu Serif', serif";
  for (let at = 0; at < 36; at++) context.fillText(lines[at % lines.length] ?? "", 170, 160 + at * 42);
  drawSeal(context, [800, 1500]);
  return askew(canvas, number);
}

/** Seconds a page and the delay of the parent's event loop, which is idle but for the reading. */
export async function run(): Promise<object> {
  const one = pdfOf([fullPage(0)]);
  const many = pdfOf(Array.from({ length: pages }, (_, at) => fullPage(at)));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const seconds = async (bytes: Uint8Array) => {
    const start = performance.now();
    const { text } = await readApart(bytes, "scan.pdf");
    if (!text.includes("10/5/2024")) throw new Error("the scan was not read");
    return (performance.now() - start) / 1000;
  };
  const alone = await seconds(one);
  const together = await seconds(many);
  delay.disable();
  const round = (value: number) => Math.round(value * 100) / 100;
  const delayP95Ms = round(delay.percentile(95) / 1e6);
  const secondsAPage = round(together / pages);
  return {
    name: "read-scan",
    pages,
    secondsAPage,
    secondsForOnePageAlone: round(alone),
    secondsEachFurtherPage: round((together - alone) / (pages - 1)),
    delayP95Ms,
    delayMaxMs: round(delay.max / 1e6),
    limits,
    withinTarget: secondsAPage <= limits.secondsAPage && delayP95Ms <= limits.delayMs,
  };
}
