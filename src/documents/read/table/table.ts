import { Problem } from "../../../domain/problem.ts";
import { admit, orBroken } from "../document.ts";
import { readLimits, type Source } from "../limits.ts";

/** A table as people see it: `rows[0]` is their row 1, cells are text. */
export interface ReadTable {
  readonly rows: string[][];
  /** The sheet it stands on; null in a .csv. */
  readonly sheet: string | null;
}

/**
 * Reads a table that someone sent: an .xlsx (its first sheet with rows) or a .csv. Numbers give their plain digits,
 * dates are written 25/04/2024, text such as 017 stays as it is.
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-broken, table-no-rows,
 *   table-too-large
 */
export async function readTable(bytes: Uint8Array, name: string): Promise<ReadTable> {
  const source: Source = { bytes, name, limits: readLimits };
  const kind = admit(source);
  const reading =
    kind === "xlsx" ? readFirstSheet(source) : kind === "csv" || kind === "txt" ? readPlain(source) : null;
  if (!reading) throw new Problem("file-kind-refused", { name, remedy: "save-xlsx" });
  const table = await orBroken(name, reading);
  if (!table.rows.some((row) => row.some((cell) => cell.trim() !== ""))) throw new Problem("table-no-rows");
  return table;
}

async function readFirstSheet(source: Source): Promise<ReadTable> {
  const { readWorkbook } = await import("./xlsx.ts");
  const [first] = (await readWorkbook(source)).sheets;
  return { rows: first?.rows ?? [], sheet: first?.name ?? null };
}

async function readPlain(source: Source): Promise<ReadTable> {
  const { readCsv } = await import("./csv.ts");
  return { rows: await readCsv(source), sheet: null };
}
