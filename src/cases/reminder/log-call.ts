/** A telephone call about something owed: whether anybody was reached and what they promised; and striking it out. */
import { checkDecides, checkOwn } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { urgeable } from "./urge-plan.ts";

/** @param promisedOn ISO day. Throws obligation-not-found, not-allowed. */
export async function logCall(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  outcome: { reached: boolean; promisedOn: string | null },
  update: UpdateKey | null,
): Promise<{ id: number } | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    await planOf(tx, by, obligationId);
    const { reached, promisedOn } = outcome;
    const call = await tx.callLog.create({
      data: {
        obligationId,
        byId: by.personId,
        at: now,
        reached,
        promisedOn: promisedOn ? new Date(`${promisedOn}T00:00:00Z`) : null,
      },
    });
    await audit("call.log", ["Obligation", obligationId], { reached });
    return { id: call.id };
  });
}

/** Strikes out one's own call. Throws button-old, not-allowed. */
export async function strikeCall(
  ctx: CaseContext,
  by: Who,
  callId: number,
  update: UpdateKey | null,
): Promise<{ obligationId: number } | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const call = await tx.callLog.findUnique({
      where: { id: callId },
      include: { obligation: { include: { milestone: { include: { plan: true } } } } },
    });
    if (!call) throw new Problem("button-old");
    checkOwn(by, call.byId);
    checkDecides(by, "unit.urge", call.obligation.milestone.plan);
    const struck = await tx.callLog.updateMany({
      where: { id: callId, struckAt: null },
      data: { struckAt: now },
    });
    if (struck.count === 0) return { obligationId: call.obligationId };
    await audit("call.strike", ["Obligation", call.obligationId]);
    return { obligationId: call.obligationId };
  });
}

async function planOf(tx: Tx, by: Who, obligationId: number): Promise<void> {
  const owed = await tx.obligation.findUnique({ where: { id: obligationId }, include: { milestone: true } });
  if (!owed) throw new Problem("obligation-not-found");
  await urgeable(tx, by, owed.milestone.planId, "unit.urge");
}
