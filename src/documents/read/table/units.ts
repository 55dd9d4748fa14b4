/**
 * A table of units → units. The table is made by hand in every office, so headers are looked for in any order and
 * spelling, titles above them are passed over, and everything that is wrong is told at once, each with its row and
 * column: a clerk mends the sheet in one go.
 */

import { withoutEth } from "../../../domain/plan/read/look-alikes.ts";
import { wordsOf } from "../../../domain/plan/read/scan.ts";
import { Problem } from "../../../domain/problem.ts";
import { toNfc } from "../text/nfc.ts";
import { foldHeading } from "./headings.ts";
import { findHeader, type Header, type UnitColumn } from "./units-header.ts";
import type { Flaw } from "./xlsx-sheet.ts";

/** One unit as the table states it. `row` counts from 1, as Excel does. */
export interface UnitRow {
  row: number;
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  headTitle: string;
}

/** A mistake and the row where it stands. */
export interface RowProblem {
  row: number;
  problem: Problem;
}

/** What a table of units holds; `units` can be trusted only where `problems` is empty. */
export interface ReadUnits {
  units: UnitRow[];
  problems: RowProblem[];
  /** Headers of columns that were not read. */
  ignored: string[];
}

const defaultHeadTitle = "Bí thư";

/** What is known besides the rows: units that exist already, and cells that show no value. */
export interface UnitsKnown {
  /** Codes of units; a parent may be one of them. */
  readonly codes?: Iterable<string>;
  /** Kinds of units, as they are written: another spelling of one is that kind. */
  readonly kinds?: Iterable<string>;
  readonly flaws?: readonly Flaw[];
}

/** Reads units from the rows of a table. */
export function readUnits(rows: readonly (readonly string[])[], known: UnitsKnown = {}): ReadUnits {
  const cells = rows.map((row) => row.map(normalise));
  const header = findHeader(cells);
  if (!header)
    return { units: [], problems: [{ row: 1, problem: new Problem("table-no-rows") }], ignored: [] };
  const problems: RowProblem[] = header.missing.map((column) => ({
    row: header.row,
    problem: new Problem("table-column-missing", { column, found: header.found.join(", ") }),
  }));
  const units: UnitRow[] = [];
  const kinds = new Map([...(known.kinds ?? [])].map((kind) => [foldKind(kind), kind]));
  const flaws = (known.flaws ?? []).filter((flaw) => flaw.row > header.row);
  for (let row = header.row + 1; row <= cells.length; row++) {
    const unit = readRow(cells[row - 1] ?? [], row, header, flaws, problems);
    if (!unit) continue;
    const kind = kinds.get(foldKind(unit.kind));
    if (kind === undefined) kinds.set(foldKind(unit.kind), unit.kind);
    units.push({ ...unit, kind: kind ?? unit.kind });
  }
  if (units.length === 0 && problems.length === 0) {
    problems.push({ row: header.row, problem: new Problem("table-no-rows") });
  }
  problems.push(...findTwice(units), ...resolveParents(units, known.codes ?? []));
  problems.sort((a, b) => a.row - b.row);
  return { units: problems.length === 0 ? units : units.filter(isWhole), problems, ignored: header.ignored };
}

/** Reads a row, or null where nothing stands in the columns that matter. */
function readRow(
  cells: readonly string[],
  row: number,
  header: Header,
  flaws: readonly Flaw[],
  problems: RowProblem[],
): UnitRow | null {
  const value = (column: UnitColumn) => cells[header.columns[column] ?? -1] ?? "";
  const required = ["code", "name", "kind"] as const;
  const flawed = faultsOf(row, header, flaws);
  problems.push(...flawed.problems);
  if (flawed.columns.size === 0 && required.every((column) => value(column) === "") && value("parent") === "")
    return null;
  // The heading once more, as on every page of a printed list or in a heading of two rows.
  if (required.every((column) => foldHeading(value(column)) === foldHeading(header.titles[column] ?? "")))
    return null;
  for (const column of required) {
    const title = header.titles[column];
    if (title !== undefined && value(column) === "" && !flawed.columns.has(column)) {
      problems.push({ row, problem: new Problem("table-cell-empty", { column: title, row }) });
    }
  }
  return {
    row,
    code: value("code"),
    name: value("name"),
    kind: value("kind"),
    parentCode: flawed.columns.has("parent") ? null : value("parent") || null,
    headTitle: value("headTitle") || defaultHeadTitle,
  };
}

