/** Reading in a process of its own: what ends it, what it reports, and that nothing of it is left. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { afterEach, expect, test, vi } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { readInProcess, readPagesInProcess } from "../../src/documents/read/reader-process.ts";
import { makePdf } from "./pdf-by-hand.ts";
import { makePlanDocx } from "./plan-docx.ts";
import { problemOf } from "./problems.ts";
import { pdfOf } from "./scans/paper.ts";

const children = () => process.getActiveResourcesInfo().filter((one) => one === "ProcessWrap").length;

/** A process that has ended is taken off the list a moment later. */
const expectNobody = () => vi.waitFor(() => expect(children()).toBe(0), { timeout: 500, interval: 5 });

afterEach(expectNobody);
vi.setConfig({ testTimeout: 90_000 });

/** A sheet of 75 dots an inch with a few words on it. */
function sheet(...lines: string[]): Canvas {
  const canvas = createCanvas(620, 877);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "black";
  context.font = "26px 'Liberation Serif', 'DejaVu Serif', serif";
  for (const [at, line] of lines.entries()) context.fillText(line, 60, 200 + 60 * at);
  return canvas;
}

const plan = ["KẾ HOẠCH", "Các chi bộ báo cáo kết quả", "trước ngày 25/4/2024"];

test("a document with text is read as it would be here, and has no progress", async () => {
  const bytes = await makePlanDocx();
  const { text } = await readDocument(bytes, "ke-hoach.docx");
  const progress: number[] = [];
  const found = await readInProcess(bytes, "ke-hoach.docx", { onProgress: (done) => progress.push(done) });
  expect(found).toMatchObject({ kind: "docx", text, source: "text", unread: [], paper: null });
  expect(progress).toEqual([]);
});

test("problems come over with their code and words, and why for the log", async () => {
  const broken = Buffer.from("%PDF-1.7\n1 0 obj << /Type", "latin1");
  const error = await readInProcess(broken, "hong.pdf").catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "Problem", code: "file-broken", vars: { name: "hong.pdf" } });
  expect(error).toHaveProperty("cause", expect.stringContaining("Error"));
  expect(await problemOf(readInProcess(new Uint8Array(), "trong.pdf"))).toMatchObject({ code: "file-empty" });
});

test("photos of pages are the pages of one document, in their order", async () => {
  const found = await readPagesInProcess([
    { bytes: sheet(...plan).toBuffer("image/jpeg", 90), name: "1.jpg" },
    { bytes: sheet("và gửi danh sách đảng viên").toBuffer("image/webp", 90), name: "2.webp" },
  ]);
  expect(found).toMatchObject({ kind: "image", pages: 2, source: "scan", unread: [] });
  expect(found.text).toMatch(/báo cáo kết quả.*trước ngày 25\/4\/2024\s+và gửi danh sách/su);

  // What units get in their place: one .pdf, its pages in order.
  const paper = await readInProcess(found.paper ?? new Uint8Array(), "van-ban.pdf");
  expect(paper).toMatchObject({ kind: "pdf", pages: 2, source: "scan", unread: [], paper: null });
  expect(paper.text).toMatch(/báo cáo kết quả.*trước ngày 25\/4\/2024\s+và gửi danh sách/su);
});

test("a page laid on its side or on its head is turned", async () => {
  for (const quarters of [1, 2, 3]) {
    const upright = sheet(...plan, "và gửi danh sách đảng viên về Ban Tổ chức", ...plan);
    const turned = quarters === 2 ? createCanvas(620, 877) : createCanvas(877, 620);
    const context = turned.getContext("2d");
    context.translate(turned.width / 2, turned.height / 2);
    context.rotate((quarters * Math.PI) / 2);
    context.drawImage(upright, -310, -438.5);
    const { text, paper } = await readInProcess(turned.toBuffer("image/png"), "nghieng.png");
    expect(text).toContain("trước ngày 25/4/2024");
    expect(Buffer.from(paper ?? []).toString("latin1")).toContain(`/Rotate ${360 - quarters * 90} `);
  }
});

test("a page without text among pages with text is looked at", async () => {
  const words: [number, number, string][] = [[72, 700, "Ke hoach trien khai chuyen de nam 2024"]];
  const found = await readInProcess(makePdf([words, [], words]), "ke-hoach.pdf");
  expect(found).toMatchObject({ kind: "pdf", pages: 3, source: "text", doubtful: [], unread: [] });
});

