/**
 * Files → one document, pages with text and pages that are pictures alike. Words come from text wherever the text
 * covers what is painted; other pages are looked at too (see-pages.ts), and of very many of them the first and the
 * last: a plan states its number at the head and who signed at the foot.
 */
import type { Canvas } from "@napi-rs/canvas";
import { Problem } from "../../domain/problem.ts";
import type { PicturePage } from "../write/pdf-of-pictures.ts";
import { admitPicture, orBroken, readWhole } from "./document.ts";
import { isDrawable } from "./drawable.ts";
import { readLimits, type Source } from "./limits.ts";
import { countLetters, type PdfPage, vietnameseShare, wordsOf } from "./pdf/page.ts";
import { joinPages, type PageText } from "./pdf/pages.ts";
import { readPdfPages } from "./pdf/pdf.ts";
import type { FileReading, ReaderFile } from "./reader-process-messages.ts";
import { takeDoubts } from "./scan/doubt.ts";
import type { DrawnPage, PdfPictures } from "./scan/pdf-pictures.ts";
import { type Seen, seePages, type Unseeable } from "./see-pages.ts";
import { seePictures } from "./see-pictures.ts";
import { tidyText } from "./text/tidy-text.ts";
import type { Unseen } from "./unseen.ts";

type Progress = (done: number, total: number) => void;

/** A page of a .pdf, or a photograph of one. */
interface OpenPage {
  readonly page: Omit<PdfPage, "letters">;
  readonly photo?: Source;
  readonly draw?: () => Promise<DrawnPage>;
  readonly painted?: Unseeable["painted"];
}

/** How a page came out in the end. */
interface DonePage {
  readonly texts: readonly PageText[];
  readonly hidden: readonly string[];
  readonly isUnread: boolean;
  /** Its words were read from its picture. */
  readonly isSeen: boolean;
}

const photograph: OpenPage["page"] = { texts: [], layer: null, hidden: [], look: "whole" };

/** Reads files in order; one alone may be of any kind, several must be .pdf or pictures. */
export async function readPages(files: readonly ReaderFile[], onProgress: Progress): Promise<FileReading> {
  const sources = files.map(({ bytes, name }): Source => ({ bytes, name, limits: readLimits }));
  const kinds = sources.map(admitPicture);
  const [source] = sources;
  const [kind] = kinds;
  if (!source || !kind) throw new Problem("file-expected", { label: "" });
  const words = kinds.findIndex((one) => one !== "pdf" && one !== "image");
  if (words >= 0) {
    if (files.length > 1) throw new Problem("file-kind-unknown", { name: files[words]?.name ?? "" });
    return seePictures(kind, source, await readWhole(kind, source), onProgress);
  }
  const { pages, hidden, unseen, close } = await openPages(sources, kinds);
  try {
    const toSee = pages.flatMap(({ page: { look }, draw, painted }, at): Unseeable[] =>
      look && draw ? [{ at, look, draw, ...(painted && { painted }) }] : [],
    );
    const found = await seePages(toSee, onProgress);
    const done = pages.map((page, at) => finish(page, found.get(at)));
    const { text, doubtful } = takeDoubts(tidyText(joinPages(done.flatMap(({ texts }) => texts))));
    const unread = done.flatMap(({ isUnread }, at) => (isUnread ? [at + 1] : []));
    // A blank sheet is no document; one that nobody could read may be one, and its pages are named.
    if (text === "" && unread.length === 0) throw new Problem("file-no-text", { name: source.name });
    const paper = await paperOf(pages, found);
    const isScan = unread.length > 0 || done.some(({ isSeen }) => isSeen);
    const said = tidyText([...hidden, ...done.flatMap((page) => page.hidden)].join("\n"));
    return {
      kind,
      text,
      pages: pages.length,
      source: isScan ? "scan" : "text",
      doubtful: isScan ? doubtful : [],
      unread,
      hidden: said.slice(0, readLimits.characters),
      unseen,
      leftOut: [],
      paper,
    };
  } finally {
    await close();
  }
}

