/** "Đã nhận": the unit has seen the announcement. The first moment is kept; a second tap changes nothing. */
import { checkOwn, checkOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export async function acknowledge(
  ctx: CaseContext,
  by: Who,
  deliveryId: number,
  update: UpdateKey | null,
): Promise<{ at: Date; again: boolean } | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery) throw new Problem("button-old");
    // Whoever holds a post of the unit may take note for it; the one it was sent to need not hold it any more.
    // What covers several units is acknowledged by the person who got it.
    if (delivery.unitId === null) checkOwn(by, delivery.personId);
    else checkOwnUnit(by, delivery.unitId);
    if (delivery.acknowledgedAt) return { at: delivery.acknowledgedAt, again: true };
    await tx.delivery.update({ where: { id: deliveryId }, data: { acknowledgedAt: now } });
    await audit("delivery.acknowledge", ["Delivery", deliveryId]);
    return { at: now, again: false };
  });
}
