/**
 * A code comes in. It is used up at once, but nobody gets a right by it: staff confirm with a tap who it is. The
 * one exception is ADMIN_CODE, which makes the first administrator and is void from then on. Wrong codes are
 * counted, per account and over all of them, and limited.
 */
import { GUESS_LIMIT, GUESS_LIMIT_OF_ALL, GUESS_WINDOW_MINUTES } from "../../domain/people/invitation.ts";
import { Problem } from "../../domain/problem.ts";
import { writeAudit } from "../../store/audit.ts";
import type { Tx } from "../../store/database.ts";
import { findWho } from "../../store/people/people.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices, openPendingEnrolments } from "../sending/open-notices.ts";
import { adminCodeHash, ensureBoard } from "./administrator-code.ts";
import { hashCode } from "./invite.ts";

export interface Newcomer {
  externalId: string;
  chatId: number;
  name: string;
  username: string | null;
  locale: string | null;
}

export type Enrolled = { kind: "administrator" } | { kind: "pending"; place: string };

type Refusal = { refused: Problem };

/** @param code as `typedCode` gives it. Throws code-unknown, code-expired, code-used, code-guesses, enrolment-pending. */
export async function enrol(
  ctx: CaseContext,
  newcomer: Newcomer,
  code: string,
  update: UpdateKey | null,
): Promise<Enrolled | typeof ALREADY> {
  // A wrong guess has to be counted although the code is refused: the refusal is returned, not thrown.
  const result = await transact<Enrolled | Refusal>(
    ctx,
    update,
    async (tx, now) => {
      const own = { channel: ctx.channel, externalId: newcomer.externalId };
      const waits = await minutesLeft(tx, own, GUESS_LIMIT, now);
      if (waits !== null) return { refused: new Problem("code-guesses", { minutes: waits }) };
      const paused = await minutesLeft(tx, everybody, GUESS_LIMIT_OF_ALL, now);
      if (paused !== null) return { refused: new Problem("code-paused", { minutes: paused }) };
      if (await becomesAdministrator(ctx, tx, newcomer, code, now)) return { kind: "administrator" };
      const invitation = await tx.invitation.findUnique({
        where: { codeHash: hashCode(code) },
        include: { unit: true, board: true, enrolment: true },
      });
      if (!invitation) {
        await countGuess(tx, own, now);
        await tellOfGuesses(tx, await countGuess(tx, everybody, now), now);
        return { refused: new Problem("code-unknown") };
      }
      if (invitation.usedAt) {
        const isOwn =
          invitation.enrolment?.externalId === newcomer.externalId &&
          invitation.enrolment.channel === ctx.channel;
        return {
          refused: new Problem(
            isOwn && invitation.enrolment?.state === "pending" ? "enrolment-pending" : "code-used",
          ),
        };
      }
      if (invitation.expiresAt <= now) return { refused: new Problem("code-expired") };
      const taken = await tx.invitation.updateMany({
        where: { id: invitation.id, usedAt: null },
        data: { usedAt: now },
      });
      if (taken.count === 0) return { refused: new Problem("code-used") };
      const enrolment = await tx.enrolment.create({
        data: {
          invitationId: invitation.id,
          channel: ctx.channel,
          externalId: newcomer.externalId,
          chatId: BigInt(newcomer.chatId),
          name: newcomer.name,
          username: newcomer.username,
          locale: newcomer.locale,
          state: "pending",
          requestedAt: now,
        },
      });
      await writeAudit(tx, {
        at: now,
        personId: null,
        actor: "person",
        action: "enrolment.request",
        subject: "Enrolment",
        subjectId: enrolment.id,
      });
      await tx.codeGuess.deleteMany({ where: own });
      await openNotices(tx, await deciders(tx, invitation.role !== null), now, {
        kind: "enrolment",
        key: `enrolment:${enrolment.id}`,
        enrolmentId: enrolment.id,
      });
      return { kind: "pending", place: invitation.unit?.name ?? invitation.board?.name ?? "" };
    },
    "notices",
  );
  if (typeof result === "object" && "refused" in result) throw result.refused;
  return result;
}

/** Whom to ask who a newcomer is: administrators for seats on a board, any of the board's people for units. */
async function deciders(tx: Tx, forBoard: boolean): Promise<number[]> {
  const rows = await tx.membership.findMany({
    where: { until: null, ...(forBoard ? { role: "administrator" as const } : {}) },
    distinct: ["personId"],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

async function becomesAdministrator(
  ctx: CaseContext,
  tx: Tx,
  newcomer: Newcomer,
  code: string,
  now: Date,
): Promise<boolean> {
  if ((await adminCodeHash(tx)) !== hashCode(code)) return false;
  const board = await ensureBoard(tx, now);
  // The row lock makes two who type the code at once take turns; the second finds an administrator.
  await tx.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${board.id} FOR UPDATE`;
  if ((await tx.membership.count({ where: { role: "administrator", until: null } })) > 0) return false;
  const known = await findWho(tx, ctx.channel, newcomer.externalId);
  const personId = known?.personId ?? (await createPerson(tx, ctx.channel, newcomer, now));
  await tx.membership.create({ data: { boardId: board.id, personId, role: "administrator", since: now } });
  await openPendingEnrolments(tx, personId, true, now);
  await writeAudit(tx, {
    at: now,
    personId,
    actor: "person",
    action: "enrolment.administrator",
    subject: "Person",
    subjectId: personId,
  });
  return true;
}

export async function createPerson(tx: Tx, channel: string, newcomer: Newcomer, now: Date): Promise<number> {
  const person = await tx.person.create({
    data: {
      name: newcomer.name,
      locale: newcomer.locale,
      createdAt: now,
      accounts: {
        create: { channel, externalId: newcomer.externalId, chatId: BigInt(newcomer.chatId), createdAt: now },
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

/** Once for each time that codes are not taken any more. */
async function tellOfGuesses(tx: Tx, { failures, since }: Guesses, now: Date): Promise<void> {
  if (failures !== GUESS_LIMIT_OF_ALL) return;
  const until = new Date(since.getTime() + GUESS_WINDOW_MINUTES * 60_000).toISOString();
  await openNotices(tx, await deciders(tx, true), now, {
    kind: "code_guesses",
    key: `code-guesses:${since.toISOString()}`,
    facts: { count: failures, since: since.toISOString(), until },
  });
}
