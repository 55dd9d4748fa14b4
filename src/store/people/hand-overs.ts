/** Who writes what for a unit: holders of its posts, what was handed to whom, what waits for the secretary. */
import type { Db, Tx } from "../database.ts";

export async function secretaryOf(
  db: Db | Tx,
  unitId: number,
): Promise<{ personId: number; name: string } | null> {
  const post = await db.post.findFirst({
    where: { unitId, kind: "secretary", until: null },
    include: { person: true },
  });
  return post && { personId: post.personId, name: post.person.name };
}

export interface Given {
  /** The assignment that is open, if there is one. */
  id: number;
  personId: number;
  name: string;
  /** Who handed it over. */
  byId: number;
}

/** To whom the secretary has handed this. */
export async function assignmentOf(db: Db | Tx, obligationId: number): Promise<Given | null> {
  const open = await db.assignment.findFirst({
    where: { obligationId, endedAt: null },
    include: { person: true },
  });
  return open && { id: open.id, personId: open.personId, name: open.person.name, byId: open.byId };
}

/** To whom a secretary can hand a task of a unit: the one other holder, or one of several. */
export type GiveTo = { personId: number; name: string } | "several";

/** For each unit that the person leads and in which somebody else holds a post. */
export async function deputiesOf(db: Db | Tx, personId: number): Promise<Map<number, GiveTo>> {
  const posts = await db.post.findMany({
    where: {
      until: null,
      personId: { not: personId },
      unit: { posts: { some: { personId, kind: "secretary", until: null } } },
    },
    include: { person: true },
    orderBy: { id: "asc" },
  });
  const found = new Map<number, GiveTo>();
  for (const { unitId, person } of posts)
    found.set(unitId, found.has(unitId) ? "several" : { personId: person.id, name: person.name });
  return found;
}

/** Who has been handed each of these, by obligation. */
export async function assigneesOf(
  db: Db | Tx,
  obligationIds: readonly number[],
): Promise<Map<number, { personId: number; name: string }>> {
  const open = await db.assignment.findMany({
    where: { endedAt: null, obligationId: { in: [...obligationIds] } },
    include: { person: true },
  });
  return new Map(open.map((one) => [one.obligationId, { personId: one.personId, name: one.person.name }]));
}

/** The finished draft that waits for the secretary's word: whose it is, and whom it waits for. */
export async function proposalOf(
  db: Db | Tx,
  obligationId: number,
): Promise<{ byId: number; toName: string } | null> {
  const open = await db.proposal.findFirst({ where: { obligationId, closedAt: null } });
  const owed = open && (await db.obligation.findUnique({ where: { id: obligationId } }));
  const to = owed && (await secretaryOf(db, owed.unitId));
  return open && to ? { byId: open.byId, toName: to.name } : null;
}

/** Everybody who holds a post of the unit now, the secretary first. */
export async function holdersOf(db: Db | Tx, unitId: number) {
  const posts = await db.post.findMany({
    where: { unitId, until: null },
    include: { person: { include: { accounts: true } } },
    orderBy: [{ kind: "asc" }, { id: "asc" }],
  });
  return posts.map(({ id, kind, title, person }) => ({
    postId: id,
    kind,
    title,
    personId: person.id,
    name: person.name,
    phone: person.phone,
    accounts: person.accounts,
  }));
}

export type Holder = Awaited<ReturnType<typeof holdersOf>>[number];
