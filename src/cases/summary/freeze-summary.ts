/**
 * *Chốt số liệu*: the figures, texts and lists of this moment are kept as they are, with the moment and who. Whoever
 * freezes again adds another; none is ever changed.
 */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { freeze } from "../../domain/summary/freeze.ts";
import { makePicture } from "../../domain/summary/make-picture.ts";
import type { Rules } from "../../domain/summary/owed.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { gatherSummary, type SummaryScope } from "../../store/summary/gather.ts";
import { findDesk, keepFrozen } from "../../store/summary/summaries.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { namingOf, type SummaryWords, urgingOf } from "./summary-facts.ts";
import { ownScope } from "./summary-of.ts";

/** Throws summary-empty {} where nobody owes anything in the scope, and what `ownScope` throws. */
export async function freezeSummary(
  ctx: CaseContext,
  by: Who,
  scope: SummaryScope,
  rules: Rules,
  words: SummaryWords,
  update: UpdateKey | null,
): Promise<{ summaryId: number } | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const boardId = await ownScope(tx, by, scope, "summary.make");
    const gathered = await gatherSummary(tx, scope, now, ctx.zone);
    if (gathered.owed.length === 0) throw new Problem("summary-empty");
    const { desk } = await findDesk(tx, scope);
    const picture = makePicture(gathered, rules, now);
    const naming = await namingOf(tx, boardId, scope, picture, words);
    const urging = await urgingOf(tx, picture, words, now);
    const frozen = freeze({ picture, desk, naming, urging }, { personId: by.personId, name: by.name }, now);
    const summaryId = await keepFrozen(tx, { boardId, scope, frozen });
    await audit("summary.freeze", ["Summary", summaryId], {
      plans: [...scope.planIds],
      reports: picture.progress.sent,
      expected: picture.progress.expected,
    });
    return { summaryId };
  });
}
