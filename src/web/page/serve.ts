/**
 * Sends the files of this folder, and files out of the chat, to the browser. The folder is found by
 * `places.ts`, from source and compiled alike.
 *
 * The page runs under a policy that knows no inline script or style and no foreign source. What came through a
 * chat never becomes a page of this origin: it is downloaded, and only three kinds of picture are shown.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context } from "hono";
import { cleanFileName } from "../../domain/file-name.ts";
import { program } from "../../places.ts";

const folder = join(program, "web/page");
const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
/** Browsers know a file's kind only if a program for it is installed; these are the kinds the work knows. */
const kinds = new Map(
  Object.entries({
    pdf: "application/pdf",
    doc: "application/msword",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    txt: "text/plain",
    csv: "text/csv",
    ics: "text/calendar",
    jpg: "image/jpeg",
    jpeg: "image/jpeg",
    png: "image/png",
    webp: "image/webp",
  }),
);
const pictures = new Set(["image/jpeg", "image/png", "image/webp"]);

/** The page's file of that name, or null where there is none.  */
export async function sendAsset(c: Context, name: string): Promise<Response | null> {
  const type = types[/^[a-z][a-z0-9-]*\.(html|css|js|svg)$/.exec(name)?.[1] ?? ""];
  if (!type) return null;
  const bytes = await readFile(join(folder, name)).catch(() => null);
  return bytes && c.body(new Uint8Array(bytes), 200, { "content-type": type });
}

/** The kind the browser named, if it is one; else what the name's ending says. */
export function cleanMime(type: string, name: string): string {
  const named = type.toLowerCase().split(";")[0]?.trim() ?? "";
  const unknown = "application/octet-stream";
  if (named !== unknown && /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,90}$/.test(named)) return named;
  return kinds.get(/\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? "") ?? unknown;
}

/** A file to save; a picture, if `inline`, to show. */
export function sendFile(
  c: Context,
  file: { name: string; mime: string; bytes: Uint8Array },
  inline: boolean,
): Response {
  const name = cleanFileName(file.name);
  const ascii = name.replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  const shown = inline && pictures.has(file.mime);
  return c.body(new Uint8Array(file.bytes), 200, {
    "content-type": shown ? file.mime : "application/octet-stream",
    "content-disposition": `${shown ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  });
}
