/**
 * What a form of a page sends, read as a stream: files go into a bounded temporary folder of the request and never
 * whole into memory, their names are cleaned here, and all of it is gone when the request has been answered.
 */
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { cleanFileName } from "../../domain/file-name.ts";

export interface Upload {
  name: string;
  /** As the browser says: a hint. */
  mime: string;
  /** Of a file that was refused, what was read of it. */
  size: number;
  /** Its content was not kept: it is larger than one may be, or one too many. */
  refused: "large" | "many" | null;
  bytes(): Promise<Uint8Array>;
}

/** Controls by name; several of one name in their order. */
export type SentFields = Readonly<Record<string, readonly (string | Upload)[]>>;

export interface SentForm {
  fields: SentFields;
  /** Takes the temporary files away. */
  discard(): void;
}

export interface FormLimits {
  /** Where temporary files may lie. */
  folder: string;
  /** Bytes of everything together, and of one file. */
  whole: number;
  file: number;
  /** Whether one more file of that control is kept; asked once for each, in their order. */
  takes(control: string): boolean;
}

/** `broken`: no form, or one that ends in the middle. `large`: more than all of it may be. */
export class FormError extends Error {
  constructor(readonly why: "broken" | "large") {
    super(`a form that is ${why}`);
  }
}

const MOST_FIELDS = 10_000;
const LONGEST_NAME = 300;
const LONGEST_TEXT = 1_048_576;
/** What is too large is still read to here and thrown away, so that a browser hears why instead of a broken line. */
const PATIENCE = 4;

/** Throws FormError. Whatever was written is gone then. */
export async function readForm(request: Request, limits: FormLimits): Promise<SentForm> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limits.whole * PATIENCE) throw new FormError("large");
  const fields: Record<string, (string | Upload)[]> = Object.create(null);
  let folder: string | null = null;
  const discard = () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = null;
  };
  const place = () => {
    mkdirSync(limits.folder, { recursive: true });
    folder ??= mkdtempSync(join(limits.folder, PREFIX));
    return folder;
  };
  try {
    await read(request, limits, fields, place);
  } catch (error) {
    discard();
    if (error instanceof FormError || isOfDisk(error)) throw error;
    throw new FormError(declared > limits.whole ? "large" : "broken");
  }
  return { fields, discard };
}

/** Our trouble, not the sender's. */
const isOfDisk = (error: unknown): boolean =>
  ["open", "write", "mkdir", "mkdtemp", "close"].includes((error as NodeJS.ErrnoException).syscall ?? "");

async function read(
  request: Request,
  limits: FormLimits,
  fields: Record<string, (string | Upload)[]>,
  place: () => string,
): Promise<void> {
  const type = request.headers.get("content-type") ?? "";
  // Each throws where the type is no form's, or names no boundary.
  const parser = new Busboy({
    headers: { "content-type": type },
    preservePath: true,
    limits: {
      fieldNameSize: LONGEST_NAME,
      fieldSize: LONGEST_TEXT,
      fields: MOST_FIELDS,
      parts: MOST_FIELDS,
      fileSize: limits.file,
    },
  });
  const writing: Promise<unknown>[] = [];
  const open: Readable[] = [];
  let files = 0;
  const add = (name: string, value: string | Upload) => {
    fields[name] = [...(fields[name] ?? []), value];
  };
  parser.on("field", (name, text) => add(name, text));
  parser.on("file", (control, stream, given, _encoding, mime) => {
    const upload: Upload = { name: "", mime, size: 0, refused: null, bytes: async () => new Uint8Array() };
    if (given) upload.name = cleanFileName(asTyped(given));
    stream.on("data", (part: Buffer) => {
      upload.size += part.length;
    });
    stream.on("limit", () => {
      upload.refused ??= "large";
    });
    add(control, upload);
    // A control in which no file was chosen sends an empty one without a name.
    if (!given) return void stream.resume();
    if (!limits.takes(control)) {
      upload.refused = "many";
      return void stream.resume();
    }
    files += 1;
    const path = join(place(), String(files));
    upload.bytes = async () => new Uint8Array(await readFile(path));
    const written = pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    // A disk that takes no more ends the reading too.
    written.catch((error) => parser.destroy(error));
    writing.push(written);
    open.push(stream);
  });
  for (const limit of ["partsLimit", "fieldsLimit"] as const)
    parser.on(limit, () => parser.destroy(new FormError("large")));
  let came = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      came += part.length;
      if (came > limits.whole * PATIENCE) return done(new FormError("large"));
      // Beyond the limit nothing is parsed any more.
      if (came > limits.whole) done();
      else done(null, part);
    },
  });
  if (!request.body) throw new FormError("broken");
  // Whoever hangs up ends it too.
  const { signal } = request;
  const parsed = pipeline(Readable.fromWeb(request.body as never), counted, parser, { signal });
  try {
    await parsed;
    await Promise.all(writing);
  } catch (error) {
    for (const stream of open) stream.destroy();
    await Promise.allSettled(writing);
    if (came > limits.whole) throw new FormError("large");
    throw error;
  }
  if (came > limits.whole) throw new FormError("large");
}

/** Browsers write line ends and quotation marks of a name so. */
const asTyped = (name: string): string =>
  name.replace(/%0[AD]/gi, (sign) => (/a$/i.test(sign) ? "\n" : "\r")).replaceAll("%22", '"');

const PREFIX = "gui-";
const STALE_MS = 3_600_000;

/** What a process that was killed has left behind. Others may be writing: only what is old goes. */
export function sweepUploads(folder: string, now: Date): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (name.startsWith(PREFIX) && found && now.getTime() - found.mtimeMs > STALE_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
