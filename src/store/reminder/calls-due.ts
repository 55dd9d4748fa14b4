/** Units of a plan that staff are to call: silent although their deputy was told, or although nobody can be told. */
import type { Db } from "../database.ts";

export interface CallDue {
  obligationId: number;
  unitId: number;
  unitName: string;
  why: "unseen" | "late";
  dueBefore: Date | null;
  holders: { name: string; title: string; phone: string | null }[];
}

/** Those told of in the same moment `at`, that are still silent. */
export async function callsDue(db: Db, planId: number, at: Date): Promise<CallDue[]> {
  const told = await db.told.findMany({ where: { planId, at, key: { startsWith: "call:" } } });
  const keys = told.map((row) => row.key.split(":"));
  const late = new Set(keys.filter((key) => key[1] === "late").map((key) => Number(key[2])));
  const unseen = new Set(keys.filter((key) => key[1] === "unseen").map((key) => Number(key[3])));
  const rows = await db.obligation.findMany({
    where: {
      state: "open",
      milestone: { planId },
      OR: [{ id: { in: [...late] } }, { unitId: { in: [...unseen] } }],
      reports: { none: {} },
    },
    include: {
      unit: {
        include: { posts: { where: { until: null }, include: { person: true }, orderBy: { kind: "asc" } } },
      },
    },
    orderBy: { code: "asc" },
  });
  const seen = new Set<number>();
  return rows.flatMap((row) => {
    const why = late.has(row.id) ? ("late" as const) : ("unseen" as const);
    if (why === "unseen" && seen.has(row.unitId)) return [];
    seen.add(row.unitId);
    const holders = row.unit.posts.map(({ title, person }) => ({
      title,
      name: person.name,
      phone: person.phone,
    }));
    const { id, unitId, unitName, effectiveDueBefore } = row;
    return [{ obligationId: id, unitId, unitName, why, dueBefore: effectiveDueBefore, holders }];
  });
}
