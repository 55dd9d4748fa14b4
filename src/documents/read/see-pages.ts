/**
 * Looks at pages, two at a time where there are two processors; this process gives way to others, see
 * reader-process.ts. A page is drawn and read whole, or only what is painted on it beside its text is searched.
 */
import { availableParallelism } from "node:os";
import type { Box } from "./pdf/boxes.ts";
import type { DrawnPage, PaintedPage } from "./scan/pdf-pictures.ts";
import type { SeenPage } from "./scan/read-scan.ts";

/** A page that has to be looked at. */
export interface Unseeable {
  readonly at: number;
  readonly look: "whole" | "pictures" | "rest";
  readonly draw: () => Promise<DrawnPage>;
  readonly painted?: () => Promise<PaintedPage>;
}

/** What looking gave: the page as read from its picture, or the marks found beside its text. */
export type Seen =
  | ({ readonly how: "whole" } & SeenPage)
  | { readonly how: "rest"; readonly marks: readonly string[] };

type Progress = (done: number, total: number) => void;

/** Of more pictures than both together, these many at the beginning and at the end are looked at. */
const [first, last] = [15, 5];
/** How long it may take to see that what is on the others was looked at before, in milliseconds. */
const patience = 6_000;

/** @returns what was seen by the place of the page; a page that is not in it was not looked at */
export async function seePages(
  toSee: readonly Unseeable[],
  onProgress: Progress,
): Promise<Map<number, Seen>> {
  const found = new Map<number, Seen>();
  if (toSee.length === 0) return found;
  const [{ makeReady, readScan }, { startRecogniser }, { restOf }, { findMarks }] = await Promise.all([
    import("./scan/read-scan.ts"),
    import("./scan/recogniser.ts"),
    import("./scan/rest-of-page.ts"),
    import("./scan/find-marks.ts"),
  ]);
  const chosen = toSee.length > first + last ? [...toSee.slice(0, first), ...toSee.slice(-last)] : toSee;
  onProgress(0, chosen.length);
  const waiting = [...chosen];
  const known = new Set<string>();
  const lane = async () => {
    // It starts in a thread of its own, while the first page is drawn.
    const starting = startRecogniser();
    // Should a page fail before it is needed, that failure is the one to be told.
    starting.catch(() => undefined);
    try {
      for (let page = waiting.shift(); page; page = waiting.shift()) {
        const { how, boxes } = await weigh(page, known);
        if (how === "whole") {
          const picture = makeReady((await page.draw()).canvas);
          found.set(page.at, { how, ...(await readScan(picture, await starting)) });
        } else if (how === "rest") {
          const { canvas, scale } = await page.draw();
          found.set(page.at, { how, marks: await findMarks(restOf(canvas, boxes, scale), await starting) });
        } else found.set(page.at, { how: "rest", marks: [] });
        onProgress(found.size, chosen.length);
      }
    } finally {
      await (await starting).stop();
    }
  };
  const lanes = Math.min(2, chosen.length, availableParallelism());
  await Promise.all(Array.from({ length: lanes }, lane));
  await passOver(
    toSee.filter((page) => !chosen.includes(page)),
    known,
    found,
  );
  return found;
}

/** What has to be done about a page; "none" where its pictures were all looked at on another page. */
async function weigh(
  page: Unseeable,
  known: Set<string>,
): Promise<{ how: "whole" | "rest" | "none"; boxes: readonly Box[] }> {
  if (page.look === "whole" || !page.painted) return { how: "whole", boxes: [] };
  const { isCovered, known: boxes, pictures } = await page.painted();
  if (isCovered) return { how: "whole", boxes };
  const isKnown = page.look === "pictures" && pictures.every((picture) => known.has(picture));
  for (const picture of pictures) known.add(picture);
  return { how: isKnown && pictures.length > 0 ? "none" : "rest", boxes };
}

/** Pages that are too many to be looked at: those with nothing on them but what was seen already are seen too. */
async function passOver(
  left: readonly Unseeable[],
  known: ReadonlySet<string>,
  found: Map<number, Seen>,
): Promise<void> {
  const until = performance.now() + patience;
  for (const page of left) {
    if (page.look !== "pictures" || !page.painted || performance.now() > until) continue;
    const { isCovered, pictures } = await page.painted();
    const isKnown = !isCovered && pictures.length > 0 && pictures.every((picture) => known.has(picture));
    if (isKnown) found.set(page.at, { how: "rest", marks: [] });
  }
}
