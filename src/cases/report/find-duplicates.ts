/** People whom several units have named: the rows of a report's lists that stand in another unit's list too. */
import type { DraftState, GroupRow } from "../../domain/form/draft.ts";
import { rowKey } from "../../domain/form/fits.ts";
import type { Form, GroupField } from "../../domain/form/form.ts";
import { rowText } from "../../domain/form/values.ts";
import type { Db } from "../../store/database.ts";
import { answersOfOthers } from "../../store/report/drafts.ts";

export interface Duplicate {
  /** As this report has it. */
  text: string;
  /** For the board alone: one unit is not told what another has answered. */
  unitName: string;
}

/** @param keys only these lists; all of the form where none are given */
export async function findDuplicates(
  db: Db,
  obligationId: number,
  form: Form,
  answers: DraftState["answers"],
  keys?: readonly string[],
): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  for (const field of form.fields) {
    if (field.kind !== "group" || !field.unique || field.private) continue;
    if (keys && !keys.includes(field.key)) continue;
    const rows = rowsOf(answers[field.key]?.value);
    if (rows.length === 0) continue;
    const others = await answersOfOthers(db, obligationId, field.key);
    for (const row of rows) found.push(...sameIn(field, row, others));
  }
  return found;
}

function sameIn(field: GroupField, row: GroupRow, others: readonly { unitName: string; value: unknown }[]) {
  const key = rowKey(field, row);
  if (key === null) return [];
  return others
    .filter(({ value }) => rowsOf(value).some((one) => rowKey(field, one) === key))
    .map(({ unitName }): Duplicate => ({ text: rowText(field, row), unitName }));
}

const rowsOf = (value: unknown): GroupRow[] => (Array.isArray(value) ? (value as GroupRow[]) : []);

/** Each person once, whoever else has named them. */
export const duplicateNames = (duplicates: readonly Duplicate[]): string[] => [
  ...new Set(duplicates.map(({ text }) => text)),
];
