/** What the announcement of a plan says to one unit: read afresh whenever the message or its buttons are written. */
import type { Db } from "./database.ts";

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
  const { unit } = row;
  const post = unit.posts.find((one) => one.personId === row.personId);
  return {
    plan,
    milestones: plan.milestones,
    addressee: { title: post?.title ?? unit.headTitle, unit: unit.name },
    contact: { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone },
    file: plan.files[0]?.file ?? null,
    hasFile: plan.files.length > 0,
    deliveryId,
    obligationId: obligation?.id ?? null,
    acknowledgedAt: row.acknowledgedAt,
  };
}
