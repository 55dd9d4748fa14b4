/** What questions say about each other: names once each, names that exist, and nothing that leads back to itself. */
import { Problem } from "../../problem.ts";
import type { Form } from "../form.ts";
import { sentenceFault, totalFault } from "../parse-rules.ts";
import { excerpt } from "./cells.ts";
import type { Found } from "./field.ts";

const numeric = ["integer", "decimal", "percent"];

export function checkLinks(fields: readonly Found[]): void {
  const byKey = new Map<string, Found>();
  for (const found of fields) {
    if (found.key === "") continue;
    const before = byKey.get(found.key);
    if (before)
      found.row.fault("name", new Problem("xls-twice", { text: found.key, row: String(before.row.number) }));
    else byKey.set(found.key, found);
  }
  derivePrivate(fields, byKey);
  for (const found of fields) checkNames(found, byKey);
  checkCircles(fields, byKey);
  checkTotals(fields);
}

/** As `checkTotals` of the engine, each at its cell. Questions that are wrong themselves have no part in it. */
function checkTotals(fields: readonly Found[]): void {
  const sound = fields.filter(({ key, json }) => key !== "" && json.kind !== undefined);
  const form = { title: "", nil: false, fields: sound.map(({ json }) => json) } as unknown as Form;
  for (const [i, { row }] of sound.entries()) {
    const field = form.fields[i];
    if (!field) continue;
    const fault = totalFault(form, field);
    const column = fault === "together" || fault === "part" ? "dondoc_together" : "dondoc_total";
    if (fault) row.fault(column, new Problem("xls-total-fault", { fault }));
    const unknown = field.sentence === undefined ? null : sentenceFault(form, field.sentence);
    if (unknown !== null)
      row.fault("dondoc_sentence", new Problem("xls-sentence", { text: excerpt(unknown) }));
  }
}

/** As `derivePrivate` of the engine: what is worked out from a private answer is private. */
function derivePrivate(fields: readonly Found[], byKey: ReadonlyMap<string, Found>): void {
  const hidden = (name: string) => byKey.get(name)?.json.private === true;
  for (;;) {
    const found = fields.find(
      ({ json, rules }) =>
        json.kind === "computed" && json.private !== true && rules.some(({ names }) => names.some(hidden)),
    );
    if (!found) return;
    found.json.private = true;
  }
}

function checkNames({ key, row, json, rules }: Found, byKey: ReadonlyMap<string, Found>): void {
  for (const { column, names } of rules) {
    for (const name of names) {
      const other = byKey.get(name);
      if (name === key) row.fault(column, new Problem("xls-rule-own", { name }));
      else if (!other) row.fault(column, new Problem("xls-name-unknown", { name }));
      // What is private must not show through what is asked of everybody.
      else if (other.json.private === true && json.private !== true)
        row.fault(column, new Problem("xls-name-private", { name }));
      else if (!isNumber(column, other)) row.fault(column, new Problem("xls-name-number", { name }));
    }
  }
}

/** Sums are made of numbers, and what must not be exceeded is a whole one. A question that is wrong itself may be. */
function isNumber(column: string, { json }: Found): boolean {
  if (json.kind === undefined) return true;
  if (column === "dondoc_not_more_than") return json.kind === "integer";
  return column !== "default" || numeric.includes(String(json.kind));
}

/** As `checkRules` of the engine sees them: sums that are offered are not rules. */
function checkCircles(fields: readonly Found[], byKey: ReadonlyMap<string, Found>): void {
  const state = new Map<string, "open" | "done">();
  const walk = (found: Found): void => {
    if (state.get(found.key) === "done") return;
    if (state.get(found.key) === "open") {
      const column = found.rules.find((rule) => rule.column !== "default")?.column ?? null;
      found.row.fault(column, new Problem("xls-circle", { name: found.key }));
      return;
    }
    state.set(found.key, "open");
    for (const { column, names } of found.rules)
      for (const name of column === "default" ? [] : names) {
        const other = byKey.get(name);
        if (other && other !== found) walk(other);
      }
    state.set(found.key, "done");
  };
  for (const found of fields) if (found.key !== "") walk(found);
}
