/** A unit owes nothing this time: the fact, with what it was about. */
import type { Db } from "../database.ts";

export async function findWaiver(db: Db, id: number) {
  const row = await db.waiver.findUnique({
    where: { id },
    include: { obligation: { include: { milestone: { include: { plan: true } } } } },
  });
  if (!row) return null;
  const { milestone, ...owed } = row.obligation;
  return { liftedAt: row.liftedAt, owed, plan: milestone.plan };
}
