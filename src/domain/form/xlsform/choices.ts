/** The sheet `choices`: the lists that select questions choose from. */
import { Problem } from "../../problem.ts";
import type { Option } from "../form.ts";
import { excerpt, wordsIn } from "./cells.ts";
import type { Row, Table } from "./sheet.ts";

/** Options by the name of their list. A list with a mistake is there too: the mistake is told once, in its row. */
export type Lists = ReadonlyMap<string, readonly Option[]>;

/** Buttons are one below the other; a list that is longer is asked for in words. */
export const MOST_OPTIONS = 60;

const LONGEST_LABEL = 200;

export function readLists(table: Table | null): Lists {
  const lists = new Map<string, Option[]>();
  const seen = new Map<string, Row>();
  let list = "";
  for (const row of table?.rows ?? []) {
    const named = row.cell("list_name");
    if (named === "") {
      row.fault("list_name", new Problem("xls-cell-empty", { column: "list_name" }));
      continue;
    }
    list = named;
    const options = lists.get(list) ?? [];
    lists.set(list, options);
    const value = wordsIn(row, "name", 60);
    const label = wordsIn(row, "label", LONGEST_LABEL);
    if (row.cell("name") === "") row.fault("name", new Problem("xls-cell-empty", { column: "name" }));
    if (row.cell("label") === "") row.fault("label", new Problem("xls-cell-empty", { column: "label" }));
    if (value === undefined || label === undefined) continue;
    for (const [column, text] of [
      ["name", value],
      ["label", label.toLowerCase()],
    ] as const) {
      const id = JSON.stringify([list, column, text]);
      const before = seen.get(id);
      if (before)
        row.fault(column, new Problem("xls-twice", { text: excerpt(text), row: String(before.number) }));
      else seen.set(id, row);
    }
    options.push({ value, label });
    if (options.length === MOST_OPTIONS + 1)
      row.fault("list_name", new Problem("xls-list-long", { list, max: MOST_OPTIONS }));
  }
  return lists;
}

/** A list that is nothing but yes and no, so that the bot's own two buttons stand for it. */
export function isYesNo(options: readonly Option[]): boolean {
  const [first, second] = options;
  return (
    options.length === 2 &&
    first?.value === "yes" &&
    second?.value === "no" &&
    /^(?:có|yes)$/i.test(first.label) &&
    /^(?:không|no)$/i.test(second.label)
  );
}
