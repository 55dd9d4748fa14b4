/** A plan that units owe something for, without the way it came to them. */
import { studyForm } from "../../src/domain/form/ready/study.ts";
import type { Db } from "../../src/store/database.ts";

/**
 * A published plan of which all units directly under the committee owe the report; nobody has been reminded of it.
 *
 * @param since when it was published; rungs of the ladder count from there
 */
export async function seedOwed(db: Db, dueBefore: Date, since: Date): Promise<{ planId: number }> {
  const board = await db.board.findFirstOrThrow();
  const owner = await db.membership.findFirstOrThrow({ where: { role: "staff" } });
  const units = await db.unit.findMany({ where: { parentId: null }, orderBy: { id: "asc" } });
  const version = await db.formVersion.create({
    data: {
      version: 1,
      definition: JSON.parse(JSON.stringify(studyForm)),
      createdAt: since,
      form: { create: { key: "study-of-tests", title: "Báo cáo học tập" } },
    },
  });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: owner.personId,
      code: "100",
      number: "100-KH/ĐU",
      title: "học tập, quán triệt Chuyên đề",
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt: since,
      publishedAt: since,
      units: { create: units.map((unit) => ({ unitId: unit.id, unitName: unit.name, unitKind: unit.kind })) },
      milestones: {
        create: {
          ordinal: 1,
          kind: "report",
          owedBy: "units",
          action: "báo cáo",
          source: "board",
          dueBefore,
          formVersionId: version.id,
        },
      },
    },
    include: { milestones: true },
  });
  await db.obligation.createMany({
    data: units.map((unit) => ({
      code: `100-${unit.code}`,
      milestoneId: plan.milestones[0]?.id ?? 0,
      unitId: unit.id,
      unitName: unit.name,
      unitKind: unit.kind,
      dueBefore,
      effectiveDueBefore: dueBefore,
      state: "open" as const,
      createdAt: since,
      remindSince: since,
    })),
  });
  return { planId: plan.id };
}
