/** Units of a plan that staff are to call: silent although their deputy was told, or although nobody can be told. */
import type { Db } from "../database.ts";
import { findObligations } from "../plan/obligations.ts";

export interface CallDue {
  obligationId: number;
  unitId: number;
  unitName: string;
  /** Has not taken note; has not sent the report; has not mended it. */
  why: "unseen" | "late" | "unmended";
  /** From when on it is behind; null where it has not taken note. */
  since: Date | null;
  holders: { name: string; title: string; phone: string | null }[];
}

/** Those told of in the same moment `at`, that are still silent at `now`. */
export async function callsDue(db: Db, planId: number, at: Date, now: Date): Promise<CallDue[]> {
  const told = await db.told.findMany({ where: { planId, at, key: { startsWith: "call:" } } });
  const keys = told.map((row) => row.key.split(":"));
  const late = new Set(keys.filter((key) => key[1] === "late").map((key) => Number(key[2])));
  const unseen = new Set(keys.filter((key) => key[1] === "unseen").map((key) => Number(key[3])));
  const owed = (await findObligations(db, { planId }, now))
    .filter((one) => one.state === "open")
    .filter((one) => (late.has(one.id) ? one.behind : unseen.has(one.unitId) && one.stage === "missing"))
    .sort((a, b) => a.code.localeCompare(b.code));
  const units = await db.unit.findMany({
    where: { id: { in: owed.map((one) => one.unitId) } },
    include: { posts: { where: { until: null }, include: { person: true }, orderBy: { kind: "asc" } } },
  });
  const holders = new Map(
    units.map((unit) => [
      unit.id,
      unit.posts.map(({ title, person }) => ({ title, name: person.name, phone: person.phone })),
    ]),
  );
  const seen = new Set<number>();
  return owed.flatMap((one) => {
    const isLate = late.has(one.id);
    if (!isLate && seen.has(one.unitId)) return [];
    seen.add(one.unitId);
    const { id, unitId, unitName } = one;
    const why = !isLate ? "unseen" : one.stage === "returned" ? "unmended" : "late";
    const since = isLate ? one.behindFrom : null;
    return [{ obligationId: id, unitId, unitName, why, since, holders: holders.get(unitId) ?? [] }];
  });
}
