/** A published plan whose announcement waits to be sent to so many units, and the staff who follow it. */
import type { Db } from "../../src/store/database.ts";

export const FIRST_CHAT = 10_000;
export const STAFF_CHAT = 9_999;

export async function seedPeople(db: Db, units: number): Promise<void> {
  const createdAt = new Date();
  const board = await db.board.create({ data: { name: "Ban Tuyên giáo", symbol: "BTG", createdAt } });
  const account = (id: number) => ({
    channel: "telegram",
    externalId: String(id),
    chatId: BigInt(id),
    createdAt,
  });
  const owner = await db.person.create({
    data: {
      name: "Hà Lan",
      phone: "0256 000 111",
      locale: "vi",
      createdAt,
      accounts: { create: account(STAFF_CHAT) },
    },
  });
  await db.membership.create({
    data: { boardId: board.id, personId: owner.id, role: "staff", since: createdAt },
  });
  for (let from = 0; from < units; from += 500) {
    const numbers = Array.from({ length: Math.min(500, units - from) }, (_, i) => from + i);
    const made = await db.unit.createManyAndReturn({
      data: numbers.map((n) => ({
        code: String(n).padStart(5, "0"),
        name: `Chi bộ số ${n}`,
        kind: "Chi bộ cơ sở",
        headTitle: "Bí thư",
        createdAt,
      })),
    });
    const people = await db.person.createManyAndReturn({
      data: numbers.map((n) => ({ name: `Nguyễn Văn ${n}`, locale: "vi", createdAt })),
    });
    await db.account.createMany({
      data: people.map((person, i) => ({ ...account(FIRST_CHAT + from + i), personId: person.id })),
    });
    await db.post.createMany({
      data: people.map((person, i) => ({
        unitId: made[i]?.id ?? 0,
        personId: person.id,
        kind: "secretary" as const,
        title: "Bí thư",
        since: createdAt,
      })),
    });
  }
}

/** Another plan to the first `most` of them; returns its campaign, all of whose deliveries are due. */
export async function seedCampaign(db: Db, code: string, most: number): Promise<number> {
  const now = new Date();
  const dueBefore = new Date(now.getTime() + 5 * 86_400_000);
  const owner = await db.person.findFirstOrThrow({ where: { memberships: { some: {} } } });
  const board = await db.board.findFirstOrThrow();
  const units = await db.unit.findMany({ orderBy: { id: "asc" }, take: most, include: { posts: true } });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: owner.id,
      code,
      number: `${code}-KH/ĐU`,
      title: "học tập, quán triệt Chuyên đề năm 2024",
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt: now,
      publishedAt: now,
      units: { create: units.map((unit) => ({ unitId: unit.id, unitName: unit.name, unitKind: unit.kind })) },
      milestones: {
        create: {
          ordinal: 1,
          kind: "report",
          owedBy: "units",
          action: "báo cáo kết quả học tập",
          due: dueBefore,
          dueBefore,
          source: "board",
        },
      },
    },
    include: { milestones: true },
  });
  await db.obligation.createMany({
    data: units.map((unit) => ({
      code: `${code}-${unit.code}`,
      milestoneId: plan.milestones[0]?.id ?? 0,
      unitId: unit.id,
      unitName: unit.name,
      unitKind: unit.kind,
      dueBefore,
      effectiveDueBefore: dueBefore,
      state: "open" as const,
      createdAt: now,
    })),
  });
  const campaign = await db.campaign.create({
    data: {
      kind: "announcement",
      planId: plan.id,
      key: `announcement:${plan.id}`,
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
      planId: plan.id,
      campaignId: campaign.id,
      openedAt: now,
      notBefore: now,
    },
  });
  return campaign.id;
}
