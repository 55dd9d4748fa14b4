/** Everything that people send and should not, and what is sent to do harm: each gets its own sentence. */
import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { makeDoc, makeOle } from "./old-word.ts";
import { locked, makePdf } from "./pdf-by-hand.ts";
import { makePlanDocx } from "./plan-docx.ts";
import { problemOf } from "./problems.ts";
import { makeDocx, makeStory, makeZip, p } from "./zip.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const sector = Buffer.alloc(4096);

test.each([
  ["ảnh.jpg", bytesOf("\xff\xd8\xff\xe0 a photo of a page"), "file-no-text", {}],
  ["ke-hoach.rar", bytesOf("Rar!\x1a\x07\x01\x00"), "file-kind-refused", { remedy: "unzip" }],
  ["ke-hoach.7z", bytesOf("7z\xbc\xaf\x27\x1c"), "file-kind-refused", { remedy: "unzip" }],
  ["ke-hoach.zip", makeZip([{ name: "a.docx", data: "a" }]), "file-kind-refused", { remedy: "unzip" }],
  ["danh-sach.xls", makeOle({ Workbook: sector }), "file-kind-refused", { remedy: "save-xlsx" }],
  ["khoa.docx", makeOle({ EncryptedPackage: sector }), "file-kind-refused", { remedy: "remove-password" }],
  ["khoa.pdf", makePdf([[]], "", locked), "file-kind-refused", { remedy: "remove-password" }],
  ["khoa.doc", makeDoc("a", { encrypted: true }), "file-kind-refused", { remedy: "remove-password" }],
  ["1995.doc", makeDoc("a", { old: true }), "file-kind-refused", { remedy: "save-docx" }],
  [
    "trang.doc",
    bytesOf("<html><body>Kế hoạch</body></html>"),
    "file-kind-refused",
    { remedy: "save-real-docx" },
  ],
  ["ke-hoach.doc", bytesOf("{\\rtf1 Ke hoach}"), "file-kind-refused", { remedy: "save-real-docx" }],
  ["phim.mp4", bytesOf("\0\0\0\x20ftypisom\0\0"), "file-kind-unknown", {}],
  ["ke-hoach.odt", makeZip([{ name: "mimetype", data: "application/vnd.oasis" }]), "file-kind-unknown", {}],
  ["trong.pdf", new Uint8Array(), "file-empty", {}],
  ["trong.txt", bytesOf(" \r\n\t\n"), "file-empty", {}],
  ["trong.docx", makeDocx("<w:p/>"), "file-empty", {}],
  ["anh.docx", makeDocx("<w:p/>", [{ name: "word/media/a.png", data: "x" }]), "file-no-text", {}],
  ["quet.pdf", makePdf([[]]), "file-no-text", {}],
  ["hong.pdf", bytesOf("%PDF-1.7\n1 0 obj << /Type"), "file-broken", {}],
  ["hong.docx", bytesOf("not a container at all"), "file-broken", {}],
  ["hong.docx", makeDocx(p("a").slice(0, -7)), "file-broken", {}],
  ["hong.txt", bytesOf("B\xb8o c\xb8o k\xd5t qu\xb6"), "file-broken", {}],
])("%s: %#", async (name, bytes, code, vars) => {
  expect(await problemOf(readDocument(bytes, name))).toEqual({ code, vars: { name, ...vars } });
});

test("a .docx that was cut off on its way is broken, wherever it was cut", async () => {
  const whole = await makePlanDocx();
  for (const part of [0.99, 0.5, 0.1, 0.01]) {
    const cut = whole.slice(0, Math.floor(whole.length * part));
    expect(await problemOf(readDocument(cut, "kế hoạch.docx"))).toMatchObject({ code: "file-broken" });
  }
});

test("one changed byte in a packed part is noticed", async () => {
  const bytes = makeDocx(p("Báo cáo trước ngày 25/4/2024"));
  const at = Buffer.from(bytes).indexOf("word/document.xml") + 60;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await problemOf(readDocument(bytes, "a.docx"))).toMatchObject({ code: "file-broken" });
});

