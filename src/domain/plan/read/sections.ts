/**
 * The page cut as a reader sees it: blocks (a paragraph, a heading, a table row, a bullet) whose broken lines
 * are joined again, sentences inside them, and which part of the document they stand in.
 */
import { inCapitals, type Page } from "./scan.ts";

/** `head`: letterhead to title. `body`: what is ordered. `tail`: Nơi nhận and signatures. */
export type Part = "head" | "body" | "tail";

/** A block; offsets in the text. */
export interface Block {
  start: number;
  end: number;
  part: Part;
  /** "1.2-", "II.", "-", "+" … as printed, lower case; null for a plain paragraph. */
  mark: string | null;
  /** A short line that only names what follows. */
  heading: boolean;
  /** A row of a table: its cells, empty ones kept so that columns stay aligned. */
  cells: Span[] | null;
  /** The row of labels above it, where there is one. */
  labels: string[] | null;
}

export interface Span {
  start: number;
  end: number;
}

interface Line extends Span {
  blankBefore: boolean;
}

const markPattern =
  /^\s*(?:((?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s?[.)/-]-?|\d{1,2}(?:\.\d{1,2}){1,3}|\(\d{1,2}\)|[-+•●○▪–])\s+|(\d{1,2}[.)]|[-+•●])(?=\p{L}))/u;

/** Cuts a page into blocks. */
export function blocksOf(page: Page): Block[] {
  const lines = linesOf(page.scan);
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && continues(page, last, line)) last.end = line.end;
    else blocks.push(blockOf(page.scan, line));
  }
  for (const block of blocks) block.heading = isHeading(page, block);
  markParts(page.scan, blocks);
  labelRows(page.scan, blocks);
  return blocks;
}

function linesOf(scan: string): Line[] {
  const lines: Line[] = [];
  let [start, blank] = [0, false];
  while (start <= scan.length) {
    const newline = scan.indexOf("\n", start);
    const end = newline < 0 ? scan.length : newline;
    if (scan.slice(start, end).trim() === "") blank = true;
    else {
      lines.push({ start, end, blankBefore: blank });
      blank = false;
    }
    start = end + 1;
  }
  return lines;
}

function blockOf(scan: string, line: Line): Block {
  const raw = scan.slice(line.start, line.end);
  const mark = markPattern.exec(raw);
  const cells = raw.includes("|") ? cellsOf(raw, line.start) : null;
  return {
    start: line.start,
    end: line.end,
    part: "body",
    mark: mark?.[0].trim() ?? null,
    heading: false,
    cells,
    labels: null,
  };
}

function cellsOf(raw: string, offset: number): Span[] | null {
  const cells: Span[] = [];
  let at = 0;
  for (const part of raw.split("|")) {
    const lead = part.length - part.trimStart().length;
    cells.push({ start: offset + at + lead, end: offset + at + Math.max(lead, part.trimEnd().length) });
    at += part.length + 1;
  }
  if (/^\s*\|/.test(raw)) cells.shift();
  if (/\|\s*$/.test(raw)) cells.pop();
  return cells.length > 1 && cells.length <= 40 ? cells : null;
}

const labelWord =
  /^(?:stt|tt|số tt|nội dung|thời (?:gian|hạn|điểm)|công việc|nhiệm vụ|hoạt động|tiến độ|đơn vị|ngày|hạn|tên)(?![\p{L}]{2})/u;

/** Gives each row of a table the labels of its first row. */
function labelRows(scan: string, blocks: Block[]): void {
  let labels: string[] | null = null;
  for (const block of blocks) {
    if (!block.cells) {
      labels = null;
      continue;
    }
    const cells = block.cells.map((cell) => scan.slice(cell.start, cell.end).trim());
    if (cells.filter((cell) => labelWord.test(cell) && cell.length < 60).length >= 2) {
      labels = cells;
      block.heading = true;
    } else block.labels = labels;
  }
}

const openWord = /(?:^|[\s(])(?:ngày|tháng|năm|quý|trước|từ|đến|hết|và|của|về|với|các|lúc|thứ|,)$/u;

/** A line goes on with the one above when a sentence was broken by the width of the page or by its end. */
function continues({ scan, text }: Page, block: Block, line: Line): boolean {
  if (block.cells) return false;
  const next = scan.slice(line.start, line.end);
  if (next.includes("|") || markPattern.test(next)) return false;
  const above = scan.slice(Math.max(block.start, block.end - 160), block.end).trimEnd();
  if (/[.;:!?…}]$|\.\/\.$/u.test(above)) return false;
  const width = block.end - Math.max(block.start, scan.lastIndexOf("\n", block.end - 1) + 1);
  const open = openWord.test(above);
  if (dateCell.test(next) && !dateOpen.test(above)) return false;
  // A small letter begins no line of its own, however narrow the one above was set.
  const start = text.slice(line.start, line.start + 20);
  const room = /^\s*\p{Lu}/u.test(start) ? 76 : /^\s*\p{Ll}{2}/u.test(start) ? 18 : 45;
  return (open || width >= (line.blankBefore ? 75 : room)) && !/^\s*(?:nơi nhận|t\/m|tm\.)/u.test(next);
}

