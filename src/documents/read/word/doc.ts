/**
 * Reads an old .doc (Word 97–2003). word-extractor does the work; before it sees the file, the container is walked
 * (ole.ts) and the table of text pieces is weighed: pieces that overlap could unfold a small file into gigabytes.
 */
import { Problem } from "../../../domain/problem.ts";
import { openOle } from "../container/ole.ts";
import type { Source } from "../limits.ts";
import { picturesIn, stringsWithMark } from "./doc-strings.ts";
import { sayDocBody } from "./doc-tables.ts";
import type { ReadDocx } from "./docx.ts";

/**
 * Reads the words of a document: headers, body, notes, text boxes, footers.
 * @throws Problem file-kind-refused with remedy `remove-password`, or `save-docx` for what is older than Word 97;
 *   Error where the file is broken
 */
export async function readDoc({ bytes, name }: Source): Promise<ReadDocx> {
  const file = openOle(bytes);
  const main = file.stream("WordDocument");
  if (!main || main.length < 0x1aa) throw new Error("doc: no document stream");
  const view = viewOf(main);
  if (view.getUint16(0, true) !== 0xa5ec)
    throw new Problem("file-kind-refused", { name, remedy: "save-docx" });
  const flags = view.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) throw new Problem("file-kind-refused", { name, remedy: "remove-password" });
  const table = file.stream((flags & 0x0200) !== 0 ? "1Table" : "0Table");
  if (!table) throw new Error("doc: no table stream");
  weighPieces(viewOf(table), view.getUint32(0x1a2, true), main.length);

  const { default: WordExtractor } = await import("word-extractor");
  const found = await new WordExtractor().extract(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  );
  const plain = { filterUnicode: false };
  const text = [
    withoutPageNumbers(found.getHeaders({ ...plain, includeFooters: false })),
    sayDocBody(found.getBody(plain)),
    found.getFootnotes(plain),
    found.getEndnotes(plain),
    found.getTextboxes(plain),
    withoutPageNumbers(found.getFooters(plain)),
  ]
    .filter((part) => part.trim() !== "")
    .join("\n\n");
  return { text, hidden: stringsWithMark(file).join("\n"), ...picturesIn(file) };
}

/** Page numbers are results of fields here, and fields are not told apart. */
function withoutPageNumbers(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => !/^[–-]?\s?\d{1,3}\s?[–-]?$/.test(line)).join("\n");
}

/** Walks the table of pieces as the library will: positions must rise, and no more text than the stream has bytes. */
function weighPieces(table: DataView, start: number, streamLength: number): void {
  let at = start;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (table.getUint8(at) !== 2) throw new Error("doc: no table of pieces");
  const count = (table.getUint32(at + 1, true) - 4) / 12;
  let before = table.getUint32(at + 5, true);
  const first = before;
  for (let piece = 1; piece <= count; piece++) {
    const position = table.getUint32(at + 5 + piece * 4, true);
    if (position < before) throw new Error("doc: pieces run backwards");
    before = position;
  }
  if (before - first > streamLength) throw new Error("doc: pieces overlap");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
