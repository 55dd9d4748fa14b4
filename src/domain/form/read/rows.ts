/**
 * A list of people as it is pasted from a table or typed line by line: "Nguyễn Văn A, 1985, Phó Trưởng phòng". Cells
 * are parted by tabs, by "|", by ";" or, failing these, by commas; a number in front of a line, a heading and empty
 * lines are left out. Each row is judged by itself: the good ones are taken, of the others it is said what is wrong.
 */
import { Problem } from "../../problem.ts";
import type { GroupRow } from "../draft.ts";
import { type Column, type GroupField, MOST_ROWS } from "../form.ts";
import { bare, clean } from "./spelling.ts";

/** One row that could not be taken: its place in what was sent, from 1, the column, and why. */
export interface RowFault {
  row: number;
  column: string;
  problem: Problem;
}

/** A list of which nothing could be taken. */
export class RowFaults extends Problem {
  constructor(
    label: string,
    readonly faults: readonly RowFault[],
  ) {
    super("rows-wrong", { label, count: faults.length });
  }
}

/** Reads one cell as the answer to its column; null where it is empty and may be. */
export type ReadCell = (column: Column, text: string) => string | number | null | Problem;

/** Whether words typed at a group are a list (or a whole row) and not the answer to one column. */
export function isList(field: GroupField, typed: string): boolean {
  const text = clean(typed);
  if (/[\n\t|;]/.test(text)) return true;
  return field.columns.length > 1 && text.split(",").length >= Math.max(2, field.columns.length - 1);
}

/** The rows of a list. Problems: `rows-too-many` {label, max}. */
export function readRows(
  field: GroupField,
  typed: string,
  readCell: ReadCell,
): { rows: GroupRow[]; faults: RowFault[] } | Problem {
  const lines = typed
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replace(/\t/g, " | "))
    .map(clean)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (lines.length > MOST_ROWS) return new Problem("rows-too-many", { label: field.label, max: MOST_ROWS });
  const mark = [/\s*\|\s*/, /\s*;\s*/, /\s*,\s*/].find((one) => lines.some((line) => one.test(line))) ?? /\n/;
  const cells = lines.map((line) => cellsOf(field, line, mark));
  const rows: GroupRow[] = [];
  const faults: RowFault[] = [];
  for (const [i, row] of cells.entries()) {
    if (i === 0 && isHeading(field, row)) continue;
    const read = rowOf(field, row, readCell);
    if ("problem" in read) faults.push({ row: i + 1, column: read.column, problem: read.problem });
    else rows.push(read.row);
  }
  return { rows, faults };
}

function cellsOf(field: GroupField, line: string, mark: RegExp): string[] {
  const text = line.replace(/^\(?\d{1,3}[.)]\s+|^[-•+*]\s+/u, "");
  const cells = text.split(mark);
  // A table has its ordinal first.
  if (cells.length > field.columns.length && /^\d{0,3}\.?$/.test(cells[0] ?? "")) cells.shift();
  const most = field.columns.length;
  const whole = cells.length > most && field.columns.at(-1)?.kind === "text";
  return whole
    ? [
        ...cells.slice(0, most - 1),
        cells
          .slice(most - 1)
          .filter(Boolean)
          .join(", "),
      ]
    : cells;
}

function isHeading(field: GroupField, cells: readonly string[]): boolean {
  const same = field.columns.filter((column, i) =>
    [column.label, column.title].some((words) => bare(words) === bare(cells[i] ?? "").replace(/ ?\*$/, "")),
  );
  return same.length >= Math.min(2, field.columns.length);
}

function rowOf(
  field: GroupField,
  cells: readonly string[],
  readCell: ReadCell,
): { row: GroupRow } | { column: string; problem: Problem } {
  const row: GroupRow = {};
  for (const [i, column] of field.columns.entries()) {
    const text = (cells[i] ?? "").trim();
    const value =
      text === "" || /^[-–]$/.test(text)
        ? column.required
          ? new Problem("answer-required", { label: column.label })
          : null
        : readCell(column, text);
    if (value instanceof Problem) return { column: column.label, problem: value };
    row[column.key] = value;
  }
  return { row };
}