/** "… gửi trước ngày ⏎ 12/9/2017." */
const dateOpen = /(?<!\p{L})(?:trước|từ|đến|hết|nhất|vào)(?:\s{1,3}ngày)?$/u;

/** A short line that holds but a date is a cell of a flattened table, not the end of the line above. */
const dateCell =
  /^\s*(?:từ |trước |trong |đến |cuối |đầu |dự kiến )?(?:(?:ngày|tháng|quý)(?=[^.;]{0,20}[\divx])|\d{1,2}[/.]\d)[^.;]{0,45}$/u;

function isHeading(page: Page, block: Block): boolean {
  const length = block.end - block.start;
  if (block.cells || length > 220) return false;
  const bracket = page.text.indexOf(" (", block.start + 8);
  if (inCapitals(page, block.start, bracket > 0 && bracket < block.end ? bracket : block.end)) return true;
  if (block.mark === null) return false;
  const text = page.text.slice(block.start, block.end).trim();
  return !/^[-+•●○▪–]$/u.test(block.mark) && (/:$/.test(text) || !/[.;,]$/.test(text)) && length < 160;
}

const tailStart = /^\s*nơi\s{1,3}(?:nhận|gửi)\s{0,3}:?/u;
const annex = /^\s*(?:phụ\s{1,3}lục|biểu\s{1,3}(?:mẫu|số)|lịch\s)/u;

/** The outline or the blank form of a report asks for nothing by itself. */
const outline =
  /^\s*(?:phụ\s{1,3}lục\s{0,3}\S{0,4}\s{0,3}[:.-]?\s{0,3})?(?:đề\s{1,3}cương|mẫu)\s{1,3}báo\s{1,3}cáo/u;

/** What a decision encloses begins behind its signature: "QUY CHẾ … (Ban hành kèm theo Quyết định số …)". */
const enclosed =
  /^\s*(?:\(?\s{0,2}(?:được\s)?(?:ban\s{1,3}hành\s{1,3})?kèm\s{1,3}theo\s|chương\s{1,3}(?:[ivx]{1,4}|\d{1,2})(?!\p{L})|điều\s{1,3}1(?!\d))/u;
const enclosedName =
  /^\s*(?:quy\s{1,3}(?:chế|định|trình)|kế\s{1,3}hoạch|chương\s{1,3}trình|đề\s{1,3}án|phương\s{1,3}án|hướng\s{1,3}dẫn|danh\s{1,3}mục|thể\s{1,3}lệ)(?!\p{L})/u;

function markParts(scan: string, blocks: Block[]): void {
  let part: Part = "body";
  let outlined = false;
  for (const block of blocks) {
    const text = scan.slice(block.start, Math.min(block.end, block.start + 60));
    if (tailStart.test(text)) [part, outlined] = ["tail", false];
    else if (outline.test(text)) [part, outlined] = ["tail", true];
    else if (part === "tail" && annex.test(text)) part = "body";
    else if (
      part === "tail" &&
      !outlined &&
      (enclosed.test(text) || (block.heading && enclosedName.test(text)))
    )
      part = "body";
    block.part = part;
  }
}

/** Sentences of a stretch of text, cut at `.` `!` `?` `;`, but not inside brackets' abbreviations or figures. */
export function sentencesOf(scan: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    const char = scan[i] as string;
    if (char !== "." && char !== ";" && char !== "!" && char !== "?") continue;
    if (char === "." && !endsSentence(scan, i, span)) continue;
    if (char === ";" && inBrackets(scan, start, i)) continue;
    sentences.push({ start, end: i });
    start = i + 1;
  }
  if (scan.slice(start, span.end).trim() !== "") sentences.push({ start, end: span.end });
  return sentences;
}

/** "(qua Vụ Tổ chức; email: …)": a semicolon in short brackets parts no sentence. */
function inBrackets(scan: string, start: number, at: number): boolean {
  const before = scan.slice(Math.max(start, at - 120), at);
  if (before.lastIndexOf("(") <= before.lastIndexOf(")")) return false;
  const close = scan.slice(at, at + 120).search(/[()\n]/);
  return close >= 0 && scan[at + close] === ")";
}

const counting =
  /[^\n]{10}\s(?:thứ|khóa|quý|kỳ|đợt|số|năm|lần|tháng|vòng|phòng|tầng|cấp|lớp|khối|khu|ấp|thôn|tổ)\s(?:\d{1,2}|[ivx]{1,5})$/u;

function endsSentence(scan: string, at: number, span: Span): boolean {
  const next = scan[at + 1] ?? "\n";
  if (at + 1 < span.end && !/\s/.test(next)) return false;
  const before = scan.slice(Math.max(span.start, at - 5), at);
  // "… lần thứ 3. Ban tổ chức": a number ends a sentence unless it begins its line or names an article.
  if (/[\divx]/.test(scan[at - 1] ?? "") && counting.test(scan.slice(Math.max(span.start, at - 40), at)))
    return true;
  return (
    !/(?:^|[\s(])(?:tp|tx|tt|đ\/c|ths|ts|gs|pgs|st|\d{1,2}|[ivx]{1,4}|[a-z])$/u.test(before) ||
    at + 1 >= span.end
  );
}
