/** Every question about a right, asked of everybody who stands in some relation to a plan, a unit or a report. */
import { describe, expect, it } from "vitest";
import * as reach from "../../../src/domain/people/reach.ts";
import { callingsOf, isStranger, type Post, type Seat, Who } from "../../../src/domain/people/who.ts";
import type { Problem } from "../../../src/domain/problem.ts";

const [OWN, OTHER, STANDING] = [1, 2, 3];
const [UNIT, NEIGHBOUR] = [11, 12];
const OWED = { obligationId: 21, unitId: UNIT };
const [OWNER, STAND_IN] = [31, 32];
const plan = { boardId: OWN, ownerId: OWNER, standInId: STAND_IN };

function who({
  personId = 40,
  seats = [],
  posts = [],
}: {
  personId?: number;
  seats?: [boardId: number, role: Seat["role"]][];
  posts?: [unitId: number, kind: Post["kind"]][];
}): Who {
  const facts = {
    accountId: 1,
    personId,
    name: "Bùi Thị Mẫu",
    locale: null,
    chatId: 1,
    last: null,
    wroteAt: null,
    line: "telegram",
  };
  return new Who(facts, {
    seats: seats.map(([boardId, role]) => ({
      boardId,
      boardName: `Ban ${boardId}`,
      isStanding: boardId === STANDING,
      role,
    })),
    posts: posts.map(([unitId, kind]) => ({ unitId, unitName: `Chi bộ ${unitId}`, kind, title: kind })),
  });
}

/** Somebody whose seats and posts have ended, and somebody who waits to be let in, hold nothing: nobody knows them. */
const relations = {
  "staff of the plan's board": who({ seats: [[OWN, "staff"]] }),
  "leader of the plan's board": who({ seats: [[OWN, "leader"]] }),
  "administrator of the plan's board": who({ seats: [[OWN, "administrator"]] }),
  "the plan's owner": who({ personId: OWNER, seats: [[OWN, "staff"]] }),
  "its owner, who has moved to another board": who({ personId: OWNER, seats: [[OTHER, "staff"]] }),
  "its owner, who has left": who({ personId: OWNER }),
  "its stand-in, of another board": who({ personId: STAND_IN, seats: [[OTHER, "staff"]] }),
  "its stand-in, who has left": who({ personId: STAND_IN }),
  "its stand-in, who leads a unit and sits on no board": who({
    personId: STAND_IN,
    posts: [[NEIGHBOUR, "secretary"]],
  }),
  "administrator of another board": who({ seats: [[OTHER, "administrator"]] }),
  "administrator of another board, staff here": who({
    seats: [
      [OWN, "staff"],
      [OTHER, "administrator"],
    ],
  }),
  "the standing committee": who({ seats: [[STANDING, "leader"]] }),
  "secretary of the unit": who({ posts: [[UNIT, "secretary"]] }),
  "deputy of the unit": who({ posts: [[UNIT, "deputy"]] }),
  "secretary of another unit": who({ posts: [[NEIGHBOUR, "secretary"]] }),
  "deputy here, secretary of another unit": who({
    posts: [
      [UNIT, "deputy"],
      [NEIGHBOUR, "secretary"],
    ],
  }),
  "somebody over a page of the unit": who({}).actingAs({ kind: "web", obligationId: OWED.obligationId }),
  "staff who type in the unit's paper": who({ seats: [[OWN, "staff"]] }).actingAs({
    kind: "paper",
    obligationId: OWED.obligationId,
    receivedAt: new Date(0),
  }),
  "staff who type in another unit's paper": who({ seats: [[OWN, "staff"]] }).actingAs({
    kind: "paper",
    obligationId: OWED.obligationId + 1,
    receivedAt: new Date(0),
  }),
  "a former member or holder": who({}),
  "somebody who waits to be let in": who({}),
  "a stranger": who({}),
} as const;
type Relation = keyof typeof relations;

