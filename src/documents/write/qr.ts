import { encode, renderUnicodeCompact } from "uqr";
import { writeMonochromePng } from "./png.ts";

/** What a camera needs: four white fields around, and a tenth of it may be covered by a thumb. */
const options = { ecc: "M", border: 4 } as const;
const pixelsPerField = 8;

/** A QR code as a PNG picture. */
export function qrPng(text: string): Buffer {
  const { data } = encode(text, options);
  return writeMonochromePng(data, pixelsPerField);
}

/** A QR code in block characters, for a terminal with light letters on a dark ground. */
export function qrTerminal(text: string): string {
  return renderUnicodeCompact(text, { ...options, border: 2 });
}
