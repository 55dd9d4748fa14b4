import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/documents/read/document.ts";
import { sniff } from "../../src/documents/read/sniff.ts";
import { tidyText } from "../../src/documents/read/text/tidy-text.ts";

const plan = "KẾ HOẠCH\nbáo cáo trước ngày 25/4/2024";
const utf16 = Buffer.from(plan, "utf16le");
const swapped = Buffer.from(utf16).swap16();

/** As an old machine writes it: letters of windows-1258, tone marks behind them. */
function encode1258(text: string): Buffer {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    table.set(new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte);
  const letters = [...text].flatMap((letter) => {
    if (table.has(letter)) return [letter];
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize("NFD"))?.[0] ?? "";
    return [letter.normalize("NFD").replace(tone, "").normalize("NFC"), tone];
  });
  return Buffer.from(
    letters.map((letter) => table.get(letter) ?? expect.fail(`${letter} is not in windows-1258`)),
  );
}

test.each([
  ["UTF-8", Buffer.from(plan)],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${plan}`)],
  ["UTF-16 LE with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
  ["UTF-16 BE with its mark", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])],
  ["windows-1258", encode1258(plan)],
  ["Windows line ends, decomposed letters", Buffer.from(plan.normalize("NFD").replace("\n", "\r\n"))],
])("%s", async (_, bytes) => {
  expect(await readDocument(bytes, "ke-hoach.txt")).toMatchObject({
    kind: "txt",
    pages: null,
    pagesWithoutText: [],
    text: plan,
  });
});

test("other old encodings are broken, not read as nonsense", async () => {
  const tcvn3 = Buffer.from("B\xb8o c\xb8o k\xd5t qu\xb6 tr\xad\xedc ng\xb5y 25/4", "latin1");
  await expect(readDocument(tcvn3, "ke-hoach.txt")).rejects.toHaveProperty("code", "file-broken");
});

test("the soft hyphen is a letter in TCVN3, and nothing anywhere else", async () => {
  const tcvn3 = readFileSync(new URL("../domain/read/corpus/41-tcvn3.txt", import.meta.url), "utf8");
  expect(tcvn3).toContain("tr\u00ad\u00edc");
  const { text } = await readDocument(Buffer.from(tcvn3), "cu.txt");
  expect(text).toContain("trước");
  expect(text).not.toMatch(/[\u00ad¸µ¶¹]/);
  expect(tidyText("kế hoạch trư\u00adớc ngày 25/4")).toBe("kế hoạch trước ngày 25/4");
});

test("text is told from what only looks like it, whatever its name", () => {
  expect(sniff(Buffer.from(plan), "ke-hoach")).toBe("txt");
  expect(sniff(Buffer.from("a,b\n"), "danh-sach.CSV")).toBe("csv");
  expect(sniff(Buffer.from("a\0b"), "ke-hoach.txt")).toBe("unknown");
});

test("sniffing never throws and tidying twice changes nothing", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 500 }),
      fc.string(),
      fc.constantFrom("", "PK\x03\x04", "PK\x05\x06", "%PDF-"),
      (bytes, name, start) => {
        expect(typeof sniff(Buffer.concat([Buffer.from(start, "latin1"), bytes]), name)).toBe("string");
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(..."aệ\u0323\u0302\u0301\u00ad\u200b\u1100\u1161\uf0b7 \t\r\n\v\0"),
        maxLength: 60,
      }),
      (text) => {
        const tidy = tidyText(text);
        expect(tidyText(tidy)).toBe(tidy);
      },
    ),
  );
});

test("a container of old Office with random bytes in it is broken, never a hang", async () => {
  const mark = Buffer.from("d0cf11e0a1b11ae1", "hex");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 600, maxLength: 3_000 }), async (bytes) => {
      const file = Buffer.concat([mark, bytes]);
      file.writeUInt16LE(9, 30);
      file.writeUInt16LE(6, 32);
      await expect(readDocument(file, "a.doc")).rejects.toHaveProperty("code", "file-broken");
    }),
    { numRuns: 200 },
  );
});