const own = [
  "staff of the plan's board",
  "leader of the plan's board",
  "administrator of the plan's board",
  "the plan's owner",
  "administrator of another board, staff here",
  "staff who type in the unit's paper",
  "staff who type in another unit's paper",
] as const satisfies Relation[];
const onBoards = [
  ...own,
  "its owner, who has moved to another board",
  "its stand-in, of another board",
  "administrator of another board",
  "the standing committee",
] as const satisfies Relation[];
const ofUnit = [
  "secretary of the unit",
  "deputy of the unit",
  "deputy here, secretary of another unit",
] as const satisfies Relation[];
const strangers = [
  "its owner, who has left",
  "its stand-in, who has left",
  "somebody over a page of the unit",
  "a former member or holder",
  "somebody who waits to be let in",
  "a stranger",
] as const satisfies Relation[];
const administrators = [
  "administrator of another board",
  "administrator of another board, staff here",
] as const;

const deciding = ["report.review", "extension.decide", "waiver.decide", "unit.urge", "plan.publish"] as const;

/** A question, and those to whom the answer is yes; to all the others it is no. */
const questions: Record<string, [ask: (who: Who) => boolean, yes: readonly Relation[]]> = {
  "reads the plan": [
    (one) => reach.mayRead(one, plan),
    [...own, "its stand-in, of another board", "the standing committee"],
  ],
  ...Object.fromEntries(
    [...deciding, "paper.enter" as const, "people.manage" as const].map((verb) => [
      `decides for the plan: ${verb}`,
      [(one: Who) => reach.mayDecide(one, verb, plan), [...own, "its stand-in, of another board"]],
    ]),
  ),
  // A verb of units leads to no plan, whoever has it.
  "decides for the plan with a unit's verb": [(one) => reach.mayDecide(one, "report.write", plan), []],
  // Whoever is administrator elsewhere is none here.
  "decides for the plan as administrator": [
    (one) => reach.mayDecide(one, "setting.board", plan),
    ["administrator of the plan's board"],
  ],
  "reads what is private": [(one) => reach.mayReadPrivately(one, plan), own],
  "reads the report": [
    (one) => reach.mayReadReport(one, { unitId: UNIT, plan }),
    [...own, "its stand-in, of another board", "the standing committee", ...ofUnit],
  ],
  "holds a post of the unit": [(one) => reach.isOwnUnit(one, UNIT), ofUnit],
  "leads the unit": [(one) => reach.isSecretaryOf(one, UNIT), ["secretary of the unit"]],
  "writes for the unit": [
    (one) => reach.writesFor(one, OWED),
    [...ofUnit, "somebody over a page of the unit", "staff who type in the unit's paper"],
  ],
  "invites to a seat on the plan's board": [
    (one) => reach.mayInvite(one, { boardId: OWN, role: "staff" }),
    ["administrator of the plan's board"],
  ],
  "invites to a seat on another board": [
    (one) => reach.mayInvite(one, { boardId: OTHER, role: "administrator" }),
    administrators,
  ],
  "invites to a post of a unit": [(one) => reach.mayInvite(one, { unitId: UNIT, post: "deputy" }), onBoards],
  "lets somebody into a unit": [
    (one) => reach.mayAdmit(one, { boardId: null, isAdministered: false, personId: null }),
    onBoards,
  ],
  "lets somebody into a board": [
    (one) => reach.mayAdmit(one, { boardId: OWN, isAdministered: true, personId: null }),
    ["administrator of the plan's board"],
  ],
  "lets somebody into a board without an administrator": [
    (one) => reach.mayAdmit(one, { boardId: 4, isAdministered: false, personId: null }),
    ["administrator of the plan's board", ...administrators],
  ],
  "lets themselves into a board without an administrator": [
    (one) => reach.mayAdmit(one, { boardId: 4, isAdministered: false, personId: one.personId }),
    [],
  ],
  "reads plans of all boards": [(one) => reach.readableBoards(one) === "all", ["the standing committee"]],
  "changes what boards share": [
    reach.changesShared,
    ["administrator of the plan's board", ...administrators],
  ],
  "is known to nobody": [isStranger, strangers],
};

