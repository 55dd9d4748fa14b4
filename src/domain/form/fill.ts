/**
 * A form filled in as a whole, as on a page that shows all its questions: one filling a question, in any order and in
 * part, private questions too. What can be taken is taken; of the rest it is said, at its place, what is wrong. An
 * answer that is refused leaves the one before it as it was.
 */
import { Problem } from "../problem.ts";
import { expected, readField, readTyped } from "./answer.ts";
import { doubtOf } from "./doubted.ts";
import type { Answer, DraftState, FileRef, GroupRow, Value } from "./draft.ts";
import {
  type ChoiceField,
  type ChoicesField,
  type Field,
  type FieldKey,
  type FilesField,
  type Form,
  fieldOf,
  type GroupField,
  MOST_ROWS,
  type YesNoField,
} from "./form.ts";
import type { Around } from "./outcome.ts";
import { readRows } from "./read/rows.ts";
import { conflictWith, isRelevant, kept } from "./standing.ts";

/**
 * - `text`: words as they are typed; `sure` and `reason` for a number that is far from the last one.
 * - `options`: what is ticked, by value, and own words where the field takes them.
 * - `rows`: every row of a list by column, as typed, and a list pasted below them.
 * - `files`: which of those that are there stay, by id, and what has come.
 */
export type Filling =
  | { kind: "text"; text: string; sure?: boolean; reason?: string }
  | { kind: "options"; values: readonly string[]; other: string }
  | { kind: "rows"; rows: readonly Record<FieldKey, string>[]; pasted: string }
  | { kind: "files"; kept: readonly number[]; added: readonly FileRef[] };

/** What could not be taken; of a list by row, counted from 0 (`pasted`: of what was pasted), and column. */
export interface Fault {
  problem: Problem;
  row?: number;
  column?: FieldKey;
  pasted?: boolean;
  /** How a pasted row begins, and what its column is called. */
  begins?: string;
  of?: string;
}

export interface Filled {
  draft: DraftState;
  faults: Fault[];
}

/** When and among what it is filled in. `at`: ISO instant written on answers. */
export interface FillMoment extends Around {
  at: string;
}

const LONGEST_REASON = 300;

/**
 * One filling of one question. A question that is not asked (any more) is left alone, without a fault: it was shown
 * before another answer made it fall away.
 */
export function fill(
  form: Form,
  draft: DraftState,
  key: FieldKey,
  filling: Filling,
  moment: FillMoment,
): Filled {
  const field = fieldOf(form, key);
  if (!field || field.kind === "computed" || !isRelevant(form, draft, field)) return { draft, faults: [] };
  if (field.kind === "group")
    return filling.kind === "rows" ? fillRows(draft, field, filling, moment) : wrongKind(draft);
  if (field.kind === "files")
    return filling.kind === "files" ? fillFiles(draft, field, filling, moment) : wrongKind(draft);
  const ticked = field.kind === "choice" || field.kind === "choices" || field.kind === "yesno";
  if (ticked)
    return filling.kind === "options" ? fillOptions(form, draft, field, filling, moment) : wrongKind(draft);
  return filling.kind === "text" ? fillText(form, draft, field, filling, moment) : wrongKind(draft);
}

function fillText(
  form: Form,
  draft: DraftState,
  field: Field,
  { text, sure, reason }: Extract<Filling, { kind: "text" }>,
  moment: FillMoment,
): Filled {
  if (text.trim() === "") return { draft: erased(draft, field), faults: [] };
  const value = readTyped(form, draft, field, text, moment);
  if (value instanceof Problem) return refused(draft, value);
  const before = kept(draft, field);
  const why = reason?.normalize("NFC").trim().replace(/\s+/g, " ").slice(0, LONGEST_REASON);
  const doubt = doubtOf(field, value, moment.last);
  if (!doubt) return taken(draft, field, { value, at: moment.at });
  // What was confirmed once, here or in the chat, is not asked again.
  const confirmed = sure === true || (before?.value === value && !before.doubt);
  if (!confirmed) return taken(draft, field, { value, at: moment.at, doubt });
  const because = why || before?.reason;
  return taken(draft, field, { value, at: moment.at, ...(because && { reason: because }) });
}

