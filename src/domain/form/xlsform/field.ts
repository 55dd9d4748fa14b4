/**
 * One row of `survey` → one question, as the JSON that `parseForm` checks. Every property is read here with its own
 * sentence for what is wrong; `parseForm` has the last word all the same.
 */
import { Problem } from "../../problem.ts";
import type { Wording } from "../form.ts";
import { excerpt, flagIn, keyIn, type Rule, ruleIn, sentenceIn, totalIn, wordsIn } from "./cells.ts";
import type { Lists } from "./choices.ts";
import { ownColumns, type SurveyColumn } from "./columns.ts";
import { defaultIn } from "./default.ts";
import { type FieldType, type Kind, kindOf, optionsOf } from "./kind.ts";
import { propertiesOf } from "./properties.ts";
import type { Row } from "./sheet.ts";

/** A question as it was read: its row, its JSON, and which questions its cells name. */
export interface Found {
  row: Row;
  /** "" where the name is wrong. */
  key: string;
  json: Record<string, unknown>;
  /** Column by column, with the names it looks at. */
  rules: { column: SurveyColumn; names: readonly string[] }[];
}

/** What a question is read with. */
export interface Reading {
  lists: Lists;
  wordings: ReadonlyMap<string, readonly Wording[]>;
  /** Texts of notes and headings that stand above this question. */
  notes: readonly string[];
  /** Rules of the groups that it stands in. */
  relevant: readonly string[];
  /** It is a column of a group that is asked row by row. */
  inGroup: boolean;
}

const LONGEST_TITLE = 600;
const LONGEST_SHORT = 80;

const summed = ["dondoc_together", "dondoc_sentence"] as const;

/** What may stand in our own columns, by kind. */
const properties: Record<Kind, readonly SurveyColumn[]> = {
  text: ["dondoc_max_length"],
  integer: ["dondoc_min", "dondoc_max", "dondoc_unit", "dondoc_not_more_than", "dondoc_jump", ...summed],
  decimal: ["dondoc_min", "dondoc_max", "dondoc_unit", "dondoc_decimals", "dondoc_jump", ...summed],
  percent: ["dondoc_max", "dondoc_jump", ...summed],
  date: ["dondoc_not_after_today"],
  days: ["dondoc_not_after_today"],
  yesno: [],
  choice: [],
  choices: ["dondoc_max"],
  register: [],
  files: ["dondoc_max"],
  group: ["dondoc_min", "dondoc_max", "dondoc_unique", "dondoc_item"],
  computed: ["dondoc_decimals", "dondoc_unit", ...summed],
};
const always: readonly SurveyColumn[] = ["dondoc_short", "dondoc_kind", "dondoc_private", "dondoc_total"];

/** What a column of a group can't have. */
const notInGroup: readonly SurveyColumn[] = [
  ...([
    "relevant",
    "constraint",
    "default",
    "dondoc_private",
    "dondoc_not_more_than",
    "dondoc_jump",
    ...summed,
  ] as const),
];
const kindsInGroup: readonly Kind[] = ["text", "integer", "decimal", "date", "yesno", "choice"];

