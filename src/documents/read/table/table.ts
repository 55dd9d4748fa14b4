import { Problem } from "../../../domain/problem.ts";
import { admit, orBroken } from "../document.ts";
import { readLimits, type Source } from "../limits.ts";
import type { LeftOut } from "../unseen.ts";
import { foldHeading } from "./headings.ts";
import { cellsInUnicode } from "./old-cells.ts";
import type { FlawedSheet } from "./xlsx.ts";
import type { Flaw } from "./xlsx-sheet.ts";

/** A table as people see it: `rows[0]` is their row 1, cells are text. Every list, form and register is read by it. */
export interface ReadTable {
  readonly rows: string[][];
  /** The sheet it stands on; null in a .csv. */
  readonly sheet: string | null;
  /** Cells that show no value. */
  readonly flaws: readonly Flaw[];
  /** What is hidden and was not read. */
  readonly leftOut: readonly LeftOut[];
  /** What stands outside the table (other sheets, margins, hidden cells): looked through for a mark. */
  readonly beside: string;
}

/** Headings stand in the first rows, below titles. */
const searchedRows = 15;

/**
 * Reads a table that someone sent: an .xlsx (the sheet that has the most of the wanted headings, else the first with
 * rows) or a .csv. Values are as Excel shows them, dates are written 25/04/2024, text such as 017 stays as it is.
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-broken, table-no-rows,
 *   table-too-large, text-font-unreadable
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  wanted: readonly string[] = [],
): Promise<ReadTable> {
  const source: Source = { bytes, name, limits: readLimits };
  const kind = admit(source);
  const reading =
    kind === "xlsx" ? readSheet(source, wanted) : kind === "csv" || kind === "txt" ? readPlain(source) : null;
  if (!reading) throw new Problem("file-kind-refused", { name, remedy: "save-xlsx" });
  const table = await orBroken(name, reading);
  if (!table.rows.some((row) => row.some((cell) => cell.trim() !== ""))) throw new Problem("table-no-rows");
  return { ...table, rows: cellsInUnicode(table.rows) };
}

async function readSheet(source: Source, wanted: readonly string[]): Promise<ReadTable> {
  const { readWorkbook } = await import("./xlsx.ts");
  const { sheets, margins, hidden, leftOut } = await readWorkbook(source);
  const chosen = chooseSheet(sheets, wanted);
  const others = sheets.filter((sheet) => sheet !== chosen);
  const beside = [
    ...margins,
    ...hidden,
    ...sheets.map((sheet) => sheet.name),
    ...others.flatMap((sheet) => sheet.rows.map((row) => row.join(" | "))),
  ].join("\n");
  const { rows = [], name = null, flaws = [] } = chosen ?? {};
  // Other sheets' rows are of no concern to whoever sent this one.
  const left = leftOut.filter((one) => one.what === "sheet" || one.sheet === name);
  return { rows, sheet: name, flaws, leftOut: left, beside };
}

function chooseSheet(sheets: readonly FlawedSheet[], wanted: readonly string[]): FlawedSheet | undefined {
  const headings = new Set(wanted.map(foldHeading));
  const known = (row: readonly string[]) =>
    new Set(row.map(foldHeading).filter((heading) => headings.has(heading))).size;
  const most = (sheet: FlawedSheet) => Math.max(0, ...sheet.rows.slice(0, searchedRows).map(known));
  return sheets.reduce<FlawedSheet | undefined>(
    (best, sheet) => (best && most(best) >= most(sheet) ? best : sheet),
    undefined,
  );
}

async function readPlain(source: Source): Promise<ReadTable> {
  const { readCsv } = await import("./csv.ts");
  return { rows: await readCsv(source), sheet: null, flaws: [], leftOut: [], beside: "" };
}
