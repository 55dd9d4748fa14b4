/** Tables: which column a date stands in, and the cells of its row that say what and who. */
import { hourOf, hourPattern } from "../dates/cues.ts";
import type { Page } from "../scan.ts";
import type { Block, Span } from "../sections.ts";
import type { Place } from "./clause.ts";

/** A row around a date. */
export interface Row {
  /** Label of the date's column, lower case; "" where the table has none. */
  label: string;
  action: Span | null;
  actor: Span | null;
  /** An hour standing in a column of its own. */
  time: string | null;
}

const hourCell = new RegExp(`^${hourPattern}$`, "u");

const what = /nội dung|công việc|nhiệm vụ|hoạt động|chuyên đề|tên|hội nghị|báo cáo|việc/u;
const who = /đơn vị|chủ trì|cơ quan|thực hiện|phụ trách|trách nhiệm|phân công|ban chủ trì/u;
const when = /^(?:thời (?:gian|hạn|điểm)|tiến độ|ngày|hạn|lịch|thời gian)/u;

/** The row of a table (or of one flattened to lines) that a date stands in; null outside tables. */
export function rowOf(page: Page, place: Place, alone: boolean): Row | null {
  const { cells, labels } = place.block;
  if (cells) return cellRow(page, cells, labels, place.column);
  return alone ? flattenedRow(page, place) : null;
}

function cellRow(page: Page, cells: Span[], labels: string[] | null, column: number): Row {
  const text = (i: number) => page.scan.slice(cells[i]?.start, cells[i]?.end).trim();
  const others = cells.map((_, i) => i).filter((i) => i !== column && /\p{L}{2}/u.test(text(i)));
  const labelled = (pattern: RegExp, not: RegExp) =>
    others.find((i) => labels && pattern.test(labels[i] ?? "") && !not.test(labels[i] ?? ""));
  const action =
    labelled(what, /^(?:đơn vị|cơ quan|thời)/u) ??
    [...others].sort((a, b) => text(b).length - text(a).length)[0];
  const actor = labelled(who, /nội dung|thời/u);
  return {
    label: labels?.[column] ?? "",
    action: action === undefined ? null : (cells[action] ?? null),
    actor: actor === undefined || actor === action ? null : (cells[actor] ?? null),
    time: hourIn(cells.map((_, i) => text(i))),
  };
}

/**
 * Rows below whose cell of this column is blank (merged in the original) and that have an hour of their own: in a
 * schedule of the week the day is written once. Their action and hour.
 */
export function rowsBelow(page: Page, place: Place): Row[] {
  const rows: Row[] = [];
  for (let i = place.index + 1; i < place.blocks.length && rows.length < 40; i++) {
    const { cells, labels } = place.blocks[i] as Block;
    const cell = cells?.[place.column];
    if (!cells || !cell || place.column < 0 || page.scan.slice(cell.start, cell.end).trim() !== "") break;
    const row = cellRow(page, cells, labels, place.column);
    if (!row.time || !row.action) break;
    rows.push(row);
  }
  return rows;
}

function hourIn(cells: string[]): string | null {
  const hour = cells.map((cell) => hourCell.exec(cell)).find(Boolean);
  return hour ? hourOf(hour[1], hour[2]) : null;
}

const rowsBack = 14;

function flattenedRow(page: Page, place: Place): Row | null {
  const { blocks, index } = place;
  const text = (block: Block | undefined) =>
    block ? page.scan.slice(block.start, Math.min(block.end, block.start + 80)).trim() : "";
  const labels = flattenedLabels(blocks, index, text);
  if (!labels) return null;
  for (let i = index - 1; i >= Math.max(0, index - rowsBack); i--) {
    if (!/^\d{1,3}[.)]?$/.test(text(blocks[i]))) continue;
    const row = blocks.slice(i + 1, index);
    if (row.length === 0)
      return { label: labels.label, action: blocks[index + 1] ?? null, actor: null, time: null };
    return {
      label: labels.label,
      action: row[0] ?? null,
      actor: labels.whoAfter ? (blocks[index + 1] ?? null) : null,
      time: null,
    };
  }
  const action = labels.timeFirst ? blocks[index + 1] : blocks[index - 1];
  return { label: labels.label, action: action ?? null, actor: null, time: null };
}

function flattenedLabels(
  blocks: readonly Block[],
  index: number,
  text: (block: Block | undefined) => string,
) {
  for (let i = index - 1; i >= Math.max(0, index - 160); i--) {
    const label = text(blocks[i]);
    if (label.length > 40 || !when.test(label) || /[:.\d]/.test(label)) continue;
    const around = [-5, -4, -3, -2, -1, 1, 2].map((step) => text(blocks[i + step]));
    if (!around.some((other) => other.length < 50 && (what.test(other) || /^(?:số )?s?tt$/u.test(other))))
      continue;
    const [before, after] = [around[4] ?? "", around[5] ?? ""];
    return { label, timeFirst: what.test(after) && !what.test(before), whoAfter: who.test(after) };
  }
  return null;
}
