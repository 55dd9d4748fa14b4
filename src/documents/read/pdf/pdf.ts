/**
 * Reads the text of a .pdf. pdfjs parses in this process: no worker, no code made from the file, no fonts or
 * character maps fetched, pictures left out. Its loops can't be interrupted from here; the wait is bounded page by
 * page, and what strangers send is read by reader-process.ts in a process that can be ended.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { Problem } from "../../../domain/problem.ts";
import type { Source } from "../limits.ts";
import { fillHoles } from "./glyphs.ts";
import { orderLines } from "./layout.ts";
import { joinPages, type PageText } from "./pages.ts";
import { readRules } from "./rules.ts";
import { readRuns } from "./runs.ts";
import { takeTables } from "./tables.ts";

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
export async function readPdf(source: Source): Promise<ReadPdf> {
  const read = await readPdfPages(source);
  if (countLetters(read) < fewLetters) throw new Problem("file-no-text", { name: source.name });
  return { text: joinPages(read), pages: read.length, pagesWithoutText: pagesToSee(read) };
}

/** Pages, counted from 1, without a letter; all of them where the few letters of the file are a stamp. */
export function pagesToSee(read: readonly PageText[]): number[] {
  const isScan = countLetters(read) < fewLetters;
  return read.flatMap((page, index) => (isScan || !hasLetters(page) ? [index + 1] : []));
}

/** Reads each page by itself, those without text too. */
export async function readPdfPages({ bytes, name, limits }: Source): Promise<PageText[]> {
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
    return read;
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy): Promise<PageText> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const { runs: drawn, turned } = await readRuns(page, transform);
  const runs = await fillHoles(page, transform, drawn);
  if (runs.length === 0) return { height, lines: [], tables: [], turned };
  const { tables, rest } = takeTables(runs, await readRules(page, transform));
  return { height, lines: orderLines(rest), tables, turned };
}

function countLetters(read: readonly PageText[]): number {
  return (joinPages(read).match(/\p{L}/gu) ?? []).length;
}

function hasLetters({ lines, tables, turned }: PageText): boolean {
  return tables.length > 0 || turned.length > 0 || lines.some(({ line }) => /\p{L}/u.test(line.text));
}
