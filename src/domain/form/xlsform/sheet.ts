/**
 * The sheets of an XLSForm as rows of text, and what is wrong in them. A heading may name its language
 * (`label::Tiếng Việt (vi)`): Vietnamese goes before a heading without one, and that before any other language.
 */
import { Problem } from "../../problem.ts";

/** A sheet: cells as text, row 1 of Excel at index 0. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What is wrong, and in which cell; `column` is null where it is the whole row. */
export interface Fault {
  readonly sheet: string;
  /** From 1, as Excel counts. */
  readonly row: number;
  /** Its place from 0, and its heading as the sheet writes it. */
  readonly column: { readonly index: number; readonly heading: string } | null;
  readonly problem: Problem;
}

/** One row under the headings. */
export interface Row {
  readonly number: number;
  /** The text in a column, "" where there is none. */
  cell(column: string): string;
  /** Notes a mistake in this row, in a column if it is there. */
  fault(column: string | null, problem: Problem): void;
}

/** A sheet with its headings understood. */
export interface Table {
  readonly rows: readonly Row[];
  has(column: string): boolean;
  /** A mistake of the sheet as a whole: told at its headings. */
  fault(problem: Problem): void;
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
}

/** What the headings of a sheet may be. */
export interface Headings {
  /** Those that are read. */
  readonly known: readonly string[];
  /** Those that other tools understand and that may stay: what they say has no effect here. */
  readonly quiet?: readonly string[];
  /** Those whose cells must be empty, since leaving them out would change the form. */
  readonly refused?: readonly string[];
}

/** More mistakes than this are not a form with mistakes. */
export const MOST_FAULTS = 200;

const LONGEST_CELL = 5_000;

/** Headings that are written in other ways too. */
const aliases: Readonly<Record<string, string>> = {
  read_only: "readonly",
  relevance: "relevant",
  calculate: "calculation",
  constraint_msg: "constraint_message",
  value: "name",
  list: "list_name",
};

/** A cell without what can't be seen: loose accents joined, no blanks around it. */
export function tidy(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/\r\n?/g, "\n")
    .trim();
}

/** Reads the headings of a sheet, which stand in its first row that is not empty. */
export function openTable(sheet: SheetRows, headings: Headings, faults: Fault[]): Table {
  const { name: sheetName, rows } = sheet;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => tidy(cell) !== "")),
  );
  const titles = (rows[at] ?? []).map(tidy);
  const note = (row: number, index: number | undefined, problem: Problem) => {
    if (faults.length >= MOST_FAULTS) return;
    const column = index === undefined ? null : { index, heading: titles[index] ?? "" };
    faults.push({ sheet: sheetName, row, column, problem });
  };
  const { places, refused, ignored } = sort(titles, headings, (index, problem) =>
    note(at + 1, index, problem),
  );
  const rowOf = (cells: readonly string[], index: number): Row => {
    const number = at + index + 2;
    const filled = (column: string) =>
      (places.get(column) ?? []).find((place) => tidy(cells[place] ?? "") !== "");
    for (const place of refused)
      if (tidy(cells[place] ?? "") !== "")
        note(number, place, new Problem("xls-column-refused", { column: titles[place] ?? "" }));
    for (const [place, cell] of cells.entries())
      if (cell.length > LONGEST_CELL)
        note(number, place, new Problem("xls-cell-long", { max: LONGEST_CELL }));
    return {
      number,
      cell: (column) => tidy((cells[filled(column) ?? -1] ?? "").slice(0, LONGEST_CELL)),
      fault: (column, problem) =>
        note(number, column === null ? undefined : (filled(column) ?? places.get(column)?.[0]), problem),
    };
  };
  return {
    rows: rows
      .slice(at + 1)
      .map(rowOf)
      .filter((_, index) => (rows[at + 1 + index] ?? []).some((cell) => tidy(cell) !== "")),
    has: (column) => places.has(column),
    fault: (problem) => note(at + 1, undefined, problem),
    ignored,
  };
}

/** Which column stands where; of several languages, the one preferred comes first. */
function sort(
  titles: readonly string[],
  headings: Headings,
  note: (index: number, problem: Problem) => void,
) {
  const found = new Map<string, { index: number; rank: number; language: string }[]>();
  const refused: number[] = [];
  const ignored: string[] = [];
  for (const [index, title] of titles.entries()) {
    if (title === "") continue;
    const { base, language } = read(title);
    if (headings.known.includes(base)) {
      const others = found.get(base) ?? [];
      if (others.some((one) => one.language === language))
        note(index, new Problem("xls-column-twice", { column: title }));
      else found.set(base, [...others, { index, language, rank: rankOf(language) }]);
    } else if (headings.refused?.some((one) => one === base || title.toLowerCase().startsWith(`${one}::`)))
      refused.push(index);
    else if (base.startsWith("dondoc_")) note(index, new Problem("xls-column-unknown", { column: title }));
    else if (!headings.quiet?.includes(base)) ignored.push(title);
  }
  const places = new Map(
    [...found].map(([base, all]) => [
      base,
      all.toSorted((a, b) => a.rank - b.rank).map(({ index }) => index),
    ]),
  );
  return { places, refused, ignored };
}

function read(title: string): { base: string; language: string } {
  const [head = "", language = ""] = title.split(/\s*::?\s*/);
  const base = head.toLowerCase().replace(/[\s-]+/g, "_");
  return { base: Object.hasOwn(aliases, base) ? (aliases[base] ?? base) : base, language };
}

function rankOf(language: string): number {
  if (language === "") return 1;
  return /\(vi\)|^vi$|tiếng việt|vietnamese/i.test(language) ? 0 : 2;
}
