/** Who holds a post in a unit at this moment: a message that waited is for its holder, not for whoever held it. */
import type { Db } from "../database.ts";

export interface PostHeld {
  personId: number;
  unitId: number;
  title: string;
  unitName: string;
}

/** The posts that these people hold now in these units; one of a person in a unit. */
export async function postsHeld(
  db: Db,
  wanted: readonly { personId: number; unitId: number }[],
): Promise<PostHeld[]> {
  if (wanted.length === 0) return [];
  const posts = await db.post.findMany({
    where: {
      until: null,
      unitId: { in: [...new Set(wanted.map((one) => one.unitId))] },
      personId: { in: [...new Set(wanted.map((one) => one.personId))] },
    },
    include: { unit: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return posts.map(({ personId, unitId, title, unit }) => ({ personId, unitId, title, unitName: unit.name }));
}

export async function holdsPost(db: Db, personId: number, unitId: number): Promise<boolean> {
  return (await db.post.count({ where: { personId, unitId, until: null } })) > 0;
}
