/**
 * Files: ids that depend on the content only, names as Telegram cleans them, and the three ways to name
 * a file in a call (attached, under the field itself, or by an id the bot has seen).
 */
import { createHash } from "node:crypto";
import { textArg } from "./args.ts";
import type { Core } from "./core.ts";
import { readPicture } from "./image.ts";
import type { Files, Payload, PersonFile, StoredFile, UploadedFile } from "./model.ts";
import { badRequest } from "./refusal.ts";
import type { Fact } from "./state.ts";

const MEGABYTE = 1 << 20;
/** Largest request a bot may send, and largest file it may fetch. */
export const MAX_UPLOAD = 50 * MEGABYTE;
export const MAX_DOWNLOAD = 20 * MEGABYTE;
const MAX_PHOTO = 10 * MEGABYTE;

/** A file to be shown in a message, and the facts that have to be committed with it. */
export interface Taken {
  /** One for a document, ascending sizes for a photo. */
  readonly files: readonly StoredFile[];
  readonly facts: readonly Fact[];
}

const MIMES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  txt: "text/plain",
  ics: "text/calendar",
  json: "application/json",
  zip: "application/zip",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  svg: "image/svg+xml",
};

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1] ?? "";

/** Keeps a file that a person or the bot sent as a document or sticker. */
export function keepFile(core: Core, kind: "document" | "sticker", file: PersonFile): Taken {
  return keep(core, kind, file, [{}], [kind, file.name, file.mime]);
}

/** Keeps a picture, in the sizes Telegram would make of it; all of them have the bytes of the original. */
export function keepPhoto(core: Core, bytes: Uint8Array): Taken {
  const { width, height } = readPicture(bytes) ?? { width: 800, height: 600 };
  const longest = Math.max(width, height);
  const sizes = [90, 320, 800, 1280]
    .filter((edge) => edge < longest)
    .concat(Math.min(longest, 2560))
    .map((edge) => ({
      width: Math.max(1, Math.round((width * edge) / longest)),
      height: Math.max(1, Math.round((height * edge) / longest)),
    }));
  return keep(core, "photo", { name: "", mime: "image/jpeg", bytes }, sizes, ["photo"]);
}

function keep(
  core: Core,
  kind: StoredFile["kind"],
  file: PersonFile,
  sizes: readonly { width?: number; height?: number }[],
  identity: readonly string[],
): Taken {
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  const short = (...parts: (string | number)[]) =>
    createHash("sha256").update(parts.join("\0")).digest("base64url");
  const facts: Fact[] = [];
  const files = sizes.map((size): StoredFile => {
    const edge = size.width ?? 0;
    const fileId = `BQACAgUAAxk${short(hash, edge, ...identity)}${short(hash, edge).slice(0, 18)}`;
    const known = core.state.files.get(fileId);
    if (known) return known;
    const extension =
      extensionOf(file.name) || (kind === "photo" ? "jpg" : kind === "sticker" ? "webp" : "bin");
    const stored: StoredFile = {
      fileId,
      uniqueId: `AgAD${short(hash, edge, kind).slice(0, 12)}`,
      hash,
      kind,
      name: file.name,
      mime: file.mime,
      size: file.size ?? file.bytes.byteLength,
      path: `${kind}s/file_${hash.slice(0, 12)}${edge ? `_${edge}` : ""}.${extension.replace(/[^A-Za-z0-9]/g, "") || "bin"}`,
      ...size,
    };
    facts.push({ type: "file", file: stored });
    return stored;
  });
  if (facts.length > 0) core.journal.saveBytes(hash, file.bytes);
  return { files, facts };
}

/**
 * The file a call names under `field`.
 * @param value the parameter itself, or the `media` of an album's part
 * @returns nothing when no file is named or attached
 */
export function takeFile(
  core: Core,
  value: string,
  field: string,
  files: Files,
  kind: "document" | "photo",
): Taken | undefined {
  const attached = value.startsWith("attach://");
  if (value !== "" && !attached) return { files: knownFile(core, value, kind), facts: [] };
  const file = files.get(attached ? value.slice("attach://".length) : field);
  if (!file) return undefined;
  if (file.bytes.byteLength === 0) throw badRequest("file must be non-empty");
  if (kind === "document") {
    const name = cleanName(file.name);
    const mime = MIMES[extensionOf(name).toLowerCase()] ?? "application/octet-stream";
    return keepFile(core, "document", { name, mime, bytes: file.bytes });
  }
  checkPhoto(file);
  return keepPhoto(core, file.bytes);
}

/** The parameter `field` of a call as a file. */
export const takeFileArg = (core: Core, payload: Payload, files: Files, field: "document" | "photo") =>
  takeFile(core, textArg(payload, field), field, files, field);

function knownFile(core: Core, id: string, kind: "document" | "photo"): StoredFile[] {
  const file = core.state.files.get(id);
  if (!file) {
    const url = id.includes(".");
    throw badRequest(
      url
        ? "failed to get HTTP URL content"
        : "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    );
  }
  if (file.kind !== kind) {
    const names = { document: "Document", photo: "Photo", sticker: "Sticker" };
    throw badRequest(`can't use file of type ${names[file.kind]} as ${names[kind]}`);
  }
  if (kind === "document") return [file];
  const sizes = [...core.state.files.values()].filter(
    (other) => other.kind === "photo" && other.hash === file.hash,
  );
  return sizes.sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
}

function checkPhoto({ bytes }: UploadedFile): void {
  if (bytes.byteLength > MAX_PHOTO) {
    throw badRequest(
      `file of size ${bytes.byteLength} bytes is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`,
    );
  }
  const picture = readPicture(bytes);
  if (!picture) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = picture;
  const tooLong = Math.max(width, height) > 20 * Math.min(width, height);
  if (width + height > 10_000 || tooLong) throw badRequest("PHOTO_INVALID_DIMENSIONS");
}

/**
 * What Telegram makes of the name of an uploaded file: the last part of a path, 64 characters and an
 * extension of 16, without signs that some disk forbids; other signs than letters and digits (dashes,
 * curly quotes) become blanks, and loose diacritics vanish.
 */
export function cleanName(name: string): string {
  const last = name.split("/").at(-1) ?? "";
  const dot = last.lastIndexOf(".");
  const clean = (part: string, longest: number) =>
    [...part]
      .filter((char) => !/[\p{M}\p{C}]/u.test(char))
      .map((char) => (/[<>:"\\|?*&`']/.test(char) || !/[ -~\p{L}\p{N}]/u.test(char) ? " " : char))
      .join("")
      .replace(/^[ .]+/, "")
      .slice(0, longest)
      .replace(/[ .]+$/, "");
  const stem = clean(dot > 0 ? last.slice(0, dot) : last, 64);
  const extension = dot > 0 ? clean(last.slice(dot + 1), 16) : "";
  return [stem, extension].filter(Boolean).join(".") || "file";
}
