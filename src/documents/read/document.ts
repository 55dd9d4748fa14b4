/**
 * The door for files that people send: whatever comes, out comes their text in one form, or a Problem that says
 * what to do. Bounds first, then the kind by content, then the reader of that kind. The readers are libraries made
 * for files that are well; whatever they throw at one that is not means "broken" here, with the reason kept as
 * `cause` for the log.
 */
import { Problem } from "../../domain/problem.ts";
import { type ReadLimits, readLimits, type Source, sayBytes } from "./limits.ts";
import type { ReadDocument, Reading } from "./reading.ts";
import { type DocumentKind, isHeif, sniff } from "./sniff.ts";
import { tidyText } from "./text/tidy-text.ts";

/** A web page or RTF under the name of an old Office file: the program that opens it can save it anew. */
const saveAgain = (name: string) =>
  /\.(xls|xlsx|csv)\s*$/i.test(name) ? "save-real-xlsx" : "save-real-docx";

/** What to do with a kind that is known and not read. */
const remedies: Partial<Record<DocumentKind, string>> = {
  zip: "unzip",
  rar: "unzip",
  "7z": "unzip",
  xls: "save-xlsx",
  locked: "remove-password",
};

/**
 * Reads a document that someone sent.
 * @param name the file's name, for the sentences and as a hint; it is never opened
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-no-text,
 *   file-too-many-pages, file-broken
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  limits: Partial<ReadLimits> = {},
): Promise<ReadDocument> {
  const source: Source = { bytes, name, limits: { ...readLimits, ...limits } };
  const kind = admit(source);
  const { pictures, ...found } = await readWhole(kind, source);
  if (found.text === "" && pictures.length + found.unseen.length > 0)
    throw new Problem("file-no-text", { name });
  if (found.text === "") throw new Problem("file-empty", { name });
  return { kind, ...found };
}

/**
 * Reads a file of a kind that is let in; its text is tidy, and may be empty.
 * @throws Problem file-too-large, file-no-text, file-too-many-pages, file-broken
 */
export async function readWhole(kind: DocumentKind, source: Source): Promise<Reading> {
  const { name, limits } = source;
  const found = await orBroken(name, withinTime(read(kind, source), limits.milliseconds));
  if (found.text.length > limits.characters) {
    const [size, limit] = [sayBytes(found.text.length), sayBytes(limits.characters)];
    throw new Problem("file-too-large", { name, size, limit });
  }
  return { ...found, text: tidyText(found.text), hidden: tidyText(found.hidden.slice(0, limits.characters)) };
}

/**
 * Lets a file in by its size and kind.
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-no-text
 */
export function admit(source: Source): DocumentKind {
  const kind = admitPicture(source);
  const code = isHeif(source.bytes) ? "picture-kind" : "file-no-text";
  if (kind === "image") throw new Problem(code, { name: source.name });
  return kind;
}

/**
 * As `admit`, for a reader of pictures.
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused
 */
export function admitPicture({ bytes, name, limits }: Source): DocumentKind {
  if (bytes.length > limits.bytes) {
    throw new Problem("file-too-large", {
      name,
      size: sayBytes(bytes.length),
      limit: sayBytes(limits.bytes),
    });
  }
  if (bytes.length === 0) throw new Problem("file-empty", { name });
  const kind = sniff(bytes, name);
  const remedy = remedies[kind] ?? (kind === "html" || kind === "rtf" ? saveAgain(name) : undefined);
  if (remedy) throw new Problem("file-kind-refused", { name, remedy });
  if (kind === "unknown") throw new Problem("file-kind-unknown", { name });
  return kind;
}

const nothing = {
  pages: null,
  pagesWithoutText: [],
  hidden: "",
  unseen: [],
  leftOut: [],
  pictures: [],
} as const satisfies Omit<Reading, "text">;

async function read(kind: DocumentKind, source: Source): Promise<Reading> {
  switch (kind) {
    case "pdf":
      return { ...nothing, ...(await (await import("./pdf/pdf.ts")).readPdf(source)) };
    case "docx":
      return { ...nothing, ...(await (await import("./word/docx.ts")).readDocx(source)) };
    case "doc":
      return { ...nothing, ...(await (await import("./word/doc.ts")).readDoc(source)) };
    case "xlsx":
      return { ...nothing, ...(await (await import("./table/workbook-text.ts")).readWorkbookText(source)) };
    default:
      return { ...nothing, text: (await import("./text/txt.ts")).readTxt(source) };
  }
}

/** Turns whatever a reader throws into file-broken; a Problem passes as it is. */
export async function orBroken<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw Object.assign(new Problem("file-broken", { name }), { cause: error });
  }
}

/**
 * Stops waiting after a time. It can't stop the work: a loop in a parser holds the whole process, and only a child
 * process can be ended, see reader-process.ts.
 */
async function withinTime<T>(reading: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not read within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
