/**
 * Files → one document, pages with text and pages that are pictures alike. Words come from text wherever there is
 * text; only pages without it are looked at, and of very many of them the first and the last: a plan states its
 * number at the head and who signed at the foot.
 */
import type { Canvas } from "@napi-rs/canvas";
import { Problem } from "../../domain/problem.ts";
import type { ApartFile, ApartResult } from "./apart-messages.ts";
import { admitPicture, orBroken, readDocument } from "./document.ts";
import { readLimits, type Source } from "./limits.ts";
import { pagesToSee, readPdfPages } from "./pdf.ts";
import { joinPages, type PageText } from "./pdf-pages.ts";
import { takeDoubts } from "./scan/doubt.ts";
import { tidyText } from "./tidy-text.ts";

/** A page with its words, or with the way to its picture. */
type OpenPage = { readonly text: PageText } | { readonly draw: () => Promise<Canvas> };
type Progress = (done: number, total: number) => void;

/** Of more pictures than both together, these many at the beginning and at the end are read. */
const [first, last] = [15, 5];

const blank: PageText = { height: 842, lines: [], tables: [], turned: [] };

/** Reads files in order; one alone may be of any kind, several must be .pdf or pictures. */
export async function readPages(files: readonly ApartFile[], onProgress: Progress): Promise<ApartResult> {
  const sources = files.map(({ bytes, name }): Source => ({ bytes, name, limits: readLimits }));
  const kinds = sources.map(admitPicture);
  const [source] = sources;
  const [kind] = kinds;
  if (!source || !kind) throw new Problem("file-expected", { label: "" });
  const words = kinds.findIndex((one) => one !== "pdf" && one !== "image");
  if (words >= 0) {
    if (files.length > 1) throw new Problem("file-kind-unknown", { name: files[words]?.name ?? "" });
    const { text, pages } = await readDocument(source.bytes, source.name);
    return { kind, text, pages, source: "text", doubtful: [], unread: [] };
  }
  const { pages, close } = await openPages(sources, kinds);
  try {
    const { read, seen, unread } = await readOpen(pages, onProgress);
    const { text, doubtful } = takeDoubts(tidyText(joinPages(read)));
    if (text === "") throw new Problem("file-no-text", { name: source.name });
    const from = seen ? "scan" : "text";
    return { kind, text, pages: pages.length, source: from, doubtful: seen ? doubtful : [], unread };
  } finally {
    await close();
  }
}

async function openPages(sources: readonly Source[], kinds: readonly string[]) {
  const pages: OpenPage[] = [];
  const closers: (() => Promise<void>)[] = [];
  for (const [index, source] of sources.entries()) {
    if (kinds[index] === "image") pages.push({ draw: () => drawPicture(source) });
    else {
      const texts = await orBroken(source.name, readPdfPages(source));
      const toSee = new Set(pagesToSee(texts));
      if (toSee.size === 0) {
        pages.push(...texts.map((text) => ({ text })));
        continue;
      }
      const { openPdfPictures } = await import("./scan/pdf-pictures.ts");
      const pdf = await orBroken(source.name, openPdfPictures(source.bytes));
      closers.push(pdf.close);
      pages.push(
        ...texts.map((text, at) => (toSee.has(at + 1) ? { draw: () => pdf.draw(at + 1) } : { text })),
      );
    }
  }
  return {
    pages,
    close: async () => {
      for (const close of closers) await close();
    },
  };
}

async function drawPicture({ bytes, name }: Source): Promise<Canvas> {
  const { loadImage } = await import("@napi-rs/canvas");
  const { drawImage } = await import("./scan/picture.ts");
  const isUsual = ["\xff\xd8", "\x89PNG", "RIFF"].some(
    (mark) => Buffer.from(bytes).indexOf(mark, 0, "latin1") === 0,
  );
  // Others, such as an iPhone's .heic, are well but can't be opened here.
  const seen = loadImage(bytes).catch((error: unknown) => {
    throw isUsual ? error : new Problem("file-no-text", { name });
  });
  return drawImage(await orBroken(name, seen));
}

const startRecogniser = async () => (await import("./scan/recogniser.ts")).startRecogniser();

async function readOpen(pages: readonly OpenPage[], onProgress: Progress) {
  const toSee = pages.flatMap((page, at) => ("draw" in page ? [at] : []));
  const chosen = new Set(
    toSee.length > first + last ? [...toSee.slice(0, first), ...toSee.slice(-last)] : toSee,
  );
  const unread: number[] = [];
  const read: PageText[] = [];
  let done = 0;
  let seen = chosen.size < toSee.length;
  if (chosen.size > 0) onProgress(0, chosen.size);
  // It starts in a thread of its own, while the first page is drawn.
  const starting = chosen.size > 0 ? startRecogniser() : null;
  starting?.catch(() => undefined);
  for (const [at, page] of pages.entries()) {
    if ("text" in page) read.push(page.text);
    else if (starting && chosen.has(at)) {
      const picture = await page.draw();
      const { readScan } = await import("./scan/read-scan.ts");
      const found = await readScan(picture, await starting);
      read.push(found ?? blank);
      if (!found) unread.push(at + 1);
      seen ||= !found || found.lines.length > 0 || found.tables.length > 0;
      onProgress(++done, chosen.size);
    } else {
      read.push(blank);
      unread.push(at + 1);
    }
  }
  await (await starting)?.stop();
  return { read, seen, unread };
}
