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

export interface OpenWaiver {
  id: number;
  unitName: string;
  reason: string;
  by: string;
  at: Date;
}

/** What units of a plan owe nothing for this time, the oldest first; those taken back are left out. */
export async function openWaivers(db: Db, planId: number): Promise<OpenWaiver[]> {
  const rows = await db.waiver.findMany({
    where: { liftedAt: null, obligation: { milestone: { planId } } },
    include: { obligation: true, waivedBy: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    unitName: row.obligation.unitName,
    reason: row.reason,
    by: row.waivedBy.name,
    at: row.waivedAt,
  }));
}
