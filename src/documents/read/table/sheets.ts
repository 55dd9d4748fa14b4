/** A workbook whose cells matter, not its text: a form that staff have made in Excel. */
import { isClassified } from "../../../domain/plan/read/classification.ts";
import { Problem } from "../../../domain/problem.ts";
import { admit, orBroken } from "../document.ts";
import { readLimits, type Source } from "../limits.ts";
import { cellsInUnicode } from "./old-cells.ts";
import type { Sheet } from "./xlsx.ts";

const megabyte = 1024 * 1024;

/** A form of 400 questions weighs less than 100 KB. */
export const sheetLimits = { ...readLimits, bytes: 2 * megabyte, xmlBytes: 8 * megabyte };

/**
 * The sheets of an .xlsx that are shown, cells as text. What stands outside them has no place in a form, but may bear
 * a mark.
 * @throws Problem answer-classified, file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-broken, form-not-xlsx,
 *   table-too-large
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const source: Source = { bytes, name, limits: sheetLimits };
  if (admit(source) !== "xlsx") throw new Problem("form-not-xlsx", { name });
  const { readWorkbook } = await import("./xlsx.ts");
  const { sheets, margins, hidden } = await orBroken(name, readWorkbook(source));
  if (isClassified([...margins, ...hidden].join("\n"))) throw new Problem("answer-classified");
  return sheets.map((sheet) => ({ name: sheet.name, rows: cellsInUnicode(sheet.rows) }));
}
