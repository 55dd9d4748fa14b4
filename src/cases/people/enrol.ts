/**
 * A code comes in. It is used up at once, but nobody gets a right by it: staff confirm with a tap who it is. The
 * one exception is ADMIN_CODE, which makes the first administrator and is void from then on. Wrong codes are
 * counted, per account and over all of them, and limited.
 */
import { GUESS_LIMIT, GUESS_LIMIT_OF_ALL, GUESS_WINDOW_MINUTES } from "../../domain/people/invitation.ts";
import { isStranger } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { administratorsOf, isAdministered } from "../../store/people/boards.ts";
import { findWho } from "../../store/people/people.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices, openPendingEnrolments } from "../sending/open-notices.ts";
import { adminCodeHash, ensureBoard } from "./administrator-code.ts";
import { hashCode } from "./invite.ts";

export interface Newcomer {
  /** The line they write by. */
  line: string;
  externalId: string;
  chatId: number;
  name: string;
  username: string | null;
  locale: string | null;
}

export type Enrolled =
  | { kind: "administrator" }
  | { kind: "pending"; place: string }
  /** The code had its effect before, and staff have said who this is. */
  | { kind: "known" };

type Refusal = { refused: Problem };

/** @param code as `typedCode` gives it. Throws code-unknown, code-expired, code-used, code-guesses, enrolment-pending. */
export async function enrol(
  ctx: CaseContext,
  newcomer: Newcomer,
  code: string,
  update: UpdateKey | null,
): Promise<Enrolled> {
  // A wrong guess has to be counted although the code is refused: the refusal is returned, not thrown.
  const result = await transact<Enrolled | Refusal>(
    ctx,
    "newcomer",
    update,
    (act) => take(act, newcomer, code),
    "notices",
  );
  const outcome = result === ALREADY ? await present(ctx, newcomer, code) : result;
  if ("refused" in outcome) throw outcome.refused;
  return outcome;
}

async function take(act: Act, newcomer: Newcomer, code: string): Promise<Enrolled | Refusal> {
  const { tx, now, audit } = act;
  const { line: channel, externalId, chatId, name, username, locale } = newcomer;
  const own = { channel, externalId };
  const waits = await minutesLeft(tx, own, GUESS_LIMIT, now);
  if (waits !== null) return { refused: new Problem("code-guesses", { minutes: waits }) };
  const paused = await minutesLeft(tx, everybody, GUESS_LIMIT_OF_ALL, now);
  if (paused !== null) return { refused: new Problem("code-paused", { minutes: paused }) };
  if (await becomesAdministrator(act, newcomer, code)) return { kind: "administrator" };
  const invitation = await findInvitation(tx, code);
  const refused = refusalOf(newcomer, invitation, now);
  if (refused?.code === "code-unknown") {
    await countGuess(tx, own, now);
    await tellOfGuesses(tx, await countGuess(tx, everybody, now), now);
  }
  if (!invitation || refused) return { refused: refused ?? new Problem("code-unknown") };
  const taken = await tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null },
    data: { usedAt: now },
  });
  if (taken.count === 0) return { refused: new Problem("code-used") };
  const enrolment = await tx.enrolment.create({
    data: {
      invitationId: invitation.id,
      channel,
      externalId,
      chatId: BigInt(chatId),
      name,
      username,
      locale,
      state: "pending",
      requestedAt: now,
    },
  });
  await audit("enrolment.request", ["Enrolment", enrolment.id]);
  await tx.codeGuess.deleteMany({ where: own });
  await openNotices(tx, await deciders(tx, invitation.boardId), now, {
    kind: "enrolment",
    key: `enrolment:${enrolment.id}`,
    enrolmentId: enrolment.id,
  });
  return { kind: "pending", place: placeOf(invitation) };
}

/** The code came before, and what it did stands: how that is by now. */
async function present(ctx: CaseContext, newcomer: Newcomer, code: string): Promise<Enrolled | Refusal> {
  const { db, clock } = ctx;
  const invitation = await findInvitation(db, code);
  if (invitation && isOwn(newcomer, invitation) && invitation.enrolment?.state === "pending")
    return { kind: "pending", place: placeOf(invitation) };
  const who = await findWho(db, newcomer.line, newcomer.externalId);
  if (!isStranger(who)) return { kind: "known" };
  const refused = refusalOf(newcomer, invitation, clock.now());
  return { refused: refused ?? new Problem("code-unknown") };
}

type Invited = Awaited<ReturnType<typeof findInvitation>>;

const findInvitation = (tx: Tx, code: string) =>
  tx.invitation.findUnique({
    where: { codeHash: hashCode(code) },
    include: { unit: true, board: true, enrolment: true },
  });

