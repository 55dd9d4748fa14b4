/** What a reminder or a nudge is about, read afresh when it is sent: only what its reader still has to do. */
import type { Db, Tx } from "./database.ts";
import { findObligations, type ObligationRow } from "./obligations.ts";

/** When the person wants to be told again of this message; null: did not ask, or has been told. */
export async function findSnooze(db: Db | Tx, deliveryId: number): Promise<Date | null> {
  const row = await db.snooze.findUnique({ where: { deliveryId } });
  return row && row.settledAt === null ? row.at : null;
}

export interface ReminderItem {
  owed: ObligationRow;
  dueBefore: Date;
  plan: { kind: string | null; number: string | null; title: string };
  /** Whom to ask. */
  contact: { name: string; phone: string | null };
  /** The reader's post in the unit that owes. */
  title: string;
}

/**
 * The items of a delivery that still hold: owed at this moment, in a plan that stands, by a unit in which the
 * person holds a post; the most urgent first. A rung meant for before a deadline is not sent after it.
 */
export async function findReminderItems(
  db: Db | Tx,
  deliveryId: number,
  personId: number,
  now: Date,
): Promise<ReminderItem[]> {
  const items = await db.deliveryItem.findMany({ where: { deliveryId } });
  const rungs = new Map(items.map((item) => [item.obligationId, item.rung]));
  const deadlines = new Map(items.map((item) => [item.obligationId, item.dueBefore?.getTime()]));
  const owed = (await findObligations(db, { ids: [...rungs.keys()] }, now)).filter(
    (one) =>
      one.planState === "published" &&
      // What was sent and returned is reminded by its own date; see cases/remind-mending.ts.
      one.firstSentAt === null &&
      // A rung of a deadline that has been moved since then is not sent.
      (rungs.get(one.id) === null || deadlines.get(one.id) === one.effectiveDueBefore?.getTime()) &&
      (one.status === "open-in-time" || (one.status === "open-late" && (rungs.get(one.id) ?? 1) > 0)),
  );
  const plans = await db.plan.findMany({
    where: { id: { in: owed.map((one) => one.planId) } },
    include: { owner: true },
  });
  const posts = await db.post.findMany({ where: { personId, until: null } });
  return owed.flatMap((one) => {
    const plan = plans.find(({ id }) => id === one.planId);
    const post = posts.find(({ unitId }) => unitId === one.unitId);
    if (!plan || !post || !one.effectiveDueBefore) return [];
    const { name, phone } = plan.owner;
    return [
      { owed: one, dueBefore: one.effectiveDueBefore, plan, contact: { name, phone }, title: post.title },
    ];
  });
}
