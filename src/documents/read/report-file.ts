/** Which files a report may carry, told from their content: papers and pictures, nothing that runs. */
import { Problem } from "../../domain/problem.ts";
import { sniff } from "./sniff.ts";

/** The largest file of a report, in bytes: what a messenger gives a bot (Telegram, Bot API: 20 MB). */
export const LARGEST_REPORT_FILE = 20 * 1024 * 1024;
const MEGABYTE = 1_048_576;
const ALLOWED = ["pdf", "docx", "xlsx", "jpg", "jpeg", "png", "heic", "heif"];

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

/** What is wrong with a file of a report; null: nothing. */
export function checkReportFile(name: string, bytes: Uint8Array): Problem | null {
  if (bytes.length === 0) return new Problem("file-empty", { name });
  const fault = checkNamedFile(name, bytes.length);
  if (fault?.code === "file-too-large") return fault;
  return reportFileKind(bytes, name) ? null : new Problem("file-not-allowed", { name });
}

/** The same before its content is with us. A name without an ending says nothing: then the content decides. */
export function checkNamedFile(name: string, size: number): Problem | null {
  if (size > LARGEST_REPORT_FILE) return tooLarge(name, size);
  const ending = /\.([\p{L}\p{N}]{1,8})\s*$/u.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || ALLOWED.includes(ending) ? null : new Problem("file-not-allowed", { name });
}

/** @param size where it is known; of what was cut off at the limit only that it was more */
export function tooLarge(name: string, size = LARGEST_REPORT_FILE + 1): Problem {
  return new Problem("file-too-large", {
    name,
    size: `${Math.ceil(size / MEGABYTE)} MB`,
    limit: `${LARGEST_REPORT_FILE / MEGABYTE} MB`,
  });
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
