/** What a delivery belongs to and is about, for the words it is given when it is sent. */
import type { Db } from "../database.ts";

/** The round of a nudge: words of the board's own, or the signed letter that goes along. */
export async function findNudgeRound(db: Db, campaignId: number) {
  return db.campaign.findUnique({
    where: { id: campaignId },
    select: { words: true, letter: { include: { file: true, plan: true } } },
  });
}

/** The one thing owed that a message to a unit is about, since when, and the return it speaks of. */
export async function findSubject(
  db: Db,
  deliveryId: number,
): Promise<{
  obligationId: number;
  writtenAt: Date;
  returned: { id: number; reportId: number } | null;
} | null> {
  const row = await db.delivery.findUnique({
    where: { id: deliveryId },
    select: {
      items: { select: { obligationId: true }, orderBy: { obligationId: "asc" }, take: 1 },
      campaign: { select: { createdAt: true, return: { select: { id: true, reportId: true } } } },
    },
  });
  const [item] = row?.items ?? [];
  if (!row || !item) return null;
  return {
    obligationId: item.obligationId,
    writtenAt: row.campaign.createdAt,
    returned: row.campaign.return,
  };
}

/** Whether a delivery says which obligations it is about; else it is about its unit. */
export async function hasItems(db: Db, deliveryId: number): Promise<boolean> {
  return (await db.deliveryItem.count({ where: { deliveryId } })) > 0;
}

/** Under which delivery a unit takes note of a plan. */
export async function firstAnnouncement(db: Db, planId: number, unitId: number): Promise<number | null> {
  const row = await db.delivery.findFirst({
    where: { unitId, campaign: { planId, kind: "announcement" } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return row?.id ?? null;
}
