/** A table that holds the rows of a list, from Excel or as .csv: its rows go the same way as a pasted list. */
import { sayBytes } from "../../documents/read/limits.ts";
import type { LeftOut } from "../../documents/read/unseen.ts";
import type { GroupField } from "../../domain/form/form.ts";
import { headingsOf, linesOfTable } from "../../domain/form/read/table-rows.ts";
import { isClassified } from "../../domain/plan/read/classification.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { CaseContext } from "../case.ts";

const MOST_LIST_BYTES = 1_000_000;

/** Whether a file may be a table of rows, by its name. */
export const isTable = (name: string): boolean => /\.(xlsx|csv)$/i.test(name);

/** The rows, one a line, and what is hidden in the file and was left out. */
export interface ReadList {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Reads a list. Throws answer-classified, file-too-large, list-not-table, table-cell-error, table-cell-uncalculated,
 * and what reading tables throws.
 * @param bytes asked for only once name and size are good
 */
export async function readList(
  ctx: CaseContext,
  field: GroupField,
  { name, size, bytes }: { name: string; size: number; bytes: () => Promise<Uint8Array> },
): Promise<ReadList> {
  if (isClassifiedName(name)) throw new Problem("answer-classified");
  if (!isTable(name)) throw new Problem("list-not-table", { name });
  if (size > MOST_LIST_BYTES) {
    const limit = sayBytes(MOST_LIST_BYTES);
    throw new Problem("file-too-large", { name, size: sayBytes(size), limit });
  }
  const table = await ctx.readTable(await bytes(), name, headingsOf(field));
  const whole = table.rows.map((row) => row.join(" | ")).join("\n");
  if (isClassified(`${whole}\n${table.beside}`)) throw new Problem("answer-classified");
  // The line end says that this is a list, were it but one row.
  return { text: linesOfTable(field, table), leftOut: table.leftOut };
}
