/**
 * On which rows a person may act: the only place that says so. The table of permissions says which verbs a role has;
 * here it is asked through which post or seat, and whether that one reaches the row. The standing committee reads all
 * and decides nothing of other boards; a plan's own board decides, and whoever the plan names as its stand-in.
 */
import { Problem } from "../problem.ts";
import { may, type Permission } from "./permissions.ts";
import { hasVerb, type Seat, Who } from "./who.ts";

/** What a plan says about whose it is. */
export interface PlanReach {
  boardId: number;
  standInId: number | null;
}

/** A verb that asks for no row. Throws not-allowed. */
export function checkVerb(who: Who, verb: Permission): void {
  if (!hasVerb(who, verb)) throw new Problem("not-allowed");
}

// ---- boards and their plans -------------------------------------------------------------------------------

/** The boards a person sits on: what waits there waits for them. */
export function boardsOf(who: Who): number[] {
  return [...new Set(seatsOf(who).map((seat) => seat.boardId))];
}

/** The boards whose plans a person may read: their own, or all for a member of the standing committee. */
export function readableBoards(who: Who): number[] | "all" {
  return seatsOf(who).some((seat) => seat.isStanding) ? "all" : boardsOf(who);
}

/** The boards in which a person has a verb by their seat there: an administrator of one may be staff of another. */
export function boardsWith(who: Who, verb: Permission): number[] {
  const seats = seatsOf(who).filter((seat) => may([seat.role], verb));
  return [...new Set(seats.map((seat) => seat.boardId))];
}

/** The board for which a person does what names none: begins a plan, changes its settings. Throws not-allowed. */
export function boardFor(who: Who, verb: Permission): number {
  const [first] = boardsWith(who, verb);
  if (first === undefined) throw new Problem("not-allowed");
  return first;
}

/** Whether a person changes what several boards share. */
export function changesShared(who: Who): boolean {
  return who.roles.includes("administrator");
}

export function mayRead(who: Who, plan: PlanReach): boolean {
  const boards = readableBoards(who);
  return boards === "all" || boards.includes(plan.boardId) || standsIn(who, plan);
}

/** Throws not-allowed. */
export function checkReads(who: Who, plan: PlanReach): void {
  if (!mayRead(who, plan)) throw new Problem("not-allowed");
}

/**
 * Whether a person decides or writes for a plan: by a seat on its own board that has the verb, or as its stand-in. An
 * owner who has left the board does so no more.
 */
export function mayDecide(who: Who, verb: Permission, plan: PlanReach): boolean {
  return boardsWith(who, verb).includes(plan.boardId) || (standsIn(who, plan) && hasVerb(who, verb));
}

/** Throws not-allowed. */
export function checkDecides(who: Who, verb: Permission, plan: PlanReach): void {
  if (!mayDecide(who, verb, plan)) throw new Problem("not-allowed");
}

/** What is private in a report: its own board's alone, by a seat held there; not a stand-in's from elsewhere. */
export function mayReadPrivately(who: Who, plan: Pick<PlanReach, "boardId">): boolean {
  return boardsWith(who, "report.read-private").includes(plan.boardId);
}

/** Throws not-allowed. */
export function checkReadsPrivately(who: Who, plan: Pick<PlanReach, "boardId">): void {
  if (!mayReadPrivately(who, plan)) throw new Problem("not-allowed");
}

/** What one person made, and only that person goes on with. Throws not-allowed. */
export function checkOwn(who: Who, personId: number): void {
  if (who.personId !== personId) throw new Problem("not-allowed");
}

// ---- who is let in ----------------------------------------------------------------------------------------

/** What an invitation is for. */
export type Place =
  | { unitId: number; post: "secretary" | "deputy" }
  | { boardId: number; role: "staff" | "leader" | "administrator" };

/** A seat on a board is its own administrator's to offer; a post of a unit any board's. */
export function mayInvite(who: Who, place: Place): boolean {
  return "unitId" in place
    ? hasVerb(who, "invitation.unit")
    : boardsWith(who, "invitation.board").includes(place.boardId);
}

/** Throws not-allowed. */
export function checkInvites(who: Who, place: Place): void {
  if (!mayInvite(who, place)) throw new Problem("not-allowed");
}

/** Somebody waits to be let in: for a post of a unit (`boardId` null), or for a seat on a board. */
export interface Waiting {
  boardId: number | null;
  /** Whether that board has an administrator who can decide. */
  isAdministered: boolean;
  /** The newcomer, where we know them already. */
  personId: number | null;
}

/**
 * Whether a person says who a newcomer is. For a board that has no administrator yet, to which the operator has
 * invited, another board's does: but nobody lets himself in.
 */
export function mayAdmit(who: Who, waiting: Waiting): boolean {
  const { boardId, isAdministered, personId } = waiting;
  if (!hasVerb(who, "enrolment.decide")) return false;
  if (boardId === null || boardsWith(who, "invitation.board").includes(boardId)) return true;
  return !isAdministered && hasVerb(who, "invitation.board") && personId !== who.personId;
}

/** Throws not-allowed. */
export function checkAdmits(who: Who, waiting: Waiting): void {
  if (!mayAdmit(who, waiting)) throw new Problem("not-allowed");
}

// ---- units ------------------------------------------------------------------------------------------------

/** The units in which a person holds a post: what is owed there is theirs to do. */
export function ownUnits(who: Who): number[] {
  return [...new Set(Who.held(who).posts.map((post) => post.unitId))];
}

export function isOwnUnit(who: Who, unitId: number): boolean {
  return ownUnits(who).includes(unitId);
}

/** Throws not-allowed. */
export function checkOwnUnit(who: Who, unitId: number): void {
  if (!isOwnUnit(who, unitId)) throw new Problem("not-allowed");
}

/** A plan, by the units it goes to, is of no concern to somebody who holds a post in none. Throws not-allowed. */
export function checkConcerned(who: Who, unitIds: readonly number[]): void {
  if (!unitIds.some((unitId) => isOwnUnit(who, unitId))) throw new Problem("not-allowed");
}

/** The units that a person leads: whose work they hand out and whose reports wait for their word. */
export function ledUnits(who: Who): number[] {
  return Who.held(who).posts.flatMap((post) => (post.kind === "secretary" ? post.unitId : []));
}

export function isSecretaryOf(who: Who, unitId: number): boolean {
  return ledUnits(who).includes(unitId);
}

/** Throws not-allowed. */
export function checkSecretaryOf(who: Who, unitId: number): void {
  if (!isSecretaryOf(who, unitId)) throw new Problem("not-allowed");
}

/** Whoever holds a post of the unit; and staff, for the one report they are typing in from paper. */
export function writesFor(who: Who, owed: { obligationId: number; unitId: number }): boolean {
  return isOwnUnit(who, owed.unitId) || who.acting?.obligationId === owed.obligationId;
}

/** Throws not-allowed. */
export function checkWrites(who: Who, owed: { obligationId: number; unitId: number }): void {
  if (!writesFor(who, owed)) throw new Problem("not-allowed");
}

/** A report's content: its own unit's, and whoever reads the plan. */
export function mayReadReport(who: Who, report: { unitId: number; plan: PlanReach }): boolean {
  return isOwnUnit(who, report.unitId) || mayRead(who, report.plan);
}

const seatsOf = (who: Who): readonly Seat[] => Who.held(who).seats;

const standsIn = (who: Who, plan: PlanReach): boolean =>
  plan.standInId === who.personId && seatsOf(who).length > 0;
