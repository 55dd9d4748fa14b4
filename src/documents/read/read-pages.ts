/**
 * Files → one document, pages with text and pages that are pictures alike. Words come from text wherever there is
 * text; only pages without it are looked at, and of very many of them the first and the last: a plan states its
 * number at the head and who signed at the foot.
 */
import { availableParallelism } from "node:os";
import type { Canvas } from "@napi-rs/canvas";
import { Problem } from "../../domain/problem.ts";
import type { PicturePage } from "../write/pdf-of-pictures.ts";
import type { ReaderFile, FileReading } from "./reader-process-messages.ts";
import { admitPicture, orBroken, readDocument } from "./document.ts";
import { readLimits, type Source } from "./limits.ts";
import { joinPages, type PageText } from "./pdf/pages.ts";
import { pagesToSee, readPdfPages } from "./pdf/pdf.ts";
import { takeDoubts } from "./scan/doubt.ts";
import type { SeenPage } from "./scan/read-scan.ts";
import { tidyText } from "./text/tidy-text.ts";

/** A page with its words, or with the way to its picture. */
type OpenPage =
  | { readonly text: PageText }
  | { readonly draw: () => Promise<Canvas>; readonly photo?: Source };
interface Unseen {
  readonly at: number;
  readonly draw: () => Promise<Canvas>;
}
type Seen = Map<number, SeenPage>;
type Progress = (done: number, total: number) => void;

/** Of more pictures than both together, these many at the beginning and at the end are read. */
const [first, last] = [15, 5];

const blank: PageText = { height: 842, lines: [], tables: [], turned: [] };

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
    const { text, pages } = await readDocument(source.bytes, source.name);
    return { kind, text, pages, source: "text", doubtful: [], unread: [], paper: null };
  }
  const { pages, close } = await openPages(sources, kinds);
  try {
    const { read, seen, unread, found } = await readOpen(pages, onProgress);
    const { text, doubtful } = takeDoubts(tidyText(joinPages(read)));
    // A blank sheet is no document; one that nobody could read may be one, and its pages are named.
    if (text === "" && unread.length === 0) throw new Problem("file-no-text", { name: source.name });
    const paper = await paperOf(pages, found);
    const from = seen ? "scan" : "text";
    return { kind, text, pages: pages.length, source: from, doubtful: seen ? doubtful : [], unread, paper };
  } finally {
    await close();
  }
}

async function openPages(sources: readonly Source[], kinds: readonly string[]) {
  const pages: OpenPage[] = [];
  const closers: (() => Promise<void>)[] = [];
  for (const [index, source] of sources.entries()) {
    if (kinds[index] === "image") pages.push({ draw: () => drawPicture(source), photo: source });
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

/** Pictures that phones and scanners make. Others (.heic, .tif) can't be drawn, and trying ends the process. */
const drawable = ["\xff\xd8\xff", "\x89PNG", "RIFF"].map((mark) => Buffer.from(mark, "latin1"));

async function drawPicture({ bytes, name }: Source): Promise<Canvas> {
  if (!drawable.some((mark) => mark.equals(bytes.subarray(0, mark.length)))) {
    throw new Problem("file-no-text", { name });
  }
  const { loadImage } = await import("@napi-rs/canvas");
  const { drawImage } = await import("./scan/picture.ts");
  return drawImage(await orBroken(name, loadImage(bytes)));
}

async function readOpen(pages: readonly OpenPage[], onProgress: Progress) {
  const toSee = pages.flatMap((page, at) => ("draw" in page ? [{ at, draw: page.draw }] : []));
  const chosen = toSee.length > first + last ? [...toSee.slice(0, first), ...toSee.slice(-last)] : toSee;
  const found = chosen.length > 0 ? await seePages(chosen, onProgress) : (new Map() as Seen);
  const isInked = (page: PageText | null) => page === null || page.lines.length + page.tables.length > 0;
  return {
    read: pages.map((page, at) => ("text" in page ? page.text : (found.get(at)?.page ?? blank))),
    seen: chosen.length < toSee.length || [...found.values()].some(({ page }) => isInked(page)),
    unread: toSee.filter(({ at }) => !found.get(at)?.page).map(({ at }) => at + 1),
    found,
  };
}

/** Photographs, those not read among them, as one document; drawn anew, so that what a telephone notes in them is gone. */
async function paperOf(pages: readonly OpenPage[], found: Seen): Promise<Uint8Array | null> {
  if (pages.length === 0 || !pages.every((page) => "photo" in page && page.photo)) return null;
  const { writePdfOfPictures } = await import("../write/pdf-of-pictures.ts");
  const drawn: PicturePage[] = [];
  for (const [at, page] of pages.entries()) {
    if (!("draw" in page)) continue;
    const canvas = await page.draw();
    const jpeg = await canvas.encode("jpeg", 75);
    const { width, height } = canvas;
    drawn.push({ jpeg, width, height, quarters: found.get(at)?.quarters ?? 0 });
  }
  return writePdfOfPictures(drawn);
}

/** Looks at pages, two at a time where there are two processors; this process gives way to others, see reader-process.ts. */
async function seePages(chosen: readonly Unseen[], onProgress: Progress): Promise<Seen> {
  const [{ makeReady, readScan }, { startRecogniser }] = await Promise.all([
    import("./scan/read-scan.ts"),
    import("./scan/recogniser.ts"),
  ]);
  onProgress(0, chosen.length);
  const waiting = [...chosen];
  const found: Seen = new Map();
  const lane = async () => {
    // It starts in a thread of its own, while the first page is drawn.
    const starting = startRecogniser();
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      const picture = makeReady(await page.draw());
      found.set(page.at, await readScan(picture, await starting));
      onProgress(found.size, chosen.length);
    }
    await (await starting).stop();
  };
  const lanes = Math.min(2, chosen.length, availableParallelism());
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}
