/**
 * One new deadline for all that were chosen, granted by staff without anybody asking; and taking that back. A request
 * that waits is settled by it. Nobody grants time to a unit in which they hold a post.
 */

import { lastDayOf } from "../../domain/moment.ts";
import { extendedTo } from "../../domain/obligation/extension.ts";
import { isOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { lockPlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkWords } from "../check-words.ts";
import { readUrging, takeChosen, urgeable } from "../reminder/urge-plan.ts";
import { touchNotices } from "../sending/open-notices.ts";
import { tellUnit } from "../sending/tell-unit.ts";
import { moveDeadline } from "./move-deadline.ts";

export interface Extended {
  units: string[];
  /** Not moved: it was later already, or it is a unit of the one who grants. */
  left: string[];
  /** By which it is taken back. */
  at: Date;
}

/** Grants what was composed in /remind: its day and reason. Throws nothing-chosen, button-old, extension-past. */
export async function extendTogether(
  ctx: CaseContext,
  by: Who,
  planId: number,
  update: UpdateKey | null,
): Promise<Extended | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await urgeable(tx, by, planId, "extension.decide");
      const { dueBefore, reason } = await readUrging(tx, by.personId, planId);
      if (!dueBefore || !reason) throw new Problem("button-old");
      const why = checkWords(reason, 300);
      // To the second: that much fits into a button that takes it back.
      const at = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
      const done: Extended = { units: [], left: [], at };
      for (const one of await takeChosen(tx, by, planId, now)) {
        const from = one.effectiveDueBefore;
        if (!from || from >= dueBefore || isOwnUnit(by, one.unitId)) {
          done.left.push(one.unitName);
          continue;
        }
        const to = extendedTo(lastDayOf(dueBefore, ctx.zone).day, from, now, ctx.zone);
        if (one.extensionId !== null) {
          await tx.extension.update({ where: { id: one.extensionId }, data: { state: "lapsed" } });
          await touchNotices(tx, { extensionId: one.extensionId });
        }
        const made = await tx.extension.create({
          data: {
            obligationId: one.id,
            state: "granted",
            askedAt: at,
            reason: why,
            fromDueBefore: from,
            askedDueBefore: to,
            grantedDueBefore: to,
            decidedById: by.personId,
            decidedAt: at,
          },
        });
        await moveDeadline(tx, one.id, to);
        await tellUnit(tx, ctx, one.unitId, null, now, {
          kind: "extension_answer",
          key: `extension-answer:${made.id}`,
          extensionId: made.id,
        });
        done.units.push(one.unitName);
      }
      await audit("extension.together", ["Plan", planId], { units: done.units.length });
      return done;
    },
    "notices",
  );
}

/** Puts the deadlines back, where nothing has been decided about them since. Throws button-old. */
export async function undoTogether(
  ctx: CaseContext,
  by: Who,
  planId: number,
  at: Date,
  update: UpdateKey | null,
): Promise<number | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await urgeable(tx, by, planId, "extension.decide");
      await lockPlan(tx, planId);
      const granted = await tx.extension.findMany({
        where: {
          state: "granted",
          askedById: null,
          decidedById: by.personId,
          decidedAt: at,
          obligation: { milestone: { planId } },
        },
        include: { obligation: true },
      });
      let count = 0;
      for (const one of granted) {
        if (one.obligation.effectiveDueBefore?.getTime() !== one.grantedDueBefore?.getTime()) continue;
        await tx.extension.update({
          where: { id: one.id },
          data: { state: "withdrawn", grantedDueBefore: null, answeredById: by.personId, answeredAt: now },
        });
        await moveDeadline(tx, one.obligationId, one.fromDueBefore);
        // Whoever has read of the new date is told of the old one.
        await tellUnit(tx, ctx, one.obligation.unitId, null, now, {
          kind: "extension_answer",
          key: `extension-undone:${one.id}`,
          extensionId: one.id,
        });
        count++;
      }
      if (count === 0) throw new Problem("button-old");
      await audit("extension.undo", ["Plan", planId], { units: count });
      return count;
    },
    "notices",
  );
}
