/**
 * A reader for the zip containers of .docx and .xlsx that trusts nothing it is told. Sizes are summed before a
 * byte is inflated; each part is inflated into a buffer no larger than it declared, so a lie ends in an error and
 * not in memory; parts that nobody asks for are never inflated at all. The libraries get a
 * container packed anew from the parts we read (zip-pack.ts), never the sender's own.
 */
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { Problem } from "../../../domain/problem.ts";
import { type ReadLimits, type Source, sayBytes } from "../limits.ts";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** An opened container: what is in it, and one part at a time. */
export interface Archive {
  readonly names: readonly string[];
  /** The bytes of one part, or null where there is none of that name. Pictures are counted apart from words. */
  read(name: string, as?: "words" | "picture"): Promise<Uint8Array | null>;
}

const inflate = promisify(inflateRaw);
const maxEntries = 5_000;
/** Deflate tops out at 1,032 : 1; the XML of an office stays far below this. */
const absurdRatio = 400;

/** Lists the names in the central directory, or null where there is none (cut off, or no zip at all). */
export function listZip(bytes: Uint8Array): string[] | null {
  try {
    return readDirectory(bytes).map((entry) => entry.name);
  } catch {
    return null;
  }
}

/**
 * Opens a container.
 * @throws Problem file-too-large where the declared sizes add up to more than `limits.unpackedBytes`, or are
 *   absurd beside the file's own; any other error means that the container is broken.
 */
export function openZip({ bytes, name, limits }: Source): Archive {
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of readDirectory(bytes)) {
    if (entries.has(entry.name)) throw new Error("zip: a name stands twice");
    entries.set(entry.name, entry);
    total += entry.size;
  }
  const absurd = total > limits.unpackedBytes / 10 && total > bytes.length * absurdRatio;
  if (total > limits.unpackedBytes || absurd) {
    throw new Problem("file-too-large", {
      name,
      size: sayBytes(total),
      limit: sayBytes(limits.unpackedBytes),
    });
  }
  const budget = { left: limits.xmlBytes };
  let pictures = limits.pictureBytes;
  return {
    names: [...entries.keys()],
    async read(part, as = "words") {
      const entry = entries.get(part);
      if (!entry) return null;
      if (as === "words") return unpack(bytes, entry, spend(entry, budget, name, limits));
      // What is too much to be looked at is named as unseen, no reason to refuse the words.
      if (entry.size > pictures) return null;
      pictures -= entry.size;
      return unpack(bytes, entry, entry.size);
    },
  };
}

function spend(entry: Entry, budget: { left: number }, name: string, limits: ReadLimits): number {
  budget.left -= entry.size;
  if (budget.left < 0) {
    throw new Problem("file-too-large", {
      name,
      size: sayBytes(limits.xmlBytes - budget.left),
      limit: sayBytes(limits.xmlBytes),
    });
  }
  return entry.size;
}

async function unpack(bytes: Uint8Array, entry: Entry, size: number): Promise<Uint8Array> {
  const view = viewOf(bytes);
  if (view.getUint32(entry.header, true) !== 0x04034b50) throw new Error("zip: no local header");
  const start =
    entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new Error("zip: part is cut off");
  // One byte more than declared: zlib then says so itself when there is more to come.
  const part = entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: size + 1 });
  if (part.length !== size) throw new Error("zip: declared size is not the real one");
  if (crc32(part) !== entry.crc) throw new Error("zip: checksum differs");
  return part;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const { count, start } = findDirectory(view);
  if (count > maxEntries) throw new Error("zip: too many parts");
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("zip: no directory entry");
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8))
      throw new Error("zip: encrypted or oddly packed");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const sizes = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    };
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      method,
      crc: view.getUint32(at + 16, true),
      ...longSizes(view, at + 46 + nameLength, extraLength, sizes),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

const long = 0xffff_ffff;

/**
 * Sizes and places that stand in the extra field of a long entry (zip64), where the usual place says only that they
 * do. Programs that write while they pack use it for the smallest file.
 */
function longSizes<T extends Record<"size" | "packed" | "header", number>>(
  view: DataView,
  start: number,
  length: number,
  sizes: T,
): T {
  if (!Object.values(sizes).includes(long)) return sizes;
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const end = next + view.getUint16(at + 2, true);
    const found = { ...sizes };
    for (const key of ["size", "packed", "header"] as const) {
      if (sizes[key] !== long) continue;
      if (next + 8 > end) throw new Error("zip: a long size is missing");
      found[key] = readLong(view, next);
      next += 8;
    }
    return found;
  }
  throw new Error("zip: a long size is missing");
}

/** Beyond what a number can count it is no file that could be here. */
const readLong = (view: DataView, at: number) =>
  Math.min(Number.MAX_SAFE_INTEGER, Number(view.getBigUint64(at, true)));

/** Where the directory begins, and how many parts it has; both may stand in a long end record (zip64). */
function findDirectory(view: DataView): { count: number; start: number } {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== long) return { count, start };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, start };
  const record = readLong(view, locator + 8);
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    throw new Error("zip: no long end record");
  return { count: readLong(view, record + 32), start: readLong(view, record + 48) };
}

/** The end record stands last, behind it only a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Error("zip: no end of the directory");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
