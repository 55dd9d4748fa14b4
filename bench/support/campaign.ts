/** A published plan whose announcement waits to be sent to so many units, and the staff who follow it. */
import type { Db } from "../../src/store/database.ts";
import { publishPlan, seedStaff, seedUnits } from "../../test/support/published.ts";

export const FIRST_CHAT = 10_000;
export const STAFF_CHAT = 9_999;

export async function seedPeople(db: Db, units: number): Promise<void> {
  const at = new Date();
  await seedStaff(db, { name: "Hà Lan", phone: "0256 000 111", chat: STAFF_CHAT, at });
  const numbers = Array.from({ length: units }, (_, i) => i);
  await seedUnits(db, numbers, at, (n) => ({ code: String(n).padStart(5, "0"), chat: FIRST_CHAT + n }));
}

/** Another plan to the first `most` of them; returns its campaign, all of whose deliveries are due. */
export async function seedCampaign(db: Db, code: string, most: number): Promise<number> {
  const now = new Date();
  const owner = await db.person.findFirstOrThrow({ where: { memberships: { some: {} } } });
  const board = await db.board.findFirstOrThrow();
  const units = await db.unit.findMany({ orderBy: { id: "asc" }, take: most, include: { posts: true } });
  const { planId } = await publishPlan(db, {
    boardId: board.id,
    ownerId: owner.id,
    number: `${code}-KH/ĐU`,
    title: "học tập, quán triệt Chuyên đề năm 2024",
    at: now,
    dueBefore: new Date(now.getTime() + 5 * 86_400_000),
    units,
  });
  const campaign = await db.campaign.create({
    data: {
      kind: "announcement",
      planId,
      key: `announcement:${planId}`,
      state: "active",
      createdAt: now,
    },
  });
  await db.delivery.createMany({
    data: units.map((unit) => ({
      campaignId: campaign.id,
      unitId: unit.id,
      personId: unit.posts[0]?.personId ?? 0,
      state: "pending" as const,
      notBefore: now,
    })),
  });
  await db.notice.create({
    data: {
      kind: "progress",
      key: `progress:${campaign.id}:${owner.id}`,
      personId: owner.id,
      planId,
      campaignId: campaign.id,
      openedAt: now,
      notBefore: now,
    },
  });
  return campaign.id;
}
