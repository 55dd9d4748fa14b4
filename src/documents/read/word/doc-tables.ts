/**
 * Finds the tables in what word-extractor hands over: every cell ends with a tab, every row with a tab at the end of
 * a line, paragraphs inside a cell with a bare line end. Where a row begins is not marked, so the first cell is
 * taken to be one paragraph, and a cell to have no more than a few.
 */
import { type Cell, sayTable } from "../text/table-lines.ts";

const longestCell = 6;

/** The body with its tables said as lines, see table-lines.ts. */
export function sayDocBody(body: string): string {
  const said: string[] = [];
  let plain: string[] = [];
  let rows: Cell[][] = [];
  const endTable = () => {
    said.push(...sayTable(rows, false));
    rows = [];
  };
  for (const line of body.split("\n")) {
    plain.push(line);
    if (!line.endsWith("\t")) continue;
    const start = findStart(plain);
    const before = plain.slice(0, start);
    if (before.some((text) => text.trim() !== "")) endTable();
    said.push(...before);
    rows.push(splitCells(plain.slice(start)));
    plain = [];
  }
  endTable();
  return [...said, ...plain].join("\n");
}

/** Walks back from the end of a row to the line with its first tab. */
function findStart(lines: readonly string[]): number {
  let start = lines.length - 1;
  for (let at = start - 1; at >= 0 && start - at <= longestCell; at--) {
    if (lines[at]?.includes("\t")) start = at;
  }
  return start;
}

function splitCells(lines: readonly string[]): Cell[] {
  const cells = lines.join("\n").slice(0, -1).split("\t");
  return cells.map((cell) => cell.split("\n").filter((line) => line.trim() !== ""));
}