function fillOptions(
  form: Form,
  draft: DraftState,
  field: ChoiceField | ChoicesField | YesNoField,
  { values, other }: Extract<Filling, { kind: "options" }>,
  moment: FillMoment,
): Filled {
  const own = other.trim();
  if (own === "" && values.length === 0) return { draft: erased(draft, field), faults: [] };
  // Own words count before an option that was ticked already.
  if (own !== "" && field.kind === "choice" && field.other) {
    const value = readTyped(form, draft, field, own, moment);
    return value instanceof Problem ? refused(draft, value) : taken(draft, field, { value, at: moment.at });
  }
  const known = field.kind === "yesno" ? ["yes", "no"] : field.options.map((one) => one.value);
  const chosen = known.filter((one) => values.includes(one));
  const [first] = chosen;
  if (first === undefined || chosen.length !== new Set(values).size)
    return refused(draft, expected(field, values.join(", ")));
  if (field.kind === "choices" && field.max !== undefined && chosen.length > field.max)
    return refused(draft, new Problem("choices-too-many", { label: field.label, max: field.max }));
  const value: Value = field.kind === "choices" ? chosen : first;
  const conflict = conflictWith(form, draft, field, value);
  return conflict ? refused(draft, conflict) : taken(draft, field, { value, at: moment.at });
}

// Good rows are kept beside bad ones; what is wrong with the list as a list keeps it from standing, not from staying.
function fillRows(
  draft: DraftState,
  field: GroupField,
  { rows, pasted }: Extract<Filling, { kind: "rows" }>,
  moment: FillMoment,
): Filled {
  const faults: Fault[] = [];
  const whole: GroupRow[] = [];
  for (const [at, typed] of rows.entries()) {
    if (Object.values(typed).every((cell) => cell.trim() === "")) continue;
    const row: GroupRow = {};
    let good = true;
    for (const column of field.columns) {
      const cell = (typed[column.key] ?? "").trim();
      const value =
        cell === ""
          ? column.required
            ? new Problem("answer-required", { label: column.label })
            : null
          : readField(column, cell, moment);
      if (value instanceof Problem) {
        faults.push({ problem: value, row: at, column: column.key });
        good = false;
      } else row[column.key] = value as GroupRow[string];
    }
    if (good) whole.push(row);
  }
  if (pasted.trim() !== "") {
    const read = readRows(field, pasted, (column, cell) => {
      const value = readField(column, cell, moment);
      return value instanceof Problem ? value : (value as GroupRow[string]);
    });
    if (read instanceof Problem) faults.push({ problem: read, pasted: true });
    else {
      whole.push(...read.rows);
      for (const { problem, row, begins, column } of read.faults)
        faults.push({ problem, row: row - 1, pasted: true, begins, of: column });
      if (read.rows.length + read.faults.length === 0)
        faults.push({ problem: new Problem("group-empty", { label: field.label, text: "" }), pasted: true });
    }
  }
  if (whole.length > MOST_ROWS) {
    const problem = new Problem("rows-too-many", { label: field.label, max: MOST_ROWS });
    return { draft, faults: [...faults, { problem }] };
  }
  if (whole.length === 0) return { draft: faults.length > 0 ? draft : erased(draft, field), faults };
  return { ...taken(draft, field, { value: whole, at: moment.at }), faults };
}

function fillFiles(
  draft: DraftState,
  field: FilesField,
  { kept: ids, added }: Extract<Filling, { kind: "files" }>,
  moment: FillMoment,
): Filled {
  const before = (kept(draft, field)?.value ?? []) as FileRef[];
  const stay = before.filter((one) => ids.includes(one.id));
  const files = [...stay, ...added].slice(0, field.max);
  const faults =
    stay.length + added.length > field.max
      ? [{ problem: new Problem("files-too-many", { label: field.label, max: field.max }) }]
      : [];
  if (files.length === 0) return { draft: erased(draft, field), faults };
  return { ...taken(draft, field, { value: files, at: moment.at }), faults };
}

function taken(draft: DraftState, field: Field, answer: Answer): Filled {
  const before = kept(draft, field);
  const same =
    before !== null &&
    JSON.stringify([before.value, before.doubt, before.reason]) ===
      JSON.stringify([answer.value, answer.doubt, answer.reason]);
  const answers = same ? draft.answers : { ...draft.answers, [field.key]: answer };
  return { draft: asideFrom({ ...draft, answers }, field.key), faults: [] };
}

function erased(draft: DraftState, field: Field): DraftState {
  const { [field.key]: _, ...answers } = draft.answers;
  return asideFrom({ ...draft, answers }, null);
}

/** Whoever fills in has something to report; and what was to be asked again has been. */
function asideFrom(draft: DraftState, done: FieldKey | null): DraftState {
  const { only, cursor, ...rest } = draft;
  const left = only?.filter((key) => key !== done);
  return { ...rest, cursor: cursor === "nil" ? "review" : cursor, ...(left && { only: left }) };
}

const refused = (draft: DraftState, problem: Problem): Filled => ({ draft, faults: [{ problem }] });
const wrongKind = (draft: DraftState): Filled => refused(draft, new Problem("button-old"));
