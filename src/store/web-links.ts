/** Signed pages: whose they are. */
import type { Db, Tx } from "./database.ts";
import type { Who } from "./people.ts";

export interface LinkRow {
  id: number;
  obligationId: number;
  personId: number;
  expiresAt: Date;
  uploads: number;
}

/** The person of a page, with the one post that it is for; null once that post has ended. */
export async function findLinkPerson(db: Db | Tx, link: LinkRow): Promise<Who | null> {
  const owed = await db.obligation.findUnique({ where: { id: link.obligationId } });
  const post =
    owed &&
    (await db.post.findFirst({
      where: { personId: link.personId, unitId: owed.unitId, until: null, unit: { endedOn: null } },
      include: { person: true, unit: true },
      orderBy: { kind: "asc" },
    }));
  if (!post) return null;
  const { person, unit, kind, title } = post;
  return {
    accountId: 0,
    personId: person.id,
    name: person.name,
    locale: person.locale,
    chatId: 0,
    posts: [{ unitId: unit.id, unitName: unit.name, kind, title }],
    memberships: [],
    roles: [kind],
    last: null,
    acting: { kind: "web", obligationId: link.obligationId },
  };
}

/** Pages of one obligation that can still be opened. */
export async function openLinks(db: Db | Tx, obligationId: number, now: Date) {
  const rows = await db.webLink.findMany({
    where: { obligationId, revokedAt: null, expiresAt: { gt: now } },
    include: { person: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, expiresAt, openedAt, person }) => ({ id, expiresAt, openedAt, name: person.name }));
}

/** Whom a unit turns to about an obligation: the plan's owner. */
export async function contactOf(
  db: Db | Tx,
  obligationId: number,
): Promise<{ name: string; board: string; phone: string | null } | null> {
  const plan = await db.plan.findFirst({
    where: { milestones: { some: { obligations: { some: { id: obligationId } } } } },
    select: { owner: { select: { name: true, phone: true } }, board: { select: { name: true } } },
  });
  return plan && { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone };
}
