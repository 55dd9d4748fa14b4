/** Staff at the narrative desk: tick, join, reword, move, mark. Of two at once the second is told to look again. */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Desk } from "../../domain/summary/desk.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import type { SummaryScope } from "../../store/summary/gather.ts";
import { findDesk, keepDesk } from "../../store/summary/summaries.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { ownScope } from "./summary-of.ts";

/** @param change one of the steps of `domain/summary/desk.ts`. Throws summary-moved, and what `ownScope` throws. */
export async function changeDesk(
  ctx: CaseContext,
  by: Who,
  scope: SummaryScope,
  change: (desk: Desk) => Desk,
  update: UpdateKey | null,
): Promise<Desk | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const boardId = await ownScope(tx, by, scope, "summary.make");
    const { desk, revision } = await findDesk(tx, scope);
    const content = change(desk);
    if (content === desk) return desk;
    if (!(await keepDesk(tx, { boardId, scope, content, revision }, now))) throw new Problem("summary-moved");
    await audit("summary.desk", ["Board", boardId], { plans: [...scope.planIds] });
    return content;
  });
}
