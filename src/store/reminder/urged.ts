/** When units were last written to about what they owe, and whether they have taken note of the plan. */
import type { Db, Tx } from "../database.ts";

/** The last message about each thing owed since `since`, reminders and nudges alike; one that waits counts. */
export async function writtenSince(
  db: Db | Tx,
  obligationIds: readonly number[],
  since: Date,
): Promise<Map<number, Date>> {
  const rows = await db.$queryRaw<{ id: number; at: Date }[]>`
    SELECT i."obligationId" AS "id", max(coalesce(d."sentAt", d."notBefore")) AS "at"
      FROM "DeliveryItem" i JOIN "Delivery" d ON d."id" = i."deliveryId"
     WHERE i."obligationId" = ANY(${[...obligationIds]}::int[]) AND d."state" IN ('pending', 'sending', 'sent', 'unknown')
       AND coalesce(d."sentAt", d."notBefore") > ${since}
     GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.at]));
}

/** Units that have tapped "Đã nhận" under the announcement of a plan. */
export async function unitsAcknowledged(db: Db | Tx, planId: number): Promise<Set<number>> {
  const rows = await db.delivery.findMany({
    where: {
      campaign: { planId, kind: "announcement" },
      acknowledgedAt: { not: null },
      unitId: { not: null },
    },
    select: { unitId: true },
  });
  return new Set(rows.flatMap((row) => row.unitId ?? []));
}
