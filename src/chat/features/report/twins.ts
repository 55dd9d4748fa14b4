/** People whom several units have named: the rows of this report's lists that stand in another unit's list too. */
import type { Next } from "../../../domain/form/advance.ts";
import type { GroupRow } from "../../../domain/form/draft.ts";
import { rowKey } from "../../../domain/form/fits.ts";
import type { GroupField } from "../../../domain/form/form.ts";
import { rowText } from "../../../domain/form/values.ts";
import type { Db } from "../../../store/database.ts";
import { answersOfOthers, type ReportWork } from "../../../store/drafts.ts";

/** Their names as this report has them; which unit it was is for the board to say, not for another unit. */
export async function twinsIn(db: Db, work: ReportWork, next: Next): Promise<string[]> {
  const lists: [GroupField, GroupRow[]][] = [];
  if (next.kind === "ask" && next.field.kind === "group" && next.group)
    lists.push([next.field, next.group.rows]);
  if (next.kind === "review")
    for (const { field, answer } of next.lines)
      if (field.kind === "group" && Array.isArray(answer?.value))
        lists.push([field, answer.value as GroupRow[]]);
  const found: string[] = [];
  for (const [field, rows] of lists) {
    if (rows.length === 0 || !field.unique || field.private) continue;
    const others = await answersOfOthers(db, work, field.key);
    const taken = new Set(
      others.flatMap(({ value }) =>
        Array.isArray(value) ? (value as GroupRow[]).map((row) => rowKey(field, row)) : [],
      ),
    );
    for (const row of rows) {
      const key = rowKey(field, row);
      if (key !== null && taken.has(key)) found.push(rowText(field, row));
    }
  }
  return found;
}
