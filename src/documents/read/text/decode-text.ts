/**
 * Bytes of a text file → characters. Offices send UTF-8, UTF-16 (Notepad's "Unicode") and, from old machines,
 * windows-1258. The last one decodes any bytes at all, so it is believed only where Vietnamese comes out.
 */
import { toNfc } from "./nfc.ts";

/** Decodes text, or returns null where no encoding makes sense of it. The result is not yet normalised. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes, "utf-8");
  const wide = wideOrder(bytes);
  if (wide) return decode(bytes, wide);
  return decode(bytes, "utf-8") ?? decodeOld(bytes);
}

/** Whether the beginning of a file is text in one of these encodings: no control bytes but those of text. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const bom = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (bom || wideOrder(sample)) return true;
  return sample.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: the spaces, digits and line ends of any text leave a zero in every second place. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (length < 8) return null;
  if (odd > length / 8 && even === 0) return "utf-16le";
  return even > length / 8 && odd === 0 ? "utf-16be" : null;
}

const letters = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ";
const toned = [...letters].flatMap((letter) =>
  ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => (letter + tone).normalize("NFC")),
);
const expected: ReadonlySet<string> = new Set([...toned, ..."“”‘’–—…•·°§«»½\u00a0"]);

function decodeOld(bytes: Uint8Array): string | null {
  const text = toNfc(decode(bytes, "windows-1258") ?? "");
  let foreign = 0;
  let strange = 0;
  for (const character of text) {
    if (character <= "\x7f") continue;
    foreign++;
    if (!expected.has(character)) strange++;
  }
  return strange * 50 <= foreign && foreign > 0 ? text : null;
}
