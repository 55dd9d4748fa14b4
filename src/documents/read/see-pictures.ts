/**
 * A document of Word or Excel whose pictures are looked at too: a stamp pasted into it is a picture, and so is a page
 * that somebody scanned into a .docx. Of pictures beside text only marks are kept; where there is next to no text, the
 * pictures are the document.
 */
import { Problem } from "../../domain/problem.ts";
import type { Source } from "./limits.ts";
import { countLetters, wordsOf } from "./pdf/page.ts";
import { joinPages, type PageText } from "./pdf/pages.ts";
import type { FileReading } from "./reader-process-messages.ts";
import type { Picture, Reading } from "./reading.ts";
import { takeDoubts } from "./scan/doubt.ts";
import type { DocumentKind } from "./sniff.ts";
import { tidyText } from "./text/tidy-text.ts";
import { distinct, type Unseen } from "./unseen.ts";

type Progress = (done: number, total: number) => void;

/** More are not looked at, and named instead. */
const most = 20;
/** A picture smaller than this has no letters that an eye could read, in pixels. */
const smallest = { width: 24, height: 10 };
/** A picture as large as this may be a page; a smaller one holds a mark at most. */
const pageLike = 500;
/** A document with fewer letters is its pictures. */
const fewLetters = 40;

interface Looked {
  readonly pages: readonly PageText[];
  readonly marks: readonly string[];
  readonly unseen: readonly Unseen[];
}

export async function seePictures(
  kind: DocumentKind,
  { name }: Source,
  reading: Reading,
  onProgress: Progress,
): Promise<FileReading> {
  const { pictures, ...found } = reading;
  const looked = await lookAt(pictures, onProgress);
  const unseen = distinct([...found.unseen, ...looked.unseen]);
  const isPictures = countLetters(found.text) < fewLetters && looked.pages.length > 0;
  const said = [found.text, ...looked.marks, ...(isPictures ? [joinPages(looked.pages)] : [])];
  const { text, doubtful } = takeDoubts(tidyText(said.filter((part) => part !== "").join("\n")));
  if (text === "" && pictures.length > 0) throw new Problem("file-no-text", { name });
  if (text === "" && unseen.length === 0) throw new Problem("file-empty", { name });
  const beside = isPictures ? [] : [tidyText(wordsOf(looked.pages))];
  return {
    kind,
    text,
    pages: found.pages,
    source: isPictures ? "scan" : "text",
    doubtful: isPictures ? doubtful : [],
    unread: [],
    hidden: [found.hidden, ...beside].filter((part) => part !== "").join("\n"),
    unseen,
    leftOut: found.leftOut,
    paper: null,
  };
}

async function lookAt(pictures: readonly Picture[], onProgress: Progress): Promise<Looked> {
  const [pages, marks, unseen] = [[] as PageText[], [] as string[], [] as Unseen[]];
  if (pictures.length === 0) return { pages, marks, unseen };
  const [{ loadImage }, { drawImage }, { startRecogniser }] = await Promise.all([
    import("@napi-rs/canvas"),
    import("./scan/picture.ts"),
    import("./scan/recogniser.ts"),
  ]);
  const [{ makeReady, readScan }, { restOf }, { findMarks }] = await Promise.all([
    import("./scan/read-scan.ts"),
    import("./scan/rest-of-page.ts"),
    import("./scan/find-marks.ts"),
  ]);
  const chosen = pictures.slice(0, most);
  onProgress(0, chosen.length);
  const recogniser = await startRecogniser();
  try {
    for (const [at, { name, bytes }] of chosen.entries()) {
      const image = await loadImage(bytes).catch(() => null);
      if (!image) unseen.push({ what: "picture", name });
      else if (image.width >= smallest.width && image.height >= smallest.height) {
        const canvas = drawImage(image);
        const isPage = Math.min(image.width, image.height) >= pageLike;
        const seen = isPage ? await readScan(makeReady(canvas), recogniser) : null;
        pages.push(...(seen?.pages ?? []));
        // What is no page of words is a photograph, a drawing, or a stamp.
        if (!seen?.pages) marks.push(...(await findMarks(restOf(canvas, [], 1), recogniser)));
        if (isPage && !seen?.pages) unseen.push({ what: "picture", name });
      }
      onProgress(at + 1, chosen.length);
    }
  } finally {
    await recogniser.stop();
  }
  unseen.push(...pictures.slice(most).map(({ name }): Unseen => ({ what: "picture", name })));
  return { pages, marks: [...marks, ...pages.flatMap((page) => page.turned)], unseen };
}
