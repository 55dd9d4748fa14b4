/**
 * Reads a .pdf that holds text. pdfjs parses in this process: no worker, no code made from the file, no fonts or
 * character maps fetched, pictures left out. Its loops can't be interrupted from here; the wait is bounded page by
 * page, and a later reader runs in a child process with a memory limit.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { Problem } from "../../domain/problem.ts";
import type { Source } from "./limits.ts";
import { orderLines } from "./pdf-layout.ts";
import { joinPages, type PageText } from "./pdf-pages.ts";
import { readRules } from "./pdf-rules.ts";
import { readRuns } from "./pdf-runs.ts";
import { takeTables } from "./pdf-tables.ts";

/** Fewer letters than this in a whole file are a stamp on a scan, not a text. */
const fewLetters = 20;

interface ReadPdf {
  text: string;
  pages: number;
  pagesWithoutText: number[];
}

/**
 * Reads the words of a document.
 * @throws Problem file-no-text for a scan, file-too-many-pages, file-kind-refused with remedy `remove-password`;
 *   Error where it is broken
 */
export async function readPdf({ bytes, name, limits }: Source): Promise<ReadPdf> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const deadline = performance.now() + limits.milliseconds;
  const task = getDocument({
    data: Uint8Array.from(bytes), // pdfjs keeps what it is given
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document: PDFDocumentProxy = await task.promise.catch((error: unknown) => {
      if (error instanceof Error && error.name === "PasswordException") {
        throw new Problem("file-kind-refused", { name, remedy: "remove-password" });
      }
      throw error;
    });
    const pages = document.numPages;
    if (pages > limits.pages) throw new Problem("file-too-many-pages", { name, pages, limit: limits.pages });
    const read: PageText[] = [];
    for (let number = 1; number <= pages; number++) {
      if (performance.now() > deadline) throw new Error("pdf: out of time");
      const page = await document.getPage(number);
      read.push(await readPage(page));
      page.cleanup();
    }
    const text = joinPages(read);
    if ((text.match(/\p{L}/gu) ?? []).length < fewLetters) throw new Problem("file-no-text", { name });
    const pagesWithoutText = read.flatMap((page, index) => (hasLetters(page) ? [] : [index + 1]));
    return { text, pages, pagesWithoutText };
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const { runs, turned } = await readRuns(page, transform);
  if (runs.length === 0) return { height, lines: [], tables: [], turned };
  const { tables, rest } = takeTables(runs, await readRules(page, transform));
  return { height, lines: orderLines(rest), tables, turned };
}

function hasLetters({ lines, tables, turned }: PageText): boolean {
  return tables.length > 0 || turned.length > 0 || lines.some(({ line }) => /\p{L}/u.test(line.text));
}
