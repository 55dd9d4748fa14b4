/**
 * What a file is, told from its content. Names lie (a .doc that is a web page, a .docx that is a scan renamed), so
 * the name decides only where the content can't: text may be a table, and a file that is damaged beyond telling is
 * taken for what it claims to be, so that its reader says "broken" and not "unknown".
 */
import { oleMagic, openOle } from "./container/ole.ts";
import { listZip } from "./container/zip.ts";
import { looksLikeText } from "./text/decode-text.ts";

/** `locked` is an Office file behind a password; `unknown` includes RTF, web pages and OpenDocument. */
export type DocumentKind =
  | "docx"
  | "xlsx"
  | "pdf"
  | "txt"
  | "csv"
  | "doc"
  | "xls"
  | "zip"
  | "rar"
  | "7z"
  | "image"
  | "locked"
  | "unknown";

const claimable: ReadonlySet<string> = new Set(["docx", "xlsx", "pdf", "doc", "xls"]);

/** Tells the kind of a file from its first and last bytes; `name` is a hint only. Never throws. */
export function sniff(bytes: Uint8Array, name: string): DocumentKind {
  const hint = /\.([a-z0-9]+)\s*$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const claimed = claimable.has(hint) ? (hint as DocumentKind) : null;
  if (startsWith(bytes, oleMagic)) return sniffOle(bytes, claimed);
  if (hasAscii(bytes, "PK\x03\x04", 0) || hasAscii(bytes, "PK\x05\x06", 0)) return sniffZip(bytes, claimed);
  if (hasAscii(bytes, "Rar!\x1a\x07", 0)) return "rar";
  if (startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])) return "7z";
  if (isImage(bytes)) return "image";
  // Readers of PDF accept some rubbish before the mark, and mail gateways add it.
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  if (claimed) return isMarkup(bytes) ? "unknown" : claimed;
  if (!looksLikeText(bytes) || isMarkup(bytes)) return "unknown";
  return hint === "csv" || hint === "tsv" ? "csv" : "txt";
}

function sniffOle(bytes: Uint8Array, claimed: DocumentKind | null): DocumentKind {
  try {
    const { names } = openOle(bytes);
    if (names.includes("WordDocument")) return "doc";
    if (names.includes("Workbook") || names.includes("Book")) return "xls";
    return names.includes("EncryptedPackage") ? "locked" : "unknown";
  } catch {
    return claimed === "xls" ? "xls" : "doc";
  }
}

function sniffZip(bytes: Uint8Array, claimed: DocumentKind | null): DocumentKind {
  const names = listZip(bytes) ?? localNames(bytes);
  if (names.some((name) => /^word\/[^/]+\.xml$/i.test(name))) return "docx";
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return "xlsx";
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return "xls";
  if (names.includes("mimetype") || names.some((name) => /^(ppt|visio)\//i.test(name))) return "unknown";
  // Cut off before the telling name: the name of the file speaks, if it speaks of such a container.
  return claimed === "docx" || claimed === "xlsx" ? claimed : "zip";
}

/** Names in the local headers at the front, for a container whose directory is cut off. */
function localNames(bytes: Uint8Array): string[] {
  const head = ascii(bytes, 0, 65_536);
  const names: string[] = [];
  for (let at = head.indexOf("PK\x03\x04"); at >= 0; at = head.indexOf("PK\x03\x04", at + 4)) {
    const length = head.charCodeAt(at + 26) + head.charCodeAt(at + 27) * 256;
    names.push(head.slice(at + 30, at + 30 + length));
  }
  return names;
}

function isImage(bytes: Uint8Array): boolean {
  const jpeg = startsWith(bytes, [0xff, 0xd8, 0xff]);
  const named = ["\x89PNG", "GIF8", "II*\0", "MM\0*"].some((mark) => hasAscii(bytes, mark, 0));
  const bitmap = hasAscii(bytes, "BM", 0) && ascii(bytes, 6, 4) === "\0\0\0\0";
  const webp = hasAscii(bytes, "RIFF", 0) && hasAscii(bytes, "WEBP", 8);
  const apple = hasAscii(bytes, "ftyp", 4) && /^(heic|heix|hevc|mif1|msf1|avif)/.test(ascii(bytes, 8, 4));
  return jpeg || named || bitmap || webp || apple;
}

/** RTF, HTML, XML and mail: text to the eye of a machine, but not words to read as they stand. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = ascii(bytes, 0, 512)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  return /^(\{\\rtf|<\?xml|<!doctype|<html|<head|<!--|MIME-Version:)/i.test(head);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((value, index) => bytes[index] === value);
}

function hasAscii(bytes: Uint8Array, mark: string, at: number): boolean {
  return ascii(bytes, at, mark.length) === mark;
}

function ascii(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", at, at + length);
}
