/**
 * An XLSForm → a form, or everything that keeps it from being one, each with its cell. Supported: the sheets `survey`,
 * `choices` and `settings`, with the types of `types.ts` and the headings of `columns.ts`; nothing that would change
 * what is asked is passed over in silence.
 */
import { Problem } from "../../problem.ts";
import type { Form, Wording } from "../form.ts";
import { parseForm } from "../parse-form.ts";
import { excerpt, flagIn, keyOf, wordsIn } from "./cells.ts";
import { readLists } from "./choices.ts";
import {
  choiceHeadings,
  settingHeadings,
  surveyHeadings,
  WORDING_SHEET,
  wordingHeadings,
} from "./columns.ts";
import type { Found } from "./field.ts";
import { checkLinks } from "./links.ts";
import { type Fault, type Headings, openTable, type SheetRows, type Table } from "./sheet.ts";
import { readSurvey } from "./survey.ts";

/** A form that was read; `id` is its `form_id`, `ignored` the headings and sheets that mean nothing here. */
export interface Imported {
  form: Form;
  id: string | null;
  ignored: string[];
}

/** As `parse-form.ts` has it. */
export const MOST_QUESTIONS = 400;

/** Sheets of XLSForm that would change the form. */
const refusedSheets = ["external_choices", "entities", "osm"];

/** The form of a workbook; or its faults, at least one, in the order of sheets and rows. */
export function importXlsForm(sheets: readonly SheetRows[]): Imported | { faults: Fault[] } {
  const faults: Fault[] = [];
  const open = (name: string, headings: Headings) => {
    const sheet = sheets.find((one) => isCalled(one, name));
    return sheet ? openTable(sheet, headings, faults) : null;
  };
  const survey = open("survey", surveyHeadings);
  const choices = open("choices", choiceHeadings);
  const settings = open("settings", settingHeadings);
  const words = open(WORDING_SHEET, wordingHeadings);
  for (const sheet of sheets)
    if (refusedSheets.some((name) => isCalled(sheet, name)))
      faults.push(ofSheet(sheet.name, new Problem("xls-sheet-refused", { sheet: excerpt(sheet.name) })));
  if (!survey) {
    const found = sheets.map((sheet) => sheet.name).join(", ");
    return {
      faults: [...faults, ofSheet("survey", new Problem("xls-no-survey", { sheets: excerpt(found) }))],
    };
  }
  const whole = [
    demand(survey, "type", "name", "label"),
    !choices || demand(choices, "list_name", "name", "label"),
    !words || demand(words, "name", "kinds"),
  ];
  if (whole.includes(false)) return { faults: sorted(faults, sheets) };
  const wordings = readWordings(words);
  const fields = readSurvey(survey, readLists(choices), wordings);
  checkLinks(fields);
  checkWordings(words, fields);
  if (fields.length === 0) survey.fault(new Problem("xls-no-questions"));
  if (fields.length > MOST_QUESTIONS) survey.fault(new Problem("xls-too-many", { max: MOST_QUESTIONS }));
  const { title, id, nil } = readSettings(settings, faults);
  if (faults.length > 0) return { faults: sorted(faults, sheets) };
  const form = parsed({ title, nil, fields: fields.map((found) => found.json) }, fields);
  const ignored = [survey, choices, settings, words].flatMap((table) => table?.ignored ?? []);
  const known = ["survey", "choices", "settings", WORDING_SHEET];
  const others = sheets.filter((sheet) => !known.some((name) => isCalled(sheet, name)));
  if (form) return { form, id, ignored: [...ignored, ...others.map((sheet) => sheet.name)] };
  return { faults: faults.length > 0 ? faults : [ofSheet("survey", new Problem("xls-form", { text: "" }))] };
}

const isCalled = (sheet: SheetRows, name: string) => sheet.name.trim().toLowerCase() === name;

const ofSheet = (sheet: string, problem: Problem): Fault => ({ sheet, row: 1, column: null, problem });

/** Whether the columns are there: without one of them every row would be a mistake. */
function demand(table: Table, ...columns: string[]): boolean {
  const missing = columns.filter((column) => !table.has(column));
  for (const column of missing) table.fault(new Problem("xls-column-missing", { column }));
  return missing.length === 0;
}

/** The last word is the engine's own check: what it refuses and nobody above has seen is told at its row. */
function parsed(json: unknown, fields: readonly Found[]): Form | null {
  try {
    return parseForm(json);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, at, text] = /^form\.fields\[(\d+)\]\S*?:? (.*)$/s.exec(error.message) ?? [];
    const found = fields[Number(at ?? 0)];
    found?.row.fault(null, new Problem("xls-form", { text: excerpt(text ?? error.message) }));
    return null;
  }
}

function readSettings(
  table: Table | null,
  faults: Fault[],
): { title: string; id: string | null; nil: boolean } {
  const row = table?.rows[0];
  if (!row) {
    faults.push(ofSheet("settings", new Problem("xls-no-title")));
    return { title: "", id: null, nil: false };
  }
  const title = wordsIn(row, "form_title", 200);
  if (row.cell("form_title") === "") row.fault("form_title", new Problem("xls-no-title"));
  const id = row.cell("form_id");
  if (id !== "" && !/^[A-Za-z0-9][\w.-]{0,39}$/.test(id))
    row.fault("form_id", new Problem("xls-form-id", { text: excerpt(id) }));
  return { title: title ?? "", id: id === "" ? null : id, nil: flagIn(row, "dondoc_nil") ?? false };
}

function readWordings(table: Table | null): Map<string, Wording[]> {
  const wordings = new Map<string, Wording[]>();
  for (const row of table?.rows ?? []) {
    const key = keyOf(row.cell("name"));
    const kinds = row
      .cell("kinds")
      .split(";")
      .map((kind) => kind.trim())
      .filter((kind) => kind !== "");
    if (kinds.length === 0) row.fault("kinds", new Problem("xls-cell-empty", { column: "kinds" }));
    const said = {
      title: wordsIn(row, "label", 600),
      label: wordsIn(row, "short", 80),
      hint: wordsIn(row, "hint", 600),
      unit: wordsIn(row, "unit", 40),
    };
    const present = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
    wordings.set(key, [...(wordings.get(key) ?? []), { kinds, ...present }]);
  }
  return wordings;
}

/** A wording is for a question of the form. */
function checkWordings(table: Table | null, fields: readonly Found[]): void {
  for (const row of table?.rows ?? []) {
    const name = row.cell("name");
    if (!fields.some((found) => found.key !== "" && found.key === keyOf(name)))
      row.fault("name", new Problem("xls-name-unknown", { name: excerpt(name) }));
  }
}

function sorted(faults: readonly Fault[], sheets: readonly SheetRows[]): Fault[] {
  const place = (fault: Fault) => sheets.findIndex((sheet) => sheet.name === fault.sheet);
  return faults.toSorted(
    (a, b) => place(a) - place(b) || a.row - b.row || (a.column?.index ?? -1) - (b.column?.index ?? -1),
  );
}
