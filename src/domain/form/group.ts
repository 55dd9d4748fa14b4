/**
 * Filling a group: row by row and column by column, by a whole row or list in one message, or by a table from a file
 * (which comes as its text). The last row of the answer may be half done; the answer stands once every row is whole.
 */
import { Problem } from "../problem.ts";
import type { Answer, GroupRow, RowSource, Value } from "./draft.ts";
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
  before: Answer | null,
  input: AnsweringInput,
  readCell: (column: Column, text: string) => Value | Problem,
): Outcome | null {
  const { rows, row, column } = groupPlace(field, before?.value ?? null);
  const gave = sourcesOf(rows, before);
  const begun = column !== null && row < rows.length;
  switch (input.kind) {
    case "remove": {
      if (input.row < 0 || input.row >= rows.length) return new Problem("button-old");
      const left = rows.filter((_, i) => i !== input.row);
      if (left.length === 0) return "erase";
      return { value: left, stay: true, gave: gave.filter((_, i) => i !== input.row) };
    }
    case "done":
      return finished(field, rows, gave, begun ? column : null);
    case "skip":
      if (!begun) return rows.length > 0 ? finished(field, rows, gave, null) : null;
      if (column.required) return new Problem("answer-required", { label: column.label });
      return { value: [...rows.slice(0, -1), { ...rows[row], [column.key]: null }], stay: true, gave };
    case "text":
      break;
    default:
      return null;
  }
  const { text } = input;
  if (!begun && (meansDone(text) || (rows.length > 0 && (meansNo(text) || meansSkip(text)))))
    return finished(field, rows, gave, null);
  if (!begun && (meansSkip(text) || (!field.required && meansNo(text)))) {
    return field.required ? new Problem("answer-required", { label: field.label }) : { value: null };
  }
  if (!begun && isList(field, text)) {
    const list = added(field, rows, text, readCell);
    if (typeof list === "string" || list instanceof Problem) return list;
    const id = input.messageId;
    const count = Array.isArray(list.value) ? list.value.length - rows.length : 0;
    const came = Array.from({ length: count }, () => id ?? null);
    return { ...list, gave: [...gave, ...came], ...(id !== undefined && { messageId: id }) };
  }
  if (!column)
    return new Problem("group-over-quota", { label: field.label, count: rows.length + 1, max: field.max });
  const cell = cellOf(column, readCell(column, text));
  if (cell instanceof Problem) return cell;
  const present = begun ? (rows[row] ?? {}) : {};
  return {
    value: [...rows.slice(0, row), { ...present, [column.key]: cell }],
    stay: true,
    ...(input.messageId !== undefined && {
      messageId: input.messageId,
      gave: [...gave.slice(0, row), withCell(begun ? gave[row] : null, column.key, input.messageId)],
    }),
  };
}

const sourcesOf = (rows: readonly GroupRow[], before: Answer | null): RowSource[] =>
  rows.map((_, i) => before?.gave?.[i] ?? null);

const withCell = (source: RowSource | undefined, key: string, id: number): RowSource => ({
  ...(typeof source === "object" ? source : {}),
  [key]: id,
});

/**
 * The list once the message that gave rows of it, or one cell, says something else: these rows are read anew, in
 * their place. Where one of them can't be read, the list stays as it is.
 *
 * Problems: those of reading rows or the cell, `group-edited` {label} where nobody knows (any more) what it gave.
 */
export function editRows(
  field: GroupField,
  answer: Answer,
  messageId: number,
  text: string,
  readCell: (column: Column, text: string) => Value | Problem,
): { value: GroupRow[]; gave: RowSource[] } | Problem {
  const rows = (Array.isArray(answer.value) ? answer.value : []) as GroupRow[];
  const gave = sourcesOf(rows, answer);
  const given = gave.flatMap((source, i) => (gives(source, messageId) ? [i] : []));
  const [first] = given;
  if (first === undefined) return new Problem("group-edited", { label: field.label });
  const source = gave[first];
  const column = field.columns.find((one) => typeof source === "object" && source?.[one.key] === messageId);
  if (column && !(column === field.columns[0] && isList(field, text))) {
    const cell = cellOf(column, readCell(column, text));
    if (cell instanceof Problem) return cell;
    return { value: rows.map((row, i) => (i === first ? { ...row, [column.key]: cell } : row)), gave };
  }
  const read = added(field, [], text, readCell);
  if (read instanceof RowFaults) return new RowFaults(field.label, read.faults, "rows-unchanged");
  if (read instanceof Problem) return read;
  if (typeof read === "string" || read.faults)
    return new RowFaults(field.label, faultsOf(read), "rows-unchanged");
  const fresh = read.value as GroupRow[];
  const put = <T>(all: readonly T[], these: readonly T[]): T[] => [
    ...all.slice(0, first),
    ...these,
    ...all.slice(first).filter((_, i) => !given.includes(first + i)),
  ];
  const value = put(rows, fresh);
  if (value.length > MOST_ROWS) return new Problem("rows-too-many", { label: field.label, max: MOST_ROWS });
  return {
    value,
    gave: put(
      gave,
      fresh.map(() => messageId),
    ),
  };
}

/** Whether a row, or a cell of it, came with this message. */
export const gives = (source: RowSource, id: number): boolean =>
  typeof source === "object" ? Object.values(source ?? {}).includes(id) : source === id;

const faultsOf = (read: Outcome) => (typeof read === "object" && "faults" in read ? (read.faults ?? []) : []);

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

function finished(field: GroupField, rows: GroupRow[], gave: RowSource[], open: Column | null): Outcome {
  if (open) return new Problem("answer-required", { label: open.label });
  if (rows.length === 0)
    return field.required ? new Problem("group-empty", { label: field.label, text: "" }) : { value: null };
  const conflict = groupConflict(field, rows);
  if (conflict) return conflict;
  return rows.every((row) => isWholeRow(field, row))
    ? { value: rows, gave }
    : new Problem("group-empty", { label: field.label, text: "" });
}

function cellOf(column: Column, value: Value | Problem): string | number | null | Problem {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return value instanceof Problem ? value : new Problem("text-expected", { label: column.label, text: "" });
}
