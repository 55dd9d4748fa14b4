/** What the announcement of a plan says to one unit: read afresh whenever the message or its buttons are written. */
import type { Db } from "../database.ts";
import { boardSetting } from "../settings.ts";

const parts = {
  campaign: {
    include: {
      plan: {
        include: {
          owner: true,
          board: true,
          milestones: { orderBy: { ordinal: "asc" } },
          files: { where: { use: "send" }, include: { file: true } },
        },
      },
    },
  },
  unit: { include: { posts: { where: { until: null } } } },
} as const;

export async function findAnnouncement(db: Db, deliveryId: number) {
  const row = await db.delivery.findUnique({ where: { id: deliveryId }, include: parts });
  const plan = row?.campaign.plan;
  if (!row?.unit || !plan) return null;
  const obligation = await db.obligation.findFirst({
    where: { unitId: row.unit.id, milestone: { planId: plan.id } },
    orderBy: [{ milestone: { ordinal: "asc" } }, { dueBefore: "asc" }],
    select: { id: true },
  });
  const { withheld } = plan;
  const place = withheld ? await boardSetting(db, plan.boardId, "paper-place") : null;
  const { unit } = row;
  const post = unit.posts.find((one) => one.personId === row.personId);
  return {
    plan,
    milestones: plan.milestones,
    addressee: { title: post?.title ?? unit.headTitle, unit: unit.name },
    contact: { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone },
    file: withheld ? null : (plan.files[0]?.file ?? null),
    hasFile: plan.files.length > 0 && !withheld,
    withheld,
    paperPlace: place,
    deliveryId,
    obligationId: obligation?.id ?? null,
    acknowledgedAt: row.acknowledgedAt,
  };
}

/** Plans as announcements tell of them. */
export async function announcedPlans(db: Db, ids: number[]) {
  const found = await db.plan.findMany({ where: { id: { in: ids } }, ...parts.campaign.include.plan });
  const known = await Promise.all(
    found.map(async (plan) => ({
      ...plan,
      paperPlace: plan.withheld ? await boardSetting(db, plan.boardId, "paper-place") : null,
    })),
  );
  return new Map(known.map((plan) => [plan.id, plan]));
}

/** The first thing each unit owes in each plan: `plan:unit` → its id. */
export async function firstObligations(
  db: Db,
  planIds: number[],
  unitIds: number[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ planId: number; unitId: number; id: number }[]>`
    SELECT DISTINCT ON (m."planId", o."unitId") m."planId", o."unitId", o."id"
      FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId"
     WHERE m."planId" = ANY(${planIds}::int[]) AND o."unitId" = ANY(${unitIds}::int[])
     ORDER BY m."planId", o."unitId", m."ordinal", o."dueBefore", o."id"`;
  return new Map(rows.map((row) => [`${row.planId}:${row.unitId}`, row.id]));
}

export interface OpenAnnouncement {
  deliveryId: number;
  unitName: string;
  planNumber: string | null;
  planTitle: string;
  /** Where it stands in this account's chat; null where it was sent by another way. */
  messageId: number | null;
}

/** Announcements of published plans that reached a unit of somebody's and that nobody has taken note of, oldest first. */
export function openAnnouncements(
  db: Db,
  personId: number,
  units: readonly number[],
  accountId: number,
): Promise<OpenAnnouncement[]> {
  return db.$queryRaw<OpenAnnouncement[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (d."campaignId", d."unitId") d."id" AS "deliveryId", u."name" AS "unitName",
             p."number" AS "planNumber", p."title" AS "planTitle", d."sentAt",
             (SELECT t."messageId" FROM "Attempt" t WHERE t."deliveryId" = d."id" AND t."accountId" = ${accountId}
               ORDER BY t."id" DESC LIMIT 1) AS "messageId"
        FROM "Delivery" d
        JOIN "Campaign" c ON c."id" = d."campaignId" AND c."kind" = 'announcement'
        JOIN "Plan" p ON p."id" = c."planId" AND p."state" = 'published'
        JOIN "Unit" u ON u."id" = d."unitId"
       WHERE d."unitId" = ANY(${[...units]}::int[]) AND d."sentAt" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "Delivery" e WHERE e."campaignId" = d."campaignId" AND e."unitId" = d."unitId"
                          AND e."acknowledgedAt" IS NOT NULL)
       ORDER BY d."campaignId", d."unitId", (d."personId" = ${personId}) DESC, d."id" DESC
    ) AS open ORDER BY "sentAt", "deliveryId"`;
}