/** Cells of a row whose formula failed or was never reckoned, in the columns that are read. */
function faultsOf(row: number, header: Header, flaws: readonly Flaw[]) {
  const problems: RowProblem[] = [];
  const columns = new Set<UnitColumn>();
  for (const [column, place] of Object.entries(header.columns) as [UnitColumn, number][]) {
    const flaw = flaws.find((one) => one.row === row && one.column === place);
    if (!flaw) continue;
    columns.add(column);
    problems.push({ row, problem: flawProblem(flaw, header.titles[column] ?? "") });
  }
  return { problems, columns };
}

/** What is said of a cell that shows no value. */
export function flawProblem({ row, is, text }: Flaw, column: string): Problem {
  return is === "error"
    ? new Problem("table-cell-error", { row, column, text })
    : new Problem("table-cell-uncalculated", { row, column });
}

function findTwice(units: readonly UnitRow[]): RowProblem[] {
  const first = new Map<string, number>();
  return units.flatMap(({ row, code }) => {
    if (code === "") return [];
    const before = first.get(foldCode(code));
    if (before !== undefined) {
      return [{ row, problem: new Problem("table-code-twice", { code, row, first: before }) }];
    }
    first.set(foldCode(code), row);
    return [];
  });
}

/** Checks that parents exist and lead upward; writes each parent's code as the parent itself writes it. */
function resolveParents(units: readonly UnitRow[], known: Iterable<string>): RowProblem[] {
  const codes = new Map([...known].map((code) => [foldCode(normalise(code)), code]));
  const parentOf = new Map<string, string>();
  for (const unit of units) codes.set(foldCode(unit.code), unit.code);
  const problems: RowProblem[] = [];
  for (const unit of units) {
    if (unit.parentCode === null) continue;
    const parent = codes.get(foldCode(unit.parentCode));
    if (parent === undefined) {
      const vars = { code: unit.parentCode, row: unit.row };
      problems.push({ row: unit.row, problem: new Problem("table-parent-unknown", vars) });
    } else {
      unit.parentCode = parent;
      parentOf.set(foldCode(unit.code), foldCode(parent));
    }
  }
  for (const unit of units) {
    const ring = findRing(foldCode(unit.code), parentOf);
    if (!ring) continue;
    const path = [...ring, ring[0] ?? ""].map((code) => codes.get(code) ?? code).join(" → ");
    problems.push({
      row: unit.row,
      problem: new Problem("table-parent-loop", { row: unit.row, codes: path }),
    });
    // One ring is one mistake: told at its first row only.
    for (const code of ring) parentOf.delete(code);
  }
  return problems;
}

/** The codes from `start` up and back to `start`, or null where the way up ends or turns elsewhere. */
function findRing(start: string, parentOf: ReadonlyMap<string, string>): string[] | null {
  const path = [start];
  const seen = new Set(path);
  for (let next = parentOf.get(start); next !== undefined; next = parentOf.get(next)) {
    if (next === start) return path;
    if (seen.has(next)) return null;
    seen.add(next);
    path.push(next);
  }
  return null;
}

function isWhole(unit: UnitRow): boolean {
  return unit.code !== "" && unit.name !== "" && unit.kind !== "";
}

/** Codes are compared without regard to case: "cb01" beside "CB01" is a slip, not a second unit. */
function foldCode(code: string): string {
  return withoutEth(code).toLocaleUpperCase("vi");
}

/** "đảng bộ Cơ sở" is the kind "Đảng bộ cơ sở", wherever the tones stand. */
const foldKind = (kind: string) => wordsOf(withoutEth(kind));

function normalise(cell: string): string {
  return withoutEth(toNfc(cell.replace(/[\u200b-\u200d\ufeff]/g, "")))
    .replace(/\s+/g, " ")
    .trim();
}
