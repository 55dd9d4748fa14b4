/** Units that have a plan and have said nothing. */
import type { Db, Tx } from "../database.ts";

export interface SilentUnit {
  planId: number;
  boardId: number;
  unitId: number;
  sentAt: Date;
}

/** Those that got an announcement of a published plan and neither took note nor reported all they owe. */
export async function silentUnits(db: Db | Tx): Promise<SilentUnit[]> {
  return db.$queryRaw<SilentUnit[]>`
    SELECT c."planId", p."boardId", d."unitId", min(d."sentAt") AS "sentAt"
      FROM "Delivery" d
      JOIN "Campaign" c ON c."id" = d."campaignId" AND c."kind" = 'announcement'
      JOIN "Plan" p ON p."id" = c."planId" AND p."state" = 'published'
     WHERE d."unitId" IS NOT NULL AND d."sentAt" IS NOT NULL
       AND EXISTS (SELECT 1 FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId"
                    WHERE m."planId" = p."id" AND o."unitId" = d."unitId" AND o."state" = 'open'
                      AND NOT EXISTS (SELECT 1 FROM "Report" r WHERE r."obligationId" = o."id"))
     GROUP BY 1, 2, 3
    HAVING max(d."acknowledgedAt") IS NULL
     ORDER BY 1, 3`;
}

export async function toldAt(db: Db | Tx, key: string): Promise<Date | null> {
  return (await db.told.findUnique({ where: { key } }))?.at ?? null;
}