describe.each(Object.entries(questions))("%s", (_, [ask, yes]) => {
  it.each(Object.keys(relations) as Relation[])("%s", (relation) => {
    expect(ask(relations[relation])).toBe((yes as readonly string[]).includes(relation));
  });
});

describe("a check", () => {
  const checks: Record<string, [check: (who: Who) => void, question: string]> = {
    checkReads: [(one) => reach.checkReads(one, plan), "reads the plan"],
    checkDecides: [(one) => reach.checkDecides(one, "unit.urge", plan), "decides for the plan: unit.urge"],
    checkReadsPrivately: [(one) => reach.checkReadsPrivately(one, plan), "reads what is private"],
    checkOwnUnit: [(one) => reach.checkOwnUnit(one, UNIT), "holds a post of the unit"],
    checkConcerned: [(one) => reach.checkConcerned(one, [99, UNIT]), "holds a post of the unit"],
    checkSecretaryOf: [(one) => reach.checkSecretaryOf(one, UNIT), "leads the unit"],
    checkWrites: [(one) => reach.checkWrites(one, OWED), "writes for the unit"],
    checkInvites: [
      (one) => reach.checkInvites(one, { boardId: OWN, role: "staff" }),
      "invites to a seat on the plan's board",
    ],
    checkAdmits: [
      (one) => reach.checkAdmits(one, { boardId: OWN, isAdministered: true, personId: null }),
      "lets somebody into a board",
    ],
  };
  it.each(Object.entries(checks))("%s says no to whom its question does", (_, [check, question]) => {
    const [ask] = questions[question] ?? [() => false];
    for (const [relation, one] of Object.entries(relations))
      expect(
        refuses(() => check(one)),
        relation,
      ).toBe(!ask(one));
  });

  it("of a verb asks for it anywhere, of one's own for the person", () => {
    const elsewhere = relations["administrator of another board, staff here"];
    expect(refuses(() => reach.checkVerb(elsewhere, "setting.board"))).toBe(false);
    expect(refuses(() => reach.checkVerb(relations["a stranger"], "chat.use"))).toBe(false);
    expect(refuses(() => reach.checkVerb(relations["a stranger"], "plan.read"))).toBe(true);
    expect(refuses(() => reach.checkOwn(elsewhere, elsewhere.personId))).toBe(false);
    expect(refuses(() => reach.checkOwn(elsewhere, OWNER))).toBe(true);
  });
});

it("does what names no board for one in which the seat has the verb", () => {
  const both = relations["administrator of another board, staff here"];
  expect(reach.boardFor(both, "plan.publish")).toBe(OWN);
  expect(reach.boardFor(both, "setting.board")).toBe(OTHER);
  expect(reach.boardsOf(both)).toEqual([OWN, OTHER]);
  expect(refuses(() => reach.boardFor(relations["secretary of the unit"], "plan.publish"))).toBe(true);
});

it("knows the units of somebody who holds several posts", () => {
  const both = relations["deputy here, secretary of another unit"];
  expect(reach.ownUnits(both)).toEqual([UNIT, NEIGHBOUR]);
  expect(reach.ledUnits(both)).toEqual([NEIGHBOUR]);
});

it("shows nothing of posts and seats but what they are called", () => {
  const one = who({ seats: [[OWN, "staff"]], posts: [[UNIT, "deputy"]] });
  expect(JSON.stringify(one)).not.toContain("Ban 1");
  expect(Object.keys(one).some((key) => /post|seat|member|held/.test(key))).toBe(false);
  expect(callingsOf(one)).toEqual({
    posts: [{ kind: "deputy", title: "deputy", unit: "Chi bộ 11" }],
    seats: [{ role: "staff", board: "Ban 1" }],
  });
  expect(one.speaking("en")).toMatchObject({ locale: "en", roles: ["deputy", "staff"] });
  expect(reach.ownUnits(one.speaking("en"))).toEqual([UNIT]);
});

function refuses(check: () => void): boolean {
  try {
    check();
    return false;
  } catch (error) {
    expect((error as Problem).code).toBe("not-allowed");
    return true;
  }
}
