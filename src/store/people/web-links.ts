/** Signed pages: whose they are. */
import { mayDecide, mayReadPrivately } from "../../domain/people/reach.ts";
import { Who } from "../../domain/people/who.ts";
import type { Db, Tx } from "../database.ts";

export interface LinkRow {
  id: number;
  obligationId: number;
  /** The version to be read; null: the form is to be filled in. */
  reportId: number | null;
  personId: number;
  /** Who asked for it: that person, or staff. */
  byId: number;
  createdAt: Date;
  expiresAt: Date;
  uploads: number;
}

type Person = { id: number; name: string; locale: string | null };

const nobodyIn = (person: Person) => ({
  accountId: 0,
  line: null,
  personId: person.id,
  name: person.name,
  locale: person.locale,
  chatId: 0,
  last: null,
  wroteAt: null,
});

const obligationOf = (db: Db | Tx, link: LinkRow) =>
  db.obligation.findUnique({
    where: { id: link.obligationId },
    include: { milestone: { include: { plan: true } } },
  });

/**
 * The person of a page to fill in: staff while they are typing in this very paper, else whoever holds a post of the
 * unit, with that one post. Null once that has ended.
 */
export async function findLinkPerson(db: Db | Tx, link: LinkRow): Promise<Who | null> {
  const owed = await obligationOf(db, link);
  if (!owed) return null;
  const paper = await db.paperEntry.findFirst({
    where: { personId: link.personId, obligationId: link.obligationId },
    include: { person: true },
  });
  if (paper) {
    const { plan } = owed.milestone;
    const types = mayDecide(await onBoards(db, paper.person), "paper.enter", plan);
    const { obligationId, receivedAt } = paper;
    if (types)
      return new Who(
        nobodyIn(paper.person),
        { posts: [], seats: [] },
        { kind: "paper", obligationId, receivedAt },
      );
  }
  const post = await db.post.findFirst({
    where: { personId: link.personId, unitId: owed.unitId, until: null, unit: { endedOn: null } },
    include: { person: true, unit: true },
    orderBy: { kind: "asc" },
  });
  if (!post) return null;
  const { person, unit, kind, title } = post;
  return new Who(
    nobodyIn(person),
    { posts: [{ unitId: unit.id, unitName: unit.name, kind, title }], seats: [] },
    { kind: "web", obligationId: link.obligationId },
  );
}

/** The member of the board who reads a report on a page; null once the seat, or the right that came with it, is gone. */
export async function findReader(db: Db | Tx, link: LinkRow): Promise<Who | null> {
  const owed = await obligationOf(db, link);
  const person = await db.person.findUnique({ where: { id: link.personId } });
  if (!owed || !person) return null;
  const who = await onBoards(db, person);
  return mayReadPrivately(who, owed.milestone.plan) ? who : null;
}

/** A person with their seats, without an account: nobody writes to them over a page. */
async function onBoards(db: Db | Tx, person: Person): Promise<Who> {
  const rows = await db.membership.findMany({
    where: { personId: person.id, until: null },
    include: { board: true },
    orderBy: { id: "asc" },
  });
  const seats = rows.map(({ board, role }) => {
    const { id: boardId, name: boardName, isStanding } = board;
    return { boardId, boardName, isStanding, role };
  });
  return new Who(nobodyIn(person), { posts: [], seats });
}

/** Pages of one obligation that can still be filled in. */
export async function openLinks(db: Db | Tx, obligationId: number, now: Date) {
  const rows = await db.webLink.findMany({
    where: { obligationId, reportId: null, revokedAt: null, expiresAt: { gt: now } },
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
