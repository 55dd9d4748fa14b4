/** Which files a report may carry, told from their content: papers and pictures, nothing that runs. */
import { sniff } from "./sniff.ts";

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The media type of an allowed file, or null. `name` is a hint only. */
export function reportFileKind(bytes: Uint8Array, name: string): string | null {
  switch (sniff(bytes, name)) {
    case "pdf":
      // A name alone makes no PDF.
      return has(bytes, "%PDF-", 0, 1_024) ? "application/pdf" : null;
    case "docx":
      return has(bytes, "PK", 0, 0) ? `${OFFICE}.wordprocessingml.document` : null;
    case "xlsx":
      return has(bytes, "PK", 0, 0) ? `${OFFICE}.spreadsheetml.sheet` : null;
    case "image":
      return pictureKind(bytes);
    default:
      return null;
  }
}

function pictureKind(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "image/jpeg";
  if (has(bytes, "\x89PNG", 0, 0)) return "image/png";
  if (has(bytes, "ftyp", 4, 4) && !has(bytes, "avif", 8, 8)) return "image/heic";
  return null;
}

function has(bytes: Uint8Array, mark: string, from: number, to: number): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, to + mark.length));
  const at = head.toString("latin1").indexOf(mark, from);
  return at >= from && at <= to;
}
