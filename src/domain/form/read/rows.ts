/**
 * A list of people as it is pasted from a table or typed line by line: "Nguyễn Văn A, 1985, Phó Trưởng phòng". Cells
 * are parted by tabs, by "|", by ";" or, failing these, by commas; a number in front of a line, a heading and empty
 * lines are left out. Each row is judged by itself: the good ones are taken, of the others it is said what is wrong.
 */
import { Problem } from "../../problem.ts";
import type { GroupRow } from "../draft.ts";
import { type Column, type GroupField, MOST_ROWS } from "../form.ts";
import { bare, clean, excerpt } from "./spelling.ts";

/** One row that could not be taken: its place in what was sent, from 1, how it begins, the column, and why. */
export interface RowFault {
  row: number;
  begins: string;
  column: string;
  problem: Problem;
}

/** A list of which nothing could be taken (`rows-wrong`), or that stays as it was (`rows-unchanged`): {label, count}. */
export class RowFaults extends Problem {
  constructor(
    label: string,
    readonly faults: readonly RowFault[],
    code: "rows-wrong" | "rows-unchanged" = "rows-wrong",
  ) {
    super(code, { label, count: faults.length });
  }
}

/** Reads one cell as the answer to its column; null where it is empty and may be. */
export type ReadCell = (column: Column, text: string) => string | number | null | Problem;

/** Whether words typed at a group are a list (or a whole row) and not the answer to one column. */
export function isList(field: GroupField, typed: string): boolean {
  // As it came: cleaned, a tab between cells is a space, and the line end behind the one row of a file is gone.
  if (/[\n\t|;]/.test(typed)) return true;
  return field.columns.length > 1 && clean(typed).split(",").length >= Math.max(2, field.columns.length - 1);
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
    .map((line, i) => ({ number: i + 1, text: clean(line.replace(/\t/g, " | ")) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (lines.length > MOST_ROWS) return new Problem("rows-too-many", { label: field.label, max: MOST_ROWS });
  const marks = [/\s*\|\s*/, /\s*;\s*/, /\s*,\s*/];
  const mark = marks.find((one) => lines.some(({ text }) => one.test(text))) ?? /\n/;
  const table = lines.map(({ number, text }) => ({ number, cells: cut(text, mark) }));
  const headed = isHeading(field, table[0]?.cells ?? []);
  const body = headed ? table.slice(1) : table;
  const ordinals = hasOrdinals(
    field,
    body.map((line) => line.cells),
  );
  const rows: GroupRow[] = [];
  const faults: RowFault[] = [];
  for (const { number, cells } of body) {
    const own = ordinals ? cells.slice(1) : cells;
    const read = rowOf(field, joined(field, own), readCell);
    if ("problem" in read) {
      const begins = excerpt(own.find((cell) => cell.trim() !== "") ?? "");
      faults.push({ row: number, begins, column: read.column, problem: read.problem });
    } else rows.push(read.row);
  }
  return { rows, faults };
}

const cut = (line: string, mark: RegExp): string[] =>
  line.replace(/^\(?\d{1,3}[.)]\s+|^[-•+*]\s+/u, "").split(mark);

/** A table has its ordinal first: small numbers before what is no number, or one cell more than there are columns. */
function hasOrdinals(field: GroupField, lines: readonly string[][]): boolean {
  const numbered = lines.length > 0 && lines.every((cells) => /^\d{0,3}\.?$/.test(cells[0] ?? ""));
  const wide = lines.some((cells) => cells.length > field.columns.length);
  return numbered && (wide || field.columns[0]?.kind === "text");
}

/** Marks inside the last column are its own. */
function joined(field: GroupField, cells: string[]): string[] {
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

function isHeading(field: GroupField, line: readonly string[]): boolean {
  const cells = /^(?:stt|tt)$/.test(bare(line[0] ?? "")) ? line.slice(1) : line;
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
  const most = field.columns.length;
  // Cells beyond the last column would be lost in silence.
  const wide = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (wide > most)
    return {
      column: field.columns.at(-1)?.label ?? "",
      problem: new Problem("row-too-wide", { count: wide, max: most }),
    };
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
