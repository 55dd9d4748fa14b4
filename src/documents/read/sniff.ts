/**
 * What a file is, told from its content. Names lie (a .doc that is a web page, a .docx that is a scan renamed), so
 * the name decides only where the content can't: text may be a table, and a file that is damaged beyond telling is
 * taken for what it claims to be, so that its reader says "broken" and not "unknown".
 */
import { oleMagic, openOle } from "./container/ole.ts";
import { listZip } from "./container/zip.ts";
import { looksLikeText } from "./text/decode-text.ts";

/** `locked` is an Office file behind a password; `rtf` and `html` often go by the name of .doc or .xls; `unknown` includes OpenDocument. */
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
  | "rtf"
  | "html"
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
  const markup = sniffMarkup(bytes);
  if (markup) return markup;
  if (claimed) return claimed;
  if (!looksLikeText(bytes)) return "unknown";
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
  return jpeg || named || bitmap || webp || isHeif(bytes);
}

/**
 * Pictures of newer telephones (HEIC, AVIF): one still, a series, several layers, as the brands of the file say. The
 * first brand may be any; those it goes along with stand behind it.
 */
export function isHeif(bytes: Uint8Array): boolean {
  if (!hasAscii(bytes, "ftyp", 4)) return false;
  const length = Math.min(bytes.length, 256, Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0));
  const brands = [ascii(bytes, 8, 4), ...(ascii(bytes, 16, Math.max(0, length - 16)).match(/.{4}/gs) ?? [])];
  return brands.some((brand) => /^(?:hei[cxmsf]|hev[cxms]|mif[12]|msf1|avi[fs]|miaf|MiHB|MiHE)/.test(brand));
}

/** RTF, HTML, XML and mail: text to the eye of a machine, but not words to read as they stand. */
function sniffMarkup(bytes: Uint8Array): "rtf" | "html" | "unknown" | null {
  const head = ascii(bytes, 0, 1_024)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (/^\{\\rtf/i.test(head)) return "rtf";
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(head)
  )
    return "html";
  if (/^MIME-Version:/i.test(head) || /^(?:From|Date|Subject):[^\n]*\n[\s\S]*MIME-Version:/i.test(head))
    return "html";
  return /^(<\?xml|<!doctype|<!--)/i.test(head) ? "unknown" : null;
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
