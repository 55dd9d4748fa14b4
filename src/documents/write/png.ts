import { crc32, deflateSync } from "node:zlib";

/**
 * Writes fields of black (true) and white as a PNG of one bit a pixel: a QR code takes under 1 KB so.
 * @param fields rows of equal length
 * @param scale pixels along the edge of a field
 */
export function writeMonochromePng(fields: readonly (readonly boolean[])[], scale: number): Buffer {
  const width = (fields[0]?.length ?? 0) * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(fields.length * scale, 4);
  header[8] = 1; // bits a pixel; the zeros behind it say: grey, deflate, no interlace
  const lines = fields.flatMap((row) => Array<Buffer>(scale).fill(drawLine(row, scale, width)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A line of pixels, behind the byte that says "no filter". In grey of one bit, 1 is white. */
function drawLine(row: readonly boolean[], scale: number, width: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  for (let x = 0; x < width; x++) {
    if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  }
  return line;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
