/** A table that holds the rows of a list, from Excel or as .csv: its text goes the same way as a pasted list. */
import { sayBytes } from "../../documents/read/limits.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { CaseContext } from "../case.ts";

const MOST_LIST_BYTES = 1_000_000;

/** Whether a file may be a table of rows, by its name. */
export const isTable = (name: string): boolean => /\.(xlsx|csv)$/i.test(name);

/**
 * The rows, one a line. Throws answer-classified, file-too-large, file-kind-refused where it is no table, and what
 * reading documents throws.
 * @param bytes asked for only once name and size are good
 */
export async function readList(
  ctx: CaseContext,
  { name, size, bytes }: { name: string; size: number; bytes: () => Promise<Uint8Array> },
): Promise<string> {
  if (isClassifiedName(name)) throw new Problem("answer-classified");
  if (!isTable(name)) throw new Problem("list-not-table", { name });
  if (size > MOST_LIST_BYTES) {
    const limit = sayBytes(MOST_LIST_BYTES);
    throw new Problem("file-too-large", { name, size: sayBytes(size), limit });
  }
  const { text } = await ctx.readFile([{ name, bytes: await bytes() }], () => {});
  // The line end says that this is a list, were it but one row.
  return `${text}\n`;
}
