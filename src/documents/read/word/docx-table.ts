import { type Cell, sayTable } from "../text/table-lines.ts";
import type { DocxNode } from "./docx-node.ts";

/** Says what stands in a cell, be it a table again. */
type SayBlocks = (nodes: readonly DocxNode[]) => string[];

/** The lines of a table of a .docx, see table-lines.ts. */
export function sayDocxTable(table: DocxNode, sayBlocks: SayBlocks): string[] {
  const rows = (table.children ?? []).filter((row) => row.type === "tableRow");
  return sayTable(layOut(rows, sayBlocks), rows[0]?.isHeader === true);
}

/** Puts cells into columns: one that spans several leaves the others empty, so that rows stay aligned. */
function layOut(rows: readonly DocxNode[], sayBlocks: SayBlocks): Cell[][] {
  const taken = new Map<number, number>();
  return rows.map((row) => {
    const cells: Cell[] = [];
    const skipTaken = () => {
      for (let left = taken.get(cells.length); left; left = taken.get(cells.length)) {
        taken.set(cells.length, left - 1);
        cells.push([]);
      }
    };
    for (const cell of row.children ?? []) {
      skipTaken();
      const span = Math.min(cell.colSpan ?? 1, 50);
      const lines = sayBlocks(cell.children ?? []).filter((line) => line !== "");
      for (let column = 0; column < span; column++) {
        if ((cell.rowSpan ?? 1) > 1) taken.set(cells.length, (cell.rowSpan ?? 1) - 1);
        cells.push(column === 0 ? lines : []);
      }
    }
    skipTaken();
    return cells;
  });
}
