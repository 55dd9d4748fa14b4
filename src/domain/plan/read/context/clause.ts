/** The words around a temporal phrase: its block, sentence and clause, and the heading it stands under. */
import type { Page } from "../scan.ts";
import { type Block, type Span, sentencesOf } from "../sections.ts";

/** Where a phrase stands. */
export interface Place {
  block: Block;
  /** Number of the block on the page. */
  index: number;
  blocks: readonly Block[];
  sentence: Span;
  /** Sentence before it in the same block, if any. */
  previous: Span | null;
  /** Nearest heading above. */
  heading: Block | null;
  /** Column of a table row, -1 outside tables. */
  column: number;
  /** Inside quotation marks: part of a name. */
  quoted: boolean;
}

interface Cut {
  block: Block;
  column: number;
  sentences: Span[];
  quotes: Span[];
}

/** A finder of places for rising offsets; each block is cut once. */
export function placesOf(page: Page, blocks: readonly Block[]): (at: number) => Place | null {
  let index = 0;
  let heading: Block | null = null;
  let cut: Cut | null = null;
  return (at) => {
    while (index < blocks.length && (blocks[index] as Block).end <= at) {
      if ((blocks[index] as Block).heading) heading = blocks[index] as Block;
      index++;
    }
    const block = blocks[index];
    if (!block || block.start > at) return null;
    const column = block.cells ? block.cells.findIndex((cell) => cell.start <= at && at < cell.end) : -1;
    if (cut?.block !== block || cut.column !== column) {
      const span = block.cells?.[column] ?? block;
      cut = { block, column, sentences: sentencesOf(page.scan, span), quotes: quotesOf(page, span) };
    }
    const at2 = lastStartingBefore(cut.sentences, at);
    const sentence = cut.sentences[at2];
    if (!sentence) return null;
    const quote = cut.quotes[lastStartingBefore(cut.quotes, at)];
    return {
      block,
      index,
      blocks,
      sentence,
      previous: cut.sentences[at2 - 1] ?? null,
      heading,
      column,
      quoted: quote !== undefined && quote.start <= at && at < quote.end,
    };
  };
}

/** What a list stands under ("Lịch nộp hồ sơ:" above "- Cấp mầm non: …"), lower case; "" where a block is no item. */
export function leadOf(page: Page, place: Place): string {
  const above = leadBlockOf(place);
  return above ? page.scan.slice(Math.max(above.start, above.end - 200), above.end) : "";
}

/** The block a list stands under; null where a block is no item. */
export function leadBlockOf({ block, blocks, index }: Place): Block | null {
  if (block.mark === null || block.cells) return null;
  const sort = sortOf(block.mark);
  for (let i = index - 1; i >= Math.max(0, index - longestList); i--) {
    const above = blocks[i] as Block;
    if (above.mark === null || sortOf(above.mark) !== sort) return above;
  }
  return null;
}

const longestList = 12;

function sortOf(mark: string): string {
  return /\d/.test(mark) ? "1" : /\p{L}/u.test(mark) ? "a" : mark.charAt(0);
}

function lastStartingBefore(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const longestQuote = 600;

/** Stretches between quotation marks; one that is not closed soon is a slip of the typist and none. */
function quotesOf(page: Page, span: Span): Span[] {
  const quotes: Span[] = [];
  let open = -1;
  for (let i = span.start; i < span.end; i++) {
    const char = page.text[i];
    if (char === "“" || (char === '"' && open < 0)) open = i;
    else if ((char === "”" || char === '"') && open >= 0) {
      if (i - open < longestQuote) quotes.push({ start: open, end: i });
      open = -1;
    }
  }
  return quotes;
}
