/**
 * The rows of a table from Excel → the lines of a list, for `readRows`. The heading is looked for below titles, columns
 * are taken by their headings in whatever order they stand, sums at the foot go; lines keep the numbers of their rows,
 * so that what is wrong is found again in the file.
 */
import { Problem } from "../../problem.ts";
import type { GroupField } from "../form.ts";

/** A cell that shows no value: `row` from 1, `column` from 0. */
interface Flaw {
  readonly row: number;
  readonly column: number;
  readonly is: "error" | "uncalculated";
  readonly text: string;
}

const searchedRows = 15;
const ordinal = /^(?:stt|tt|so tt|so thu tu)$/;
const sum = /^\(?(?:tong (?:so|cong)|cong|danh sach (?:nay )?(?:co|gom)|nguoi lap)\b/;

/** What the columns of a list may be headed with. */
export const headingsOf = (field: GroupField): string[] =>
  field.columns.flatMap(({ label, title }) => [label, title]);

/** The lines of a list. @throws Problem table-cell-error, table-cell-uncalculated */
export function linesOfTable(
  field: GroupField,
  { rows, flaws }: { readonly rows: readonly (readonly string[])[]; readonly flaws: readonly Flaw[] },
): string {
  const head = findHead(field, rows);
  const lines = rows.map((row, at) => {
    if ((head && at < head.at) || isSum(row)) return "";
    const cells = head ? inOrder(row, head) : row;
    return cells
      .map((cell) =>
        cell
          .replace(/\s*\n\s*/g, ", ")
          .replaceAll("|", "/")
          .trim(),
      )
      .join(" | ")
      .replace(/(?: \| ?)+$/, "");
  });
  const flaw = flaws.find(({ row, column }) =>
    head ? row > head.at + 1 && head.places.includes(column) : true,
  );
  if (flaw) throw flawIn(field, flaw, head);
  return `${lines.join("\n")}\n`;
}

interface Head {
  readonly at: number;
  /** Where each column of the list stands, -1 where it does not. */
  readonly places: readonly number[];
  /** Columns that the list does not know. */
  readonly others: readonly number[];
}

/** The row that has the most headings of the list, if it has two of them or all. */
function findHead(field: GroupField, rows: readonly (readonly string[])[]): Head | null {
  let best: { head: Head; known: number } | null = null;
  for (const [at, row] of rows.slice(0, searchedRows).entries()) {
    const cells = row.map(fold);
    const places = field.columns.map(({ label, title }) =>
      cells.findIndex((cell) => cell !== "" && (cell === fold(label) || cell === fold(title))),
    );
    const known = places.filter((place) => place >= 0).length;
    if (known < Math.min(2, field.columns.length) || known <= (best?.known ?? 0)) continue;
    const others = cells.flatMap((cell, place) =>
      places.includes(place) || ordinal.test(cell) ? [] : [place],
    );
    best = { head: { at, places, others }, known };
  }
  return best?.head ?? null;
}

/** The cells by the columns of the list. What stands in columns it does not know follows: it must not be lost in silence. */
function inOrder(row: readonly string[], { places, others }: Head): string[] {
  const own = places.map((place) => row[place] ?? "");
  return [...own, ...others.map((place) => row[place] ?? "").filter((cell) => cell.trim() !== "")];
}

function isSum(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== "");
  return filled.length <= 2 && sum.test(fold(filled[0] ?? ""));
}

function flawIn(field: GroupField, { row, column, is, text }: Flaw, head: Head | null): Problem {
  const own = head ? field.columns[head.places.indexOf(column)] : field.columns[column];
  const vars = { row, column: own?.label ?? String(column + 1) };
  return is === "error"
    ? new Problem("table-cell-error", { ...vars, text })
    : new Problem("table-cell-uncalculated", vars);
}

/** Letters and digits without marks and case. */
function fold(heading: string): string {
  return heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đð]/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
