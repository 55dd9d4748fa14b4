/** A unit asks for another date. One request at a time; who may decide is told, never the one who asks. */

import { extendedTo } from "../../domain/obligation/extension.ts";
import { checkOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { sqlstate, UNIQUE_VIOLATION } from "../../store/database/sqlstate.ts";
import type { Tx } from "../../store/database.ts";
import { openExtensionOf } from "../../store/plan/extensions.ts";
import { findObligations, type ObligationRow } from "../../store/plan/obligations.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkWords } from "../check-words.ts";
import { openNotices } from "../sending/open-notices.ts";

const MOST_REASON = 300;

/** Throws obligation-not-found, not-allowed, obligation-closed, extension-not-needed. */
export async function extendable(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  tx: Tx = ctx.db,
): Promise<ObligationRow & { effectiveDueBefore: Date }> {
  const [owed] = await findObligations(tx, { ids: [obligationId] }, ctx.clock.now());
  if (!owed) throw new Problem("obligation-not-found");
  checkOwnUnit(by, owed.unitId);
  if (owed.state !== "open" || owed.planState !== "published") throw new Problem("obligation-closed");
  const { effectiveDueBefore } = owed;
  if (owed.status.startsWith("done") || !effectiveDueBefore) throw new Problem("extension-not-needed");
  return { ...owed, effectiveDueBefore };
}

/** @param day ISO; throws what `extendable` and `extendedTo` throw, and extension-open, text-expected, text-too-long. */
export async function askExtension(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  day: string,
  reason: string,
  update: UpdateKey | null,
): Promise<{ id: number } | typeof ALREADY> {
  const why = checkWords(reason, MOST_REASON);
  try {
    return await transact(
      ctx,
      by,
      update,
      async ({ tx, now, audit }) => {
        const { planId } = await extendable(ctx, by, obligationId, tx);
        await lockPlan(tx, planId);
        const owed = await extendable(ctx, by, obligationId, tx);
        if (await openExtensionOf(tx, obligationId)) throw new Problem("extension-open");
        const made = await tx.extension.create({
          data: {
            obligationId,
            state: "asked",
            askedById: by.personId,
            askedAt: now,
            reason: why,
            fromDueBefore: owed.effectiveDueBefore,
            askedDueBefore: extendedTo(day, owed.effectiveDueBefore, now, ctx.zone),
          },
        });
        await openNotices(tx, await decidersOf(tx, owed, by.personId), now, {
          kind: "extension",
          key: `extension:${made.id}`,
          planId: owed.planId,
          extensionId: made.id,
        });
        await audit("extension.ask", ["Obligation", obligationId], { extension: made.id });
        return { id: made.id };
      },
      "notices",
    );
  } catch (error) {
    // Two people of one unit asked in the same moment.
    if (sqlstate(error) === UNIQUE_VIOLATION) throw new Problem("extension-open");
    throw error;
  }
}

/** The plan's owner and stand-in, unless they ask or belong to the unit; then the others of the board. */
async function decidersOf(tx: Tx, owed: ObligationRow, askerId: number): Promise<number[]> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: owed.planId } });
  const holders = await tx.post.findMany({ where: { unitId: owed.unitId, until: null } });
  const concerned = new Set([askerId, ...holders.map((post) => post.personId)]);
  const first = [plan.ownerId, plan.standInId].filter((id) => id !== null && !concerned.has(id));
  if (first.length > 0) return first as number[];
  const board = await tx.membership.findMany({ where: { boardId: plan.boardId, until: null } });
  return [...new Set(board.map((one) => one.personId))].filter((id) => !concerned.has(id));
}
