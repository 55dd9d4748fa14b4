/** A workbook as text: words in margins and boxes, then for each sheet its name and rows, joined by " | ". */

import type { Source } from "../limits.ts";
import type { Reading } from "../reading.ts";
import { distinct, type Unseen } from "../unseen.ts";
import { columnLetters } from "./column-letters.ts";
import { readWorkbook } from "./xlsx.ts";

export async function readWorkbookText(
  source: Source,
): Promise<Pick<Reading, "text" | "hidden" | "leftOut" | "pictures" | "unseen">> {
  const { sheets, margins, hidden, leftOut, pictures, unseen } = await readWorkbook(source);
  const said = sheets.map(({ name, rows }) => {
    const lines = rows.map((row) => row.map(onOneLine).join(" | "));
    const title = sheets.length > 1 ? [name] : [];
    return [...title, ...lines.map((line) => line.replace(/( \| )+$/, ""))].join("\n");
  });
  const unreckoned = sheets.flatMap(({ name, flaws }) =>
    flaws
      .filter((flaw) => flaw.is === "uncalculated")
      .map(
        ({ row, column }): Unseen => ({ what: "formula", name: `${name} ${columnLetters(column)}${row}` }),
      ),
  );
  return {
    text: [margins.join("\n"), ...said].filter((part) => part !== "").join("\n\n"),
    hidden: [...hidden, ...sheets.map((sheet) => sheet.name)].join("\n"),
    leftOut,
    pictures,
    unseen: distinct([...unseen, ...unreckoned]),
  };
}

function onOneLine(cell: string): string {
  const lines = cell.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("; ");
}
