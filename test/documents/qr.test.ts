import { inflateSync } from "node:zlib";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrPng, qrTerminal } from "../../src/documents/write/qr.ts";

const link = "https://t.me/dondoc_bot?start=ABCD1234";
const { data } = encode(link, { ecc: "M", border: 4 });

test("the picture shows the code, eight pixels a field, four white fields around", () => {
  const png = qrPng(link);
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(png.length).toBeLessThan(1_000);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width, height]).toEqual([data.length * 8, data.length * 8]);

  const start = png.indexOf("IDAT");
  const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const stride = 1 + Math.ceil(width / 8);
  expect(pixels.length).toBe(stride * height);
  const isBlack = (x: number, y: number) =>
    ((pixels[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  for (const [row, fields] of data.entries()) {
    expect(fields.map((_, column) => isBlack(column * 8 + 3, row * 8 + 5))).toEqual(fields);
  }
  expect(data.slice(0, 4).flat()).not.toContain(true);
});

test("the terminal shows it two rows a line", () => {
  const lines = qrTerminal(link).split("\n");
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines.length).toBe(Math.ceil((data.length - 4) / 2));
});