async function openPages(sources: readonly Source[], kinds: readonly string[]) {
  const pages: OpenPage[] = [];
  const hidden: string[] = [];
  const unseen: Unseen[] = [];
  const closers: (() => Promise<void>)[] = [];
  for (const [index, source] of sources.entries()) {
    if (kinds[index] === "image") {
      pages.push({ page: photograph, draw: () => drawPhoto(source), photo: source });
      continue;
    }
    const read = await orBroken(source.name, readPdfPages(source));
    hidden.push(...read.hidden);
    unseen.push(...read.unseen);
    const pictures = read.pages.some((page) => page.look) ? await openPictures(source) : null;
    if (pictures) closers.push(pictures.close);
    for (const [at, page] of read.pages.entries()) {
      const ways = { draw: () => pictures?.draw(at + 1), painted: () => pictures?.painted(at + 1) };
      pages.push(
        page.look && pictures ? { page, ...(ways as Pick<OpenPage, "draw" | "painted">) } : { page },
      );
    }
  }
  return {
    pages,
    hidden,
    unseen,
    close: async () => {
      for (const close of closers) await close();
    },
  };
}

async function openPictures(source: Source): Promise<PdfPictures> {
  const { openPdfPictures } = await import("./scan/pdf-pictures.ts");
  return orBroken(source.name, openPdfPictures(source.bytes));
}

async function drawPhoto({ bytes, name }: Source): Promise<DrawnPage> {
  if (!isDrawable(bytes)) throw new Problem("picture-kind", { name });
  const { loadImage } = await import("@napi-rs/canvas");
  const { drawImage } = await import("./scan/picture.ts");
  return { canvas: drawImage(await orBroken(name, loadImage(bytes))), scale: 1 };
}

/** The words of a page: those of its text, or those seen, whichever are more of what stands there. */
function finish({ page, photo }: OpenPage, seen: Seen | undefined): DonePage {
  const { texts, hidden, look } = page;
  if (!look) return { texts, hidden, isUnread: false, isSeen: false };
  const layer = page.layer ?? texts;
  const words = wordsOf(layer);
  const letters = countLetters(words);
  // Not looked at, or to no avail: what text there is stays, and the page is named.
  if (!seen || (seen.how === "whole" && seen.pages === null))
    return { texts: photo ? [] : layer, hidden, isUnread: true, isSeen: false };
  if (seen.how === "rest")
    return { texts: withMarks(texts, seen.marks), hidden, isUnread: false, isSeen: false };
  const pages = seen.pages ?? [];
  const shown = wordsOf(pages);
  const count = countLetters(shown);
  const isWhole = letters > 0 && letters >= 0.6 * count;
  if (isWhole && vietnameseShare(words, letters) >= 0.7 * vietnameseShare(shown, count)) {
    const marks = pages.flatMap(({ turned }) => turned);
    return { texts: withMarks(layer, marks), hidden: [...hidden, shown], isUnread: false, isSeen: false };
  }
  return {
    texts: pages,
    hidden: [...hidden, words],
    isUnread: false,
    isSeen: count > 0 || pages.some(isInked),
  };
}

const isInked = (page: PageText) => page.lines.length + page.tables.length > 0;

function withMarks(texts: readonly PageText[], marks: readonly string[]): readonly PageText[] {
  const [page = { height: 842, lines: [], tables: [], turned: [] }, ...more] = texts;
  return marks.length === 0 ? texts : [{ ...page, turned: [...page.turned, ...marks] }, ...more];
}

/** Photographs, those not read among them, as one document; drawn anew, so that what a telephone notes in them is gone. */
async function paperOf(
  pages: readonly OpenPage[],
  found: ReadonlyMap<number, Seen>,
): Promise<Uint8Array | null> {
  if (pages.length === 0 || !pages.every(({ photo }) => photo)) return null;
  const { writePdfOfPictures } = await import("../write/pdf-of-pictures.ts");
  const drawn: PicturePage[] = [];
  for (const [at, page] of pages.entries()) {
    const canvas: Canvas | undefined = (await page.draw?.())?.canvas;
    if (!canvas) continue;
    const jpeg = await canvas.encode("jpeg", 75);
    const { width, height } = canvas;
    const seen = found.get(at);
    drawn.push({ jpeg, width, height, quarters: seen?.how === "whole" ? seen.quarters : 0 });
  }
  return writePdfOfPictures(drawn);
}
