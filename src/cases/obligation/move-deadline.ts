/**
 * Gives an obligation another effective deadline; the original stays. Reminders follow at once: rungs of the old
 * deadline that still wait to be sent fall away, and the ladder of the new one counts from now (a trigger sees to it).
 */
import type { Tx } from "../../store/database.ts";

export async function moveDeadline(tx: Tx, obligationId: number, to: Date): Promise<void> {
  await tx.obligation.update({
    where: { id: obligationId },
    data: { effectiveDueBefore: to },
  });
}
