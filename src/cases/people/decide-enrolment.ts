import { checkAdmits, type Waiting } from "../../domain/people/reach.ts";
import { isSameName } from "../../domain/people/same-name.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { administratorsOf } from "../../store/people/boards.ts";
import { findWho } from "../../store/people/people.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { openPendingEnrolments, touchNotices } from "../sending/open-notices.ts";
import { createPerson } from "./enrol.ts";
import { seatInUnit } from "./hold-post.ts";

export interface Decided {
  confirmed: boolean;
  name: string;
  /** Where to tell the newcomer. */
  chatId: number;
  channel: string;
  locale: string | null;
}

/** "same": it is whoever holds the post already, from one more account. */
export type EnrolmentAnswer = "yes" | "no" | "same";

/** Throws enrolment-decided, account-known, button-old, not-allowed. */
export async function decideEnrolment(
  ctx: CaseContext,
  by: Who,
  enrolmentId: number,
  answer: EnrolmentAnswer,
  update: UpdateKey | null,
): Promise<Decided | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async (act) => {
      const { tx, now, audit } = act;
      const confirm = answer !== "no";
      const enrolment = await tx.enrolment.findUnique({
        where: { id: enrolmentId },
        include: { invitation: { include: { unit: true } } },
      });
      if (!enrolment) throw new Problem("button-old");
      checkAdmits(by, await waitingOf(tx, enrolment));
      const taken = await tx.enrolment.updateMany({
        where: { id: enrolmentId, state: "pending" },
        data: { state: confirm ? "confirmed" : "refused", decidedAt: now, decidedById: by.personId },
      });
      if (taken.count === 0) throw new Problem("enrolment-decided", { name: enrolment.name });
      if (answer === "same") await addAccount(act, enrolment);
      else if (confirm) await seat(ctx, tx, enrolment, now);
      await audit(confirm ? "enrolment.confirm" : "enrolment.refuse", ["Enrolment", enrolmentId]);
      await touchNotices(tx, { enrolmentId });
      return {
        confirmed: confirm,
        name: enrolment.name,
        chatId: Number(enrolment.chatId),
        channel: enrolment.channel,
        locale: enrolment.locale,
      };
    },
    "notices",
    "lane",
  );
}

async function waitingOf(tx: Tx, enrolment: PendingEnrolment): Promise<Waiting> {
  const { boardId } = enrolment.invitation;
  const known = await findWho(tx, enrolment.channel, enrolment.externalId);
  const isAdministered = boardId !== null && (await administratorsOf(tx, boardId)).length > 0;
  return { boardId, isAdministered, personId: known?.personId ?? null };
}

type PendingEnrolment = NonNullable<Awaited<ReturnType<typeof loadForType>>>;
const loadForType = (tx: Tx) =>
  tx.enrolment.findFirst({ include: { invitation: { include: { unit: true } } } });

async function seat(ctx: CaseContext, tx: Tx, enrolment: PendingEnrolment, now: Date): Promise<void> {
  const known = await findWho(tx, enrolment.channel, enrolment.externalId);
  const { unit, post, boardId, role } = enrolment.invitation;
  const named = known || !unit || !post ? null : await namedBefore(tx, unit.id, post, enrolment.name);
  if (named !== null) {
    const { channel, externalId, chatId } = enrolment;
    await tx.account.create({ data: { personId: named, channel, externalId, chatId, createdAt: now } });
    await tx.person.update({ where: { id: named }, data: { locale: enrolment.locale } });
    return;
  }
  const newcomer = { ...enrolment, line: enrolment.channel, chatId: Number(enrolment.chatId) };
  const personId = known?.personId ?? (await createPerson(tx, newcomer, now));
  if (unit && post) {
    await seatInUnit(ctx, tx, unit, post, personId, now);
  } else if (boardId && role) {
    await tx.membership.updateMany({ where: { boardId, personId, role, until: null }, data: { until: now } });
    await tx.membership.create({ data: { boardId, personId, role, since: now } });
    await openPendingEnrolments(tx, personId, role === "administrator" ? boardId : null, now);
  }
}

/** Nothing of theirs ends; the account of another person is never taken for theirs. */
async function addAccount({ tx, now, audit }: Act, enrolment: PendingEnrolment): Promise<void> {
  const { channel, externalId, chatId, invitation } = enrolment;
  const known = await findWho(tx, channel, externalId);
  if (known) throw new Problem("account-known", { name: known.name });
  const { unitId, post } = invitation;
  const posts =
    unitId && post
      ? await tx.post.findMany({ where: { unitId, kind: post, until: null }, include: { person: true } })
      : [];
  const holder = posts.find(({ person }) => isSameName(person.name, enrolment.name));
  if (!holder) throw new Problem("button-old");
  const { personId } = holder;
  const { id } = await tx.account.create({ data: { personId, channel, externalId, chatId, createdAt: now } });
  await audit("account.add", ["Account", id], { personId });
}

/** Staff had put this very holder into the register by name, without a messenger: here is the messenger. */
async function namedBefore(
  tx: Tx,
  unitId: number,
  kind: "secretary" | "deputy",
  name: string,
): Promise<number | null> {
  const posts = await tx.post.findMany({
    where: { unitId, kind, until: null, person: { accounts: { none: {} } } },
    include: { person: true },
  });
  return posts.find((post) => isSameName(post.person.name, name))?.personId ?? null;
}
