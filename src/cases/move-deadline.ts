/**
 * Gives an obligation another effective deadline; the original stays. Reminders follow at once: rungs of the old
 * deadline that still wait to be sent fall away, and those of the new one count from now.
 */
import type { Tx } from "../store/database.ts";

export async function moveDeadline(tx: Tx, obligationId: number, to: Date, now: Date): Promise<void> {
  await tx.obligation.update({
    where: { id: obligationId },
    data: { effectiveDueBefore: to, dueSince: now },
  });
}
