/**
 * Reads the text of a .pdf. pdfjs parses in this process: no worker, no code made from the file, no fonts or
 * character maps fetched, pictures left out. Its loops can't be interrupted from here; the wait is bounded page by
 * page, and what strangers send is read by reader-process.ts in a process that can be ended.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { Problem } from "../../../domain/problem.ts";
import type { Source } from "../limits.ts";
import type { Unseen } from "../unseen.ts";
import { readBeside } from "./beside.ts";
import { listenForDropped } from "./dropped.ts";
import { type PdfPage, readPage } from "./page.ts";
import { joinPages } from "./pages.ts";

/** Fewer letters than this in a whole file are a stamp on a scan, not a text. */
const fewLetters = 20;

/** The pages of a .pdf, and what belongs to none of them. */
export interface PdfPages {
  readonly pages: readonly PdfPage[];
  /** Not shown on a page, but looked through for a mark: bookmarks, the title, notes. */
  readonly hidden: readonly string[];
  readonly unseen: readonly Unseen[];
}

interface ReadPdf {
  text: string;
  pages: number;
  pagesWithoutText: number[];
  hidden: string;
  unseen: readonly Unseen[];
}

/**
 * Reads the words of a document.
 * @throws Problem file-no-text for a scan, file-too-many-pages, file-kind-refused with remedy `remove-password`;
 *   Error where it is broken
 */
export async function readPdf(source: Source): Promise<ReadPdf> {
  const { pages, hidden, unseen } = await readPdfPages(source);
  if (countLetters(pages) < fewLetters) throw new Problem("file-no-text", { name: source.name });
  return {
    text: joinPages(pages.flatMap((page) => page.texts)),
    pages: pages.length,
    pagesWithoutText: pages.flatMap((page, at) =>
      page.look === "whole" && page.letters === 0 ? [at + 1] : [],
    ),
    hidden: [...hidden, ...pages.flatMap((page) => page.hidden)].join("\n"),
    unseen,
  };
}

/** Reads each page by itself, those without text too. */
export async function readPdfPages({ bytes, name, limits }: Source): Promise<PdfPages> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pictures = listenForDropped();
  const deadline = performance.now() + limits.milliseconds;
  const task = getDocument({
    data: Uint8Array.from(bytes), // pdfjs keeps what it is given
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 1,
    // Which fonts say what letters they draw.
    fontExtraProperties: true,
    enableXfa: true,
    // Warnings: see dropped.ts.
    verbosity: 1,
  });
  try {
    const document: PDFDocumentProxy = await task.promise.catch((error: unknown) => {
      if (error instanceof Error && error.name === "PasswordException") {
        throw new Problem("file-kind-refused", { name, remedy: "remove-password" });
      }
      throw error;
    });
    const count = document.numPages;
    if (count > limits.pages)
      throw new Problem("file-too-many-pages", { name, pages: count, limit: limits.pages });
    const layers = await document.getOptionalContentConfig();
    const read: PdfPage[] = [];
    for (let number = 1; number <= count; number++) {
      if (performance.now() > deadline) throw new Error("pdf: out of time");
      const page = await document.getPage(number);
      read.push(await readPage(page, layers, pictures, document.isPureXfa));
      page.cleanup();
    }
    const { hidden, unseen } = await readBeside(document);
    const isScan = countLetters(read) < fewLetters;
    const pages = isScan ? read.map((page) => ({ ...page, look: "whole" as const })) : read;
    return { pages, hidden, unseen };
  } finally {
    pictures.stop();
    await task.destroy();
  }
}

const countLetters = (pages: readonly PdfPage[]) => pages.reduce((sum, page) => sum + page.letters, 0);
