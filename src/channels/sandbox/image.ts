/** Recognises pictures by their first bytes: Telegram refuses to take anything else for a photo. */

export interface Picture {
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

/** Size of a picture whose header says nothing we can read. */
const UNKNOWN = { width: 800, height: 600 };

/** What picture the bytes are, or nothing. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.subarray(0, 8).toString("latin1") === "\x89PNG\r\n\x1a\n") {
    const whole = view.length >= 24;
    const size = whole ? { width: view.readUInt32BE(16), height: view.readUInt32BE(20) } : UNKNOWN;
    return { mime: "image/png", ...size };
  }
  if (view[0] === 0xff && view[1] === 0xd8) return { mime: "image/jpeg", ...(jpegSize(view) ?? UNKNOWN) };
  const start = view.subarray(0, 12).toString("latin1");
  if (start.startsWith("GIF8")) return { mime: "image/gif", ...UNKNOWN };
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return { mime: "image/webp", ...UNKNOWN };
  return undefined;
}

/** Walks the segments of a JPEG up to the frame header. */
function jpegSize(view: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}
