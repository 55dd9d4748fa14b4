/** `import-units FILE [--dry-run]`: a table of units comes in, whole or not at all. */
import { basename } from "node:path";
import { importUnits, type UnitImport } from "../cases/people/import-units.ts";
import { readConfig } from "../config.ts";
import { columnLetters } from "../documents/read/table/column-letters.ts";
import { type ReadTable, readTable } from "../documents/read/table/table.ts";
import { type RowProblem, readUnits, type UnitRow } from "../documents/read/table/units.ts";
import { findHeader, unitHeadings } from "../documents/read/table/units-header.ts";
import { Problem } from "../domain/problem.ts";
import { createWords, type Words } from "../i18n.ts";
import { unitContacts } from "../store/people/people.ts";
import { readArguments, type Terminal, UsageError } from "./command.ts";
import { readInputFile } from "./input-file.ts";
import { withCases } from "./open-cases.ts";

export async function importUnitsFile(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { "dry-run": { type: "boolean", default: false } });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError("cli-wrong-file-count");
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  const name = basename(file);
  const table = await readTable(await readInputFile(file, terminal), name, unitHeadings).catch(
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      terminal.say(words.problem(error));
      return null;
    },
  );
  if (!table) return 1;
  return withCases({ config, words, terminal, what: "import-units" }, async (ctx) => {
    const known = await unitContacts(ctx.db, null);
    const { units, problems, ignored } = readUnits(table.rows, {
      codes: known.map((unit) => unit.code),
      kinds: known.map((unit) => unit.kind),
      flaws: table.flaws,
    });
    if (table.sheet) terminal.say(words.t("cli-import-sheet", { sheet: table.sheet }));
    for (const left of table.leftOut) terminal.say(words.t("cli-import-hidden", { ...left }));
    if (ignored.length > 0) terminal.say(words.t("cli-import-ignored", { columns: ignored.join(", ") }));
    if (problems.length > 0) {
      terminal.say(words.t("cli-import-problems", { name, count: problems.length }));
      terminal.say(problemLines(words, table, problems).join("\n"));
      return 1;
    }
    const outcome = await importUnits(ctx, units, values["dry-run"]);
    terminal.out(outcomeLines(words, units, outcome, values["dry-run"]).join("\n"));
    if (!config.telegram) terminal.say(words.t("cli-sandbox-apart"));
    return 0;
  });
}

/** One line a mistake, led by its cell as Excel names it ("C9"), or by its row where it is in no one cell. */
export function problemLines(
  words: Words,
  table: Pick<ReadTable, "rows">,
  problems: readonly RowProblem[],
): string[] {
  const header = findHeader(table.rows.map((row) => row.map((cell) => cell.trim())));
  const indexOf = ({ code, vars }: Problem): number | undefined => {
    if (!header) return undefined;
    const { columns, titles } = header;
    if (code === "table-code-twice") return columns.code;
    if (code === "table-parent-unknown" || code === "table-parent-loop") return columns.parent;
    if (!/^table-cell-/.test(code)) return undefined;
    return (["code", "name", "kind", "parent", "headTitle"] as const)
      .filter((column) => titles[column] !== undefined && sameTitle(titles[column], String(vars.column)))
      .map((column) => columns[column])[0];
  };
  const places = problems.map(({ row, problem }) => {
    const index = indexOf(problem);
    return index === undefined
      ? words.t("cli-import-at-row", { row: String(row) })
      : `${columnLetters(index)}${row}`;
  });
  const width = Math.max(...places.map((place) => place.length));
  return problems.map(
    ({ problem }, at) => `  ${(places[at] ?? "").padEnd(width)}  ${words.problem(problem)}`,
  );
}

const sameTitle = (one: string, other: string) => squeeze(one) === squeeze(other);
const squeeze = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

const fieldTexts = {
  name: "cli-field-name",
  kind: "cli-field-kind",
  headTitle: "cli-field-head-title",
  parentId: "cli-field-parent",
} as const;

/** "+ code name" for what is new, "~ code name (fields)" for what changes, and the sum. */
export function outcomeLines(
  words: Words,
  units: readonly UnitRow[],
  { added, changed, unchanged }: UnitImport,
  dryRun: boolean,
): string[] {
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const nameOf = (code: string) => `${code}  ${names.get(code) ?? ""}`;
  const sayField = (field: string) => words.t(fieldTexts[field as keyof typeof fieldTexts]);
  const counts = { added: added.length, changed: changed.length, unchanged };
  return [
    words.t(dryRun ? "cli-import-outcome-dry" : "cli-import-outcome", counts),
    ...added.map((code) => `  + ${nameOf(code)}`),
    ...changed.map(({ code, fields }) => `  ~ ${nameOf(code)} (${fields.map(sayField).join(", ")})`),
  ];
}
