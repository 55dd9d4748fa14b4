/** One request for another date, locked while it is changed: two who decide at once find what the first has decided. */

import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findExtension, lockExtension, type WholeExtension } from "../../store/plan/extensions.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

/**
 * Resolves to how the request stands afterwards. Throws button-old, and what `act` throws.
 *
 * @param word what is done, for the audit
 */
export async function changeExtension(
  ctx: CaseContext,
  by: Who,
  id: number,
  word: string,
  update: UpdateKey | null,
  act: (tx: Tx, asked: WholeExtension, now: Date) => Promise<void>,
): Promise<WholeExtension | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const planId = (await findExtension(tx, id))?.obligation.milestone.planId;
      if (planId === undefined) throw new Problem("button-old");
      // A report that comes in, a waiver, a date for all: they lock the plan too.
      await lockPlan(tx, planId);
      const asked = await lockExtension(tx, id);
      if (!asked) throw new Problem("button-old");
      await act(tx, asked, now);
      await audit(`extension.${word}`, ["Obligation", asked.obligationId], { extension: id });
      return (await findExtension(tx, id)) as WholeExtension;
    },
    "notices",
  );
}
