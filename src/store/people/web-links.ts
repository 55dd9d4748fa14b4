/** Signed pages: whose they are. */
import { may, type PersonRole } from "../../domain/people/permissions.ts";
import type { Db, Tx } from "../database.ts";
import type { Who } from "./people.ts";

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
  personId: person.id,
  name: person.name,
  locale: person.locale,
  chatId: 0,
  last: null,
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
  const boardId = owed.milestone.plan.boardId;
  const paper = await db.paperEntry.findFirst({
    where: {
      personId: link.personId,
      obligationId: link.obligationId,
      person: {
        memberships: { some: { until: null, OR: [{ boardId }, { board: { isStanding: true } }] } },
      },
    },
    include: { person: true },
  });
  if (paper)
    return {
      ...nobodyIn(paper.person),
      posts: [],
      memberships: [],
      roles: ["stranger"],
      acting: { kind: "paper", obligationId: link.obligationId, receivedAt: paper.receivedAt },
    };
  const post = await db.post.findFirst({
    where: { personId: link.personId, unitId: owed.unitId, until: null, unit: { endedOn: null } },
    include: { person: true, unit: true },
    orderBy: { kind: "asc" },
  });
  if (!post) return null;
  const { person, unit, kind, title } = post;
  return {
    ...nobodyIn(person),
    posts: [{ unitId: unit.id, unitName: unit.name, kind, title }],
    memberships: [],
    roles: [kind],
    acting: { kind: "web", obligationId: link.obligationId },
  };
}

/** The member of the board who reads a report on a page; null once the seat, or the right that came with it, is gone. */
export async function findReader(db: Db | Tx, link: LinkRow): Promise<Who | null> {
  const owed = await obligationOf(db, link);
  const seats = await db.membership.findMany({
    where: { personId: link.personId, boardId: owed?.milestone.plan.boardId ?? -1, until: null },
    include: { person: true, board: true },
  });
  const roles = [...new Set<PersonRole>(seats.map((seat) => seat.role))];
  const [first] = seats;
  if (!first || !may(roles, "report.read-private")) return null;
  const memberships = seats.map(({ board, role }) => ({
    boardId: board.id,
    boardName: board.name,
    isStanding: board.isStanding,
    role,
  }));
  return { ...nobodyIn(first.person), posts: [], memberships, roles };
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
