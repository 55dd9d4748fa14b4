/** Reports that somebody began and left lying, and that have not been asked about. */
import type { Db } from "../database.ts";

export interface StoppedDraft {
  id: number;
  revision: number;
  holderId: number;
  updatedAt: Date;
  obligationId: number;
  unitId: number;
  planId: number;
}

/**
 * With at least one answer given in them (a further version: changed since), last touched in [from, until), whose
 * report is still wanted. What was returned is reminded by its own date; see cases/reminder/remind-mending.ts.
 */
export async function findStoppedDrafts(db: Db, from: Date, until: Date): Promise<StoppedDraft[]> {
  return db.$queryRaw<StoppedDraft[]>`
    SELECT d."id", d."revision", d."holderId", d."updatedAt", o."id" AS "obligationId", o."unitId", m."planId"
      FROM "Draft" d
      JOIN "Obligation" o ON o."id" = d."obligationId"
      JOIN "Milestone" m ON m."id" = o."milestoneId"
      JOIN "Plan" p ON p."id" = m."planId"
     WHERE d."nudgedAt" IS NULL AND d."updatedAt" >= ${from} AND d."updatedAt" < ${until}
       AND d."answers" <> '{}' AND d."revision" > 1 AND o."state" = 'open' AND p."state" = 'published'
       AND coalesce((SELECT r."review" = 'awaiting' FROM "Report" r
                      WHERE r."obligationId" = o."id" ORDER BY r."version" DESC LIMIT 1), true)
     ORDER BY d."id"`;
}
