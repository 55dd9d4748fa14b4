/**
 * Pages → one text. Page numbers go; a line that stands at the head or foot of several pages is said once, outside
 * the text, so that a sentence that runs over the page is not cut by it.
 */
import { withoutSigns } from "../text/doubt-sign.ts";
import { sayTable } from "../text/table-lines.ts";
import { type PlacedLine, toParagraphs } from "./flow.ts";
import type { PageTable } from "./tables.ts";

/** What was found on one page. */
export interface PageText {
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  readonly tables: readonly PageTable[];
  readonly turned: readonly string[];
}

/** The part of a page, at the top and at the bottom, where running lines stand. */
const margin = 0.12;

/** Joins the pages of a document. */
export function joinPages(pages: readonly PageText[]): string {
  const heads = new Set<string>();
  const feet = new Set<string>();
  const running = findRunning(pages);
  const said: string[] = [];
  let open: PlacedLine[] = [];
  const close = () => {
    said.push(...toParagraphs(open, usualPitch(open)));
    open = [];
  };
  for (const [index, page] of pages.entries()) {
    const tables = [...page.tables];
    for (const placed of page.lines) {
      const place = placeOf(placed, page);
      if (place !== "body" && isPageNumber(placed.line.text, index + 1)) continue;
      if (place !== "body" && running.has(placed.line.text)) {
        (place === "head" ? heads : feet).add(placed.line.text);
        continue;
      }
      while (tables[0] && tables[0].top < placed.line.base) {
        close();
        said.push("", ...sayTable(tables.shift()?.rows ?? [], false), "");
      }
      open.push(placed);
    }
    if (tables.length > 0) close();
    for (const table of tables) said.push("", ...sayTable(table.rows, false), "");
  }
  close();
  const turned = new Set(pages.flatMap((page) => page.turned));
  return [...heads, ...said, ...feet, ...turned].join("\n");
}

function placeOf({ line }: PlacedLine, page: PageText): "head" | "body" | "foot" {
  if (line.base < page.height * margin) return "head";
  return line.base > page.height * (1 - margin) ? "foot" : "body";
}

function findRunning(pages: readonly PageText[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const page of pages) {
    const own = new Set(
      page.lines.filter((placed) => placeOf(placed, page) !== "body").map(({ line }) => line.text),
    );
    for (const text of own) (seen.has(text) ? twice : seen).add(text);
  }
  return twice;
}

/** The number alone, "- 2 -", "Trang 2", "2/5"; near the count of the page, or it is a number of the text. */
function isPageNumber(text: string, page: number): boolean {
  const number = /^(?:trang\s+)?[–-]?\s*(\d{1,3})\s*[–-]?(?:\s*\/\s*\d{1,3})?$/iu.exec(
    withoutSigns(text),
  )?.[1];
  return number !== undefined && Math.abs(Number(number) - page) <= 2;
}

/** The middle one of the distances between lines that follow each other. */
function usualPitch(placed: readonly PlacedLine[]): number {
  const falls = placed
    .map(({ line }, index) => line.base - (placed[index - 1]?.line.base ?? line.base))
    .filter((fall) => fall > 0)
    .sort((a, b) => a - b);
  return falls[Math.floor(falls.length / 2)] ?? Number.POSITIVE_INFINITY;
}
