/** "Đã nhận": the unit has seen the announcement. The first moment is kept; a second tap changes nothing. */
import { Problem } from "../../domain/problem.ts";
import { writeAudit } from "../../store/audit.ts";
import type { Who } from "../../store/people/people.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

export async function acknowledge(
  ctx: CaseContext,
  by: Who,
  deliveryId: number,
  update: UpdateKey | null,
): Promise<{ at: Date; again: boolean } | typeof ALREADY> {
  return transact(ctx, update, async (tx, now) => {
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery) throw new Problem("button-old");
    // Whoever holds a post of the unit may take note for it; the one it was sent to need not hold it any more.
    // What covers several units is acknowledged by the person who got it.
    const mayNote =
      delivery.unitId === null
        ? delivery.personId === by.personId
        : by.posts.some((post) => post.unitId === delivery.unitId);
    if (!mayNote) throw new Problem("not-allowed");
    if (delivery.acknowledgedAt) return { at: delivery.acknowledgedAt, again: true };
    await tx.delivery.update({ where: { id: deliveryId }, data: { acknowledgedAt: now } });
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "delivery.acknowledge",
      subject: "Delivery",
      subjectId: deliveryId,
    });
    return { at: now, again: false };
  });
}
