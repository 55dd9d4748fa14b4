/**
 * The sheet `survey`, row by row. Questions between `begin_repeat` and `end_repeat` are the columns of a group;
 * `begin_group` only holds questions together: its rule is added to theirs, and its heading, like a note, stands above
 * the next question.
 */
import { Problem } from "../../problem.ts";
import type { Wording } from "../form.ts";
import { excerpt, flagIn, keyIn, ruleIn, wordsIn } from "./cells.ts";
import type { Lists } from "./choices.ts";
import { type Found, type Reading, readField } from "./field.ts";
import type { Row, Table } from "./sheet.ts";
import { type Bracket, type QuestionType, type RowType, typeIn } from "./types.ts";

export const MOST_COLUMNS = 12;

/** The rows that count: what is disabled goes, and with the beginning of a group all that stands in it. */
function enabled(rows: readonly Row[]): Row[] {
  let inside = 0;
  return rows.filter((row) => {
    const bracket = /^(begin|end)[ _](?:repeat|group)$/i.exec(row.cell("type").trim())?.[1]?.toLowerCase();
    if (inside > 0) {
      inside += bracket === "begin" ? 1 : bracket === "end" ? -1 : 0;
      return false;
    }
    if (flagIn(row, "disabled") !== true) return true;
    if (bracket === "begin") inside = 1;
    return false;
  });
}

/** What has been begun and not ended. */
interface Open {
  what: Bracket;
  row: Row;
  relevant: readonly string[];
  /** The group that is being filled with columns; null where it may not stand here. */
  found: Found | null;
  columns: Found[];
}

export function readSurvey(
  table: Table,
  lists: Lists,
  wordings: ReadonlyMap<string, readonly Wording[]>,
): Found[] {
  const fields: Found[] = [];
  const open: Open[] = [];
  let notes: { row: Row; text: string }[] = [];
  const reading = (): Reading => ({
    lists,
    wordings,
    notes: notes.map((note) => note.text),
    relevant: open.flatMap((one) => one.relevant),
    inGroup: open.some((one) => one.what === "repeat"),
  });
  const take = (row: Row, type: QuestionType) => {
    const found = readField(row, type, reading());
    if (found.json.kind !== "computed") notes = [];
    const group = open.findLast((one) => one.what === "repeat");
    (group ? group.columns : fields).push(found);
  };
  const begin = (row: Row, what: Open["what"]) => {
    const inside = reading();
    if (inside.inGroup) row.fault("type", new Problem("xls-nested"));
    if (what === "repeat") {
      const found = inside.inGroup ? null : readField(row, { is: "group" }, inside);
      notes = [];
      if (found) fields.push(found);
      open.push({ what, row, relevant: [], found, columns: [] });
    } else {
      const rule = ruleIn(row, "relevant");
      const text = wordsIn(row, "label", 600);
      if (text !== undefined) notes.push({ row, text });
      open.push({ what, row, relevant: rule ? [rule.source] : [], found: null, columns: [] });
    }
  };
  const end = (row: Row, what: Open["what"]) => {
    const last = open.at(-1);
    if (last?.what !== what) row.fault("type", new Problem("xls-end", { what }));
    else {
      open.pop();
      if (last.found) close(last.found, last.columns);
    }
  };
  for (const row of enabled(table.rows)) {
    const type = typed(row);
    // A question of no known type: its name counts all the same, or every rule about it were a mistake too.
    if (!type && row.cell("name") !== "") fields.push({ row, key: keyIn(row), json: {}, rules: [] });
    if (!type) continue;
    if (type.is === "begin") begin(row, type.what);
    else if (type.is === "end") end(row, type.what);
    else if (type.is === "note") note(row, (text) => notes.push({ row, text }));
    else take(row, type);
  }
  for (const { what, row } of open) row.fault("type", new Problem("xls-open", { what }));
  for (const { row } of notes) row.fault("label", new Problem("xls-note-last"));
  return fields;
}

function typed(row: Row): RowType | null {
  if (row.cell("type") !== "") return typeIn(row);
  if (row.cell("name") !== "" || row.cell("label") !== "")
    row.fault("type", new Problem("xls-cell-empty", { column: "type" }));
  return null;
}

function note(row: Row, keep: (text: string) => void): void {
  if (row.cell("relevant") !== "") row.fault("relevant", new Problem("xls-note-rule"));
  const text = wordsIn(row, "label", 600);
  if (text !== undefined) keep(text);
  else if (row.cell("label") === "") row.fault("label", new Problem("xls-cell-empty", { column: "label" }));
}

function close(group: Found, columns: readonly Found[]): void {
  const { row, json } = group;
  if (columns.length === 0) row.fault("type", new Problem("xls-group-empty"));
  if (columns.length > MOST_COLUMNS) row.fault("type", new Problem("xls-group-wide", { max: MOST_COLUMNS }));
  const rowOf = new Map<string, Row>();
  for (const column of columns) {
    const before = rowOf.get(column.key);
    if (column.key === "") continue;
    if (before)
      column.row.fault("name", new Problem("xls-twice", { text: column.key, row: String(before.number) }));
    else rowOf.set(column.key, column.row);
  }
  for (const name of (json.unique as string[] | undefined) ?? [])
    if (!rowOf.has(name))
      row.fault("dondoc_unique", new Problem("xls-name-unknown", { name: excerpt(name) }));
  json.columns = columns.map((column) => column.json);
}