test("60 MB are refused by size alone", async () => {
  const start = performance.now();
  const found = await problemOf(readDocument(new Uint8Array(60 * 1024 * 1024), "to.docx"));
  expect(found).toEqual({ code: "file-too-large", vars: { name: "to.docx", size: "60 MB", limit: "20 MB" } });
  expect(performance.now() - start).toBeLessThan(1_000);
});

test("more pages than anyone plans", async () => {
  const bytes = makePdf(Array.from({ length: 301 }, () => []));
  const vars = { name: "to.pdf", pages: 301, limit: 300 };
  expect(await problemOf(readDocument(bytes, "to.pdf"))).toEqual({ code: "file-too-many-pages", vars });
});

test("a container that declares gigabytes is refused before it is unpacked", async () => {
  const bytes = makeDocx(p("a"), [{ name: "word/media/a.bin", data: "a", declared: 3_000_000_000 }]);
  const vars = { name: "bom.docx", size: "2862 MB", limit: "200 MB" };
  expect(await problemOf(readDocument(bytes, "bom.docx"))).toEqual({ code: "file-too-large", vars });
  const absurd = makeDocx(p("a"), [{ name: "word/media/a.bin", data: "a", declared: 150_000_000 }]);
  expect(await problemOf(readDocument(absurd, "bom.docx"))).toMatchObject({ code: "file-too-large" });
});

test("a container that lies about its sizes is stopped at the size it declared", async () => {
  const huge = `<w:p><w:r><w:t>${"a".repeat(30_000_000)}</w:t></w:r></w:p>`;
  const document = makeStory("hdr", huge).replaceAll("w:hdr", "w:document");
  const bytes = makeZip([{ name: "word/document.xml", data: document, declared: 1_000 }]);
  const before = process.memoryUsage().arrayBuffers;
  expect(await problemOf(readDocument(bytes, "bom.docx"))).toMatchObject({ code: "file-broken" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("honest words beyond all measure are refused too", async () => {
  const bytes = makeDocx(p("Đảng viên ".repeat(3_000_000)));
  expect(await problemOf(readDocument(bytes, "dai.docx"))).toMatchObject({ code: "file-too-large" });
});

test("a document type is refused, so that no entity is ever resolved", async () => {
  const entity = `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///secret">]>`;
  const xml = `${entity}${makeStory("hdr", p("&x;")).replaceAll("w:hdr", "w:document")}`;
  const main = makeZip([{ name: "word/document.xml", data: xml }]);
  expect(await problemOf(readDocument(main, "a.docx"))).toMatchObject({ code: "file-broken" });
  const header = makeDocx(p("a"), [
    { name: "word/header1.xml", data: `${entity}${makeStory("hdr", p("&x;"))}` },
  ]);
  expect(await problemOf(readDocument(header, "a.docx"))).toMatchObject({ code: "file-broken" });
});

test("tables nested without end are broken, not a crash", async () => {
  const bytes = makeDocx(`${"<w:tbl><w:tr><w:tc>".repeat(9_000)}${"</w:tc></w:tr></w:tbl>".repeat(9_000)}`);
  expect(await problemOf(readDocument(bytes, "a.docx"))).toMatchObject({ code: "file-broken" });
});

test("an old .doc whose sectors run in a circle, or whose pieces overlap", async () => {
  const ring = makeDoc("Báo cáo", { ring: true });
  expect(await problemOf(readDocument(ring, "vong.doc"))).toMatchObject({ code: "file-broken" });
  const overlap = makeDoc("Báo cáo", { characters: 0x7fffffff });
  expect(await problemOf(readDocument(overlap, "chong.doc"))).toMatchObject({ code: "file-broken" });
});

test("reading that takes too long ends in a word", async () => {
  const reading = readDocument(await makePlanDocx(), "cham.docx", { milliseconds: 0 });
  expect(await problemOf(reading)).toMatchObject({ code: "file-broken" });
});

test("the reason of a broken file is kept for the log", async () => {
  const error = await readDocument(bytesOf("%PDF-1.7"), "a.pdf").catch((reason: unknown) => reason);
  expect(error).toHaveProperty("cause");
});
