import type { Db } from "../database.ts";

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
