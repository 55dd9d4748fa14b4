/**
 * Reads multipart/form-data the way Telegram's server does. The parser of the platform cannot: grammY
 * writes `content-disposition:form-data` without a blank and file names without quotes. An unquoted name
 * ends at the first ";", and percent signs are decoded: a file name that suffers from that in real life
 * suffers here.
 */
import type { UploadedFile } from "./model.ts";
import { badRequest } from "./refusal.ts";

export interface Form {
  readonly fields: Record<string, string>;
  readonly files: Map<string, UploadedFile>;
}

/** The boundary named in a content type. */
export function boundaryOf(contentType: string): string {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw badRequest("boundary in multipart/form-data not found");
  return boundary;
}

export function parseMultipart(body: Buffer, boundary: string): Form {
  const form: Form = { fields: {}, files: new Map() };
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary may stand at the very beginning, without a line before it.
  let at = body.indexOf(delimiter.subarray(2));
  if (at < 0) throw badRequest("boundary in multipart/form-data not found");
  at += delimiter.length - 2;
  while (body.toString("latin1", at, at + 2) !== "--") {
    const head = body.indexOf("\r\n\r\n", at);
    const end = head < 0 ? -1 : body.indexOf(delimiter, head + 2);
    if (head < 0 || end < 0) throw badRequest("can't parse form data headers");
    const part = readHeaders(body.toString("utf8", at + 2, head));
    const content = body.subarray(Math.min(head + 4, end), end);
    if (part.fileName === undefined) form.fields[part.name] = content.toString("utf8");
    else form.files.set(part.name, { name: part.fileName, mime: part.mime, bytes: Uint8Array.from(content) });
    at = end + delimiter.length;
  }
  return form;
}

function readHeaders(source: string): { name: string; fileName?: string; mime: string } {
  let name = "";
  let fileName: string | undefined;
  let mime = "application/octet-stream";
  for (const line of source.split("\r\n")) {
    const colon = line.indexOf(":");
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (key === "content-type") mime = value;
    if (key !== "content-disposition") continue;
    if (!value.startsWith("form-data;")) throw badRequest("expected form-data content disposition");
    const parameters = readParameters(value.slice("form-data;".length));
    name = parameters.get("name") ?? "";
    fileName = parameters.get("filename");
  }
  if (name === "") throw badRequest("field name in multipart/form-data not found");
  return { name, mime, ...(fileName === undefined ? {} : { fileName }) };
}

function readParameters(source: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const match of source.matchAll(/\s*([^=;]+?)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))\s*(?:;|$)/g)) {
    const value = match[2]?.replace(/\\(.)/g, "$1") ?? match[3]?.trim() ?? "";
    parameters.set(match[1] ?? "", percentDecoded(value));
  }
  return parameters;
}

/** Decodes every well-formed %XX and leaves the rest. */
function percentDecoded(value: string): string {
  if (!value.includes("%")) return value;
  const bytes = Buffer.from(value, "utf8").toString("latin1");
  const decoded = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1").toString("utf8");
}
