/** A workbook whose cells matter, not its text: a form that staff have made in Excel. */
import { Problem } from "../../../domain/problem.ts";
import { admit, orBroken } from "../document.ts";
import { readLimits, type Source } from "../limits.ts";
import type { Sheet } from "./xlsx.ts";

const megabyte = 1024 * 1024;

/** A form of 400 questions weighs less than 100 KB. */
export const sheetLimits = { ...readLimits, bytes: 2 * megabyte, xmlBytes: 8 * megabyte };

/**
 * The sheets of an .xlsx, cells as text.
 * @throws Problem file-too-large, file-empty, file-kind-unknown, file-kind-refused, file-broken, form-not-xlsx,
 *   table-too-large
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const source: Source = { bytes, name, limits: sheetLimits };
  if (admit(source) !== "xlsx") throw new Problem("form-not-xlsx", { name });
  const { readWorkbook } = await import("./xlsx.ts");
  return (await orBroken(name, readWorkbook(source))).sheets;
}