test("of thirty pages the first fifteen and the last five are read, and it is said", async () => {
  const pages = Array.from({ length: 30 }, (_, at) => sheet(`Trang thứ ${at + 1} của kế hoạch`));
  const progress: string[] = [];
  const found = await readInProcess(pdfOf(pages), "dai.pdf", {
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  expect(found.pages).toBe(30);
  expect(found.unread).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
  expect(progress).toEqual(Array.from({ length: 21 }, (_, at) => `${at}/20`));
  for (const page of [1, 15, 26, 30]) expect(found.text).toContain(`Trang thứ ${page} của`);
  expect(found.text).not.toContain("Trang thứ 20 của");
});

test("a picture of anything else has no text, and its page is named as unread", async () => {
  const canvas = createCanvas(600, 400);
  const context = canvas.getContext("2d");
  for (let at = 0; at < 60; at++) {
    context.fillStyle = `hsl(${at * 47}, 60%, ${20 + at}%)`;
    context.beginPath();
    context.arc((at * 97) % 600, (at * 61) % 400, 20 + ((at * 13) % 60), 0, 7);
    context.fill();
  }
  const found = await readInProcess(canvas.toBuffer("image/png"), "anh.png");
  expect(found).toMatchObject({ text: "", source: "scan", unread: [1] });
  const paper = createCanvas(600, 800);
  paper.getContext("2d").fillStyle = "white";
  paper.getContext("2d").fillRect(0, 0, 600, 800);
  const blank = await problemOf(readInProcess(paper.toBuffer("image/png"), "trang.png"));
  expect(blank).toEqual({ code: "file-no-text", vars: { name: "trang.png" } });
  const cut = sheet(...plan)
    .toBuffer("image/png")
    .subarray(0, 40);
  expect(await problemOf(readInProcess(cut, "hong.png"))).toMatchObject({ code: "file-broken" });
  const apple = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
  expect(await problemOf(readInProcess(apple, "anh.heic"))).toMatchObject({ code: "picture-kind" });
});

test("a red mark of secrecy is seen, the red seal is not", async () => {
  const page = sheet("Số 15-KH/TU", ...plan);
  const context = page.getContext("2d");
  context.strokeStyle = context.fillStyle = "rgb(205, 30, 45)";
  context.lineWidth = 3;
  context.strokeRect(60, 90, 110, 44);
  context.font = "bold 30px 'Liberation Serif', 'DejaVu Serif', serif";
  context.fillText("MẬT", 82, 124);
  context.beginPath();
  context.arc(400, 600, 80, 0, 7);
  context.stroke();
  const { text } = await readInProcess(page.toBuffer("image/png"), "mat.png");
  expect(text.split("\n")).toContain("MẬT");
  expect(text).toContain("Số 15-KH/TU");
});

test("what takes too long or too much memory is ended", async () => {
  const late = readInProcess(pdfOf([sheet(...plan)]), "cham.pdf", { limits: { milliseconds: 50 } });
  expect(await problemOf(late)).toEqual({ code: "file-too-heavy", vars: { name: "cham.pdf" } });
  await expectNobody();
  const pages = Array.from({ length: 3 }, () => sheet(...plan));
  const progress: number[] = [];
  const slow = readInProcess(pdfOf(pages), "cham.pdf", {
    limits: { milliseconds: 20_000, pageMilliseconds: -6_665 },
    onProgress: (done) => progress.push(done),
  });
  expect(await problemOf(slow)).toMatchObject({ code: "file-too-heavy" });
  expect(progress).toEqual([0]);
  const large = readInProcess(pdfOf(pages), "lon.pdf", { limits: { heapMegabytes: 12 } });
  expect(await problemOf(large)).toEqual({ code: "file-too-heavy", vars: { name: "lon.pdf" } });
});

test("called off, before its turn or in the middle", async () => {
  const why = new Error("the plan was withdrawn");
  const middle = new AbortController();
  const bytes = pdfOf([sheet(...plan), sheet(...plan)]);
  const first = readInProcess(bytes, "mot.pdf", {
    signal: middle.signal,
    onProgress: () => middle.abort(why),
  });
  const waiting = new AbortController();
  const second = readInProcess(bytes, "hai.pdf", { signal: waiting.signal });
  waiting.abort(why);
  await expect(second).rejects.toBe(why);
  await expect(first).rejects.toBe(why);
  await expect(readInProcess(bytes, "ba.pdf", { signal: middle.signal })).rejects.toBe(why);
});

test("two at once are read one after the other", async () => {
  const bytes = pdfOf([sheet(...plan)]);
  const events: string[] = [];
  const read = (name: string) =>
    readInProcess(bytes, name, {
      onProgress: (done) => {
        expect(children()).toBe(1);
        events.push(`${name} ${done}`);
      },
    });
  await Promise.all([read("a.pdf"), read("b.pdf")]);
  expect(events).toEqual(["a.pdf 0", "a.pdf 1", "b.pdf 0", "b.pdf 1"]);
});
