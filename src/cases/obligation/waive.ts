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

/** Waives what was chosen in /remind, for the reason given there. Throws nothing-chosen, button-old, waiver-own. */
export async function waive(
  ctx: CaseContext,
  by: Who,
  planId: number,
  update: UpdateKey | null,
): Promise<{ units: string[] } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await urgeable(tx, by, planId, "waiver.decide");
      const { reason } = await readUrging(tx, by.personId, planId);
      if (!reason) throw new Problem("button-old");
      const why = checkWords(reason, 300);
      const chosen = await takeChosen(tx, by, planId, now);
      const units: string[] = [];
      for (const one of chosen) {
        if (isOwnUnit(by, one.unitId)) throw new Problem("waiver-own");
        await tx.obligation.update({ where: { id: one.id }, data: { state: "waived" } });
        const waiver = await tx.waiver.create({
          data: { obligationId: one.id, waivedById: by.personId, waivedAt: now, reason: why },
        });
        if (one.extensionId !== null) {
          await tx.extension.update({ where: { id: one.extensionId }, data: { state: "lapsed" } });
          await touchNotices(tx, { extensionId: one.extensionId });
        }
        const about = { kind: "waiver" as const, key: `waiver:${waiver.id}`, waiverId: waiver.id };
        await tellUnit(tx, ctx, one.unitId, null, now, about);
        units.push(one.unitName);
      }
      await audit("waiver.grant", ["Plan", planId], { units: units.length });
      return { units };
    },
    "notices",
  );
}

/** The unit owes again. Throws waiver-none, not-allowed, waiver-own. */
export async function liftWaiver(
  ctx: CaseContext,
  by: Who,
  waiverId: number,
  update: UpdateKey | null,
): Promise<{ planId: number } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const waiver = await tx.waiver.findUnique({
        where: { id: waiverId },
        include: { obligation: { include: { milestone: true } } },
      });
      if (!waiver) throw new Problem("waiver-none");
      const { obligation } = waiver;
      const { planId } = obligation.milestone;
      await urgeable(tx, by, planId, "waiver.decide");
      await lockPlan(tx, planId);
      if (isOwnUnit(by, obligation.unitId)) throw new Problem("waiver-own");
      const { count } = await tx.waiver.updateMany({
        where: { id: waiverId, liftedAt: null },
        data: { liftedAt: now, liftedById: by.personId },
      });
      if (count === 0) throw new Problem("waiver-none");
      await tx.obligation.updateMany({
        where: { id: obligation.id, state: "waived" },
        data: { state: "open" },
      });
      const about = { kind: "waiver" as const, key: `waiver-lifted:${waiverId}`, waiverId };
      await tellUnit(tx, ctx, obligation.unitId, null, now, about);
      await audit("waiver.lift", ["Obligation", obligation.id]);
      return { planId };
    },
    "notices",
  );
}