/** Why a code lets nobody in; null: it does. */
function refusalOf(newcomer: Newcomer, invitation: Invited, now: Date): Problem | null {
  if (!invitation) return new Problem("code-unknown");
  if (invitation.usedAt) {
    const waits = isOwn(newcomer, invitation) && invitation.enrolment?.state === "pending";
    return new Problem(waits ? "enrolment-pending" : "code-used");
  }
  return invitation.expiresAt <= now ? new Problem("code-expired") : null;
}

const isOwn = ({ line, externalId }: Newcomer, invitation: NonNullable<Invited>) =>
  invitation.enrolment?.externalId === externalId && invitation.enrolment.channel === line;

const placeOf = ({ unit, board }: NonNullable<Invited>) => unit?.name ?? board?.name ?? "";

/**
 * Whom to ask who a newcomer is: any of the boards' people for a unit; for a seat on a board its administrators, or
 * those of the others while it has none.
 */
async function deciders(tx: Tx, boardId: number | null): Promise<number[]> {
  const own = boardId === null ? [] : await administratorsOf(tx, boardId);
  if (own.length > 0) return own;
  const rows = await tx.membership.findMany({
    where: { until: null, ...(boardId === null ? {} : { role: "administrator" as const }) },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

async function becomesAdministrator(
  { tx, now, audit }: Act,
  newcomer: Newcomer,
  code: string,
): Promise<boolean> {
  if ((await adminCodeHash(tx)) !== hashCode(code)) return false;
  const board = await ensureBoard(tx, now);
  // The row lock makes two who type the code at once take turns; the second finds an administrator.
  await tx.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${board.id} FOR UPDATE`;
  if (await isAdministered(tx)) return false;
  const known = await findWho(tx, newcomer.line, newcomer.externalId);
  const personId = known?.personId ?? (await createPerson(tx, newcomer, now));
  await tx.membership.create({ data: { boardId: board.id, personId, role: "administrator", since: now } });
  await openPendingEnrolments(tx, personId, board.id, now);
  await audit("enrolment.administrator", ["Person", personId], undefined, personId);
  return true;
}

export async function createPerson(tx: Tx, newcomer: Newcomer, now: Date): Promise<number> {
  const person = await tx.person.create({
    data: {
      name: newcomer.name,
      locale: newcomer.locale,
      createdAt: now,
      accounts: {
        create: {
          channel: newcomer.line,
          externalId: newcomer.externalId,
          chatId: BigInt(newcomer.chatId),
          createdAt: now,
        },
      },
    },
  });
  return person.id;
}

interface Guesser {
  channel: string;
  externalId: string;
}
/** All accounts of all messengers. */
const everybody: Guesser = { channel: "*", externalId: "*" };

/** Minutes to wait, or null where another guess is allowed. */
async function minutesLeft(tx: Tx, guesser: Guesser, limit: number, now: Date): Promise<number | null> {
  const row = await tx.codeGuess.findUnique({ where: { channel_externalId: guesser } });
  if (!row || row.failures < limit) return null;
  const until = row.since.getTime() + GUESS_WINDOW_MINUTES * 60_000;
  return until > now.getTime() ? Math.ceil((until - now.getTime()) / 60_000) : null;
}

interface Guesses {
  failures: number;
  since: Date;
}

async function countGuess(tx: Tx, { channel, externalId }: Guesser, now: Date): Promise<Guesses> {
  const windowStart = new Date(now.getTime() - GUESS_WINDOW_MINUTES * 60_000);
  await tx.$executeRaw`
    INSERT INTO "CodeGuess" ("channel", "externalId", "failures", "since") VALUES (${channel}, ${externalId}, 1, ${now})
    ON CONFLICT ("channel", "externalId") DO UPDATE SET
      "failures" = CASE WHEN "CodeGuess"."since" < ${windowStart} THEN 1 ELSE "CodeGuess"."failures" + 1 END,
      "since" = CASE WHEN "CodeGuess"."since" < ${windowStart} THEN ${now} ELSE "CodeGuess"."since" END`;
  return tx.codeGuess.findUniqueOrThrow({ where: { channel_externalId: { channel, externalId } } });
}

async function administrators(tx: Tx): Promise<number[]> {
  const rows = await tx.membership.findMany({
    where: { until: null, role: "administrator" },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

/** Once for each time that codes are not taken any more. */
async function tellOfGuesses(tx: Tx, { failures, since }: Guesses, now: Date): Promise<void> {
  if (failures !== GUESS_LIMIT_OF_ALL) return;
  const until = new Date(since.getTime() + GUESS_WINDOW_MINUTES * 60_000).toISOString();
  await openNotices(tx, await administrators(tx), now, {
    kind: "code_guesses",
    key: `code-guesses:${since.toISOString()}`,
    facts: { count: failures, since: since.toISOString(), until },
  });
}