/** A question. Where something in it is wrong, that is noted, and its name still counts for the rules of others. */
export function readField(row: Row, type: FieldType, reading: Reading): Found {
  const key = keyIn(row, reading.inGroup ? ["review", "nil", "id"] : undefined);
  const options = optionsOf(row, type, reading.lists) ?? [];
  const kind = kindOf(row, type, options);
  if (reading.inGroup && !kindsInGroup.includes(kind))
    row.fault("type", new Problem("xls-in-group-type", { type: excerpt(row.cell("type")) }));
  refuse(row, kind, reading.inGroup);
  const rules: Found["rules"] = [];
  const keep = (column: SurveyColumn, rule: Rule | undefined) => {
    if (!rule) return undefined;
    rules.push({ column, names: rule.names });
    return rule.source;
  };
  const title = titleIn(row, kind, key);
  const dated = kind === "date" || kind === "days";
  const past = dated && /^\.\s*<=\s*today\(\)$/.test(row.cell("constraint"));
  const given = type.is === "choice" && kind === "choice" && type.other;
  const from = reading.inGroup ? undefined : defaultIn(row, kind, key, options);
  if (from?.from === "sum") rules.push({ column: "default", names: from.of });
  const json = defined({
    key,
    kind,
    title,
    label: wordsIn(row, "dondoc_short", LONGEST_SHORT) ?? shortOf(title),
    above: reading.inGroup || kind === "computed" ? undefined : aboveOf(reading.notes),
    // The columns of a list have no place above them.
    hint: hintIn(row, reading.inGroup ? reading.notes : []),
    required: flagIn(row, "required") ?? false,
    relevant: reading.inGroup ? undefined : keep("relevant", ruleIn(row, "relevant", reading.relevant)),
    constraint: reading.inGroup || past ? undefined : keep("constraint", ruleIn(row, "constraint")),
    constraintMessage: wordsIn(row, "constraint_message", 300),
    default: from,
    private: reading.inGroup ? undefined : flagIn(row, "dondoc_private"),
    wording: reading.inGroup ? undefined : reading.wordings.get(key),
    total: totalIn(row, "dondoc_total"),
    together: reading.inGroup ? undefined : wordsIn(row, "dondoc_together", LONGEST_SHORT),
    sentence: reading.inGroup ? undefined : sentenceIn(row, "dondoc_sentence", LONGEST_TITLE),
    ...propertiesOf(row, kind, type, options.length, keep),
    ...((kind === "choice" || kind === "choices") && { options }),
    ...(given && { other: true }),
    ...(past && { notAfterToday: true }),
  });
  const notMoreThan = json.notMoreThan;
  if (typeof notMoreThan === "string") rules.push({ column: "dondoc_not_more_than", names: [notMoreThan] });
  return { row, key, json, rules };
}

function titleIn(row: Row, kind: Kind, key: string): string {
  const title = wordsIn(row, "label", LONGEST_TITLE);
  if (title !== undefined) return title;
  // A calculation is never asked, and other tools give it no label.
  if (row.cell("label") === "" && kind !== "computed")
    row.fault("label", new Problem("xls-cell-empty", { column: "label" }));
  return wordsIn(row, "dondoc_short", LONGEST_SHORT) ?? (key || "?");
}

/** "Bao nhiêu đồng chí đã dự học?" → "Bao nhiêu đồng chí đã dự học". */
function shortOf(title: string): string {
  const words = title.replace(/\s+/g, " ").replace(/[?:.\s]+$/, "") || title;
  const cut = [...words];
  return cut.length <= 60
    ? words
    : `${cut
        .slice(0, 59)
        .join("")
        .replace(/\s+\S*$/, "")}…`;
}

/** One line for each; what is worked out is never asked, and leaves them to the question behind it. */
function aboveOf(notes: readonly string[]): string | undefined {
  const lines = notes.flatMap((note) => note.split("\n").map((line) => line.trim()));
  return lines.filter((line) => line !== "").join("\n") || undefined;
}

function hintIn(row: Row, notes: readonly string[]): string | undefined {
  const hint = wordsIn(row, "hint", LONGEST_TITLE);
  const all = [...notes, ...(hint === undefined ? [] : [hint])];
  return all.length > 0 ? all.join("\n") : undefined;
}

/** What stands in columns that mean nothing for this kind would be lost without a word. */
function refuse(row: Row, kind: Kind, inGroup: boolean): void {
  for (const column of ownColumns) {
    const fits = always.includes(column) || properties[kind].includes(column);
    if (!fits && row.cell(column) !== "")
      row.fault(column, new Problem("xls-column-kind", { column, type: excerpt(row.cell("type")) }));
  }
  if (kind !== "group" && row.cell("repeat_count") !== "")
    row.fault(
      "repeat_count",
      new Problem("xls-column-kind", { column: "repeat_count", type: excerpt(row.cell("type")) }),
    );
  if (!inGroup) return;
  for (const column of notInGroup)
    if (row.cell(column) !== "") row.fault(column, new Problem("xls-in-group-column", { column }));
}

function defined(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}
