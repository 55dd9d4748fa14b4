/**
 * Filling a group: row by row and column by column, by a whole row or list in one message, or by a table from a file
 * (which comes as its text). The last row of the answer may be half done; the answer stands once every row is whole.
 */
import { Problem } from "../problem.ts";
import type { GroupRow, Value } from "./draft.ts";
import { isWholeRow } from "./fits.ts";
import { type Column, type GroupField, MOST_ROWS } from "./form.ts";
import type { AnsweringInput, Outcome } from "./outcome.ts";
import { isList, RowFaults, readRows } from "./read/rows.ts";
import { meansDone, meansNo, meansSkip } from "./read/words.ts";
import { groupConflict } from "./standing.ts";

/** What a group asks next: this column of the row at this place (from 0); null columns when the quota is reached. */
export interface GroupPlace {
  rows: GroupRow[];
  row: number;
  column: Column | null;
}

/** Where a group stands. */
export function groupPlace(field: GroupField, value: Value): GroupPlace {
  const rows = (Array.isArray(value) ? value : []) as GroupRow[];
  const last = rows.at(-1);
  const open = last && field.columns.find((column) => !Object.hasOwn(last, column.key));
  if (open) return { rows, row: rows.length - 1, column: open };
  return { rows, row: rows.length, column: rows.length < field.max ? (field.columns[0] ?? null) : null };
}

/** What an input means at a group; null for what every question takes alike. */
export function answerGroup(
  field: GroupField,
  value: Value,
  input: AnsweringInput,
  readCell: (column: Column, text: string) => Value | Problem,
): Outcome | null {
  const { rows, row, column } = groupPlace(field, value);
  const begun = column !== null && row < rows.length;
  switch (input.kind) {
    case "remove": {
      if (input.row < 0 || input.row >= rows.length) return new Problem("button-old");
      const left = rows.filter((_, i) => i !== input.row);
      return left.length === 0 ? "erase" : { value: left, stay: true };
    }
    case "done":
      return finished(field, rows, begun ? column : null);
    case "skip":
      if (!begun) return rows.length > 0 ? finished(field, rows, null) : null;
      if (column.required) return new Problem("answer-required", { label: column.label });
      return { value: [...rows.slice(0, -1), { ...rows[row], [column.key]: null }], stay: true };
    case "text":
      break;
    default:
      return null;
  }
  const { text } = input;
  if (!begun && (meansDone(text) || (rows.length > 0 && (meansNo(text) || meansSkip(text)))))
    return finished(field, rows, null);
  if (!begun && (meansSkip(text) || (!field.required && meansNo(text)))) {
    return field.required ? new Problem("answer-required", { label: field.label }) : { value: null };
  }
  if (!begun && isList(field, text)) {
    const list = added(field, rows, text, readCell);
    return typeof list === "string" || list instanceof Problem || input.messageId === undefined
      ? list
      : { ...list, messageId: input.messageId };
  }
  if (!column)
    return new Problem("group-over-quota", { label: field.label, count: rows.length + 1, max: field.max });
  const cell = cellOf(column, readCell(column, text));
  if (cell instanceof Problem) return cell;
  const present = begun ? (rows[row] ?? {}) : {};
  return {
    value: [...rows.slice(0, row), { ...present, [column.key]: cell }],
    stay: true,
    ...(input.messageId !== undefined && { messageId: input.messageId }),
  };
}

function added(
  field: GroupField,
  rows: GroupRow[],
  text: string,
  readCell: (column: Column, text: string) => Value | Problem,
): Outcome {
  const read = readRows(field, text, (column, cell) => cellOf(column, readCell(column, cell)));
  if (read instanceof Problem) return read;
  if (read.rows.length + read.faults.length === 0)
    return new Problem("group-empty", { label: field.label, text: "" });
  if (read.rows.length === 0) return new RowFaults(field.label, read.faults);
  const all = [...rows, ...read.rows];
  if (all.length > MOST_ROWS) return new Problem("rows-too-many", { label: field.label, max: MOST_ROWS });
  return { value: all, stay: true, ...(read.faults.length > 0 && { faults: read.faults }) };
}

function finished(field: GroupField, rows: GroupRow[], open: Column | null): Outcome {
  if (open) return new Problem("answer-required", { label: open.label });
  if (rows.length === 0)
    return field.required ? new Problem("group-empty", { label: field.label, text: "" }) : { value: null };
  const conflict = groupConflict(field, rows);
  if (conflict) return conflict;
  return rows.every((row) => isWholeRow(field, row))
    ? { value: rows }
    : new Problem("group-empty", { label: field.label, text: "" });
}

function cellOf(column: Column, value: Value | Problem): string | number | null | Problem {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return value instanceof Problem ? value : new Problem("text-expected", { label: column.label, text: "" });
}
