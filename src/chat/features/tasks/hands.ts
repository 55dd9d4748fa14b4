/** Who does what in the units of one person. */
import type { Db } from "../../../store/database.ts";
import type { Who } from "../../../store/people.ts";
import type { Hands } from "./view.ts";

export async function handsOf(db: Db, who: Who, web: boolean): Promise<Hands> {
  const units = who.posts.map((post) => post.unitId);
  const led = who.posts.flatMap((post) => (post.kind === "secretary" ? [post.unitId] : []));
  const others = await db.post.findMany({
    where: { unitId: { in: led }, until: null, personId: { not: who.personId } },
    select: { unitId: true },
  });
  const open = await db.assignment.findMany({
    where: { endedAt: null, obligation: { unitId: { in: units } } },
    include: { person: true },
  });
  return {
    web,
    leads: others.map((post) => post.unitId),
    given: new Map(open.map((one) => [one.obligationId, one.person.name])),
  };
}
