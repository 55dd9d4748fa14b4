/** What of the register one unit may choose from: every unit, and the people of its own posts. */
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import type { Db, Tx } from "../database.ts";

export async function registerFor(
  db: Db | Tx,
  of: "unit" | "person",
  unitId: number,
): Promise<RegisterEntry[]> {
  if (of === "unit") {
    const units = await db.unit.findMany({ where: { endedOn: null }, orderBy: { code: "asc" } });
    return units.map((unit) => ({ register: "unit", ref: unit.id, name: unit.name }));
  }
  const people = await db.person.findMany({
    where: { posts: { some: { until: null, unit: { OR: [{ id: unitId }, { parentId: unitId }] } } } },
    orderBy: { id: "asc" },
  });
  return people.map((person) => ({ register: "person", ref: person.id, name: person.name }));
}
