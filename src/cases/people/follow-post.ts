/**
 * Everything open follows the post. When somebody's post ends, what they had in hand for the unit goes to whoever
 * comes after them (or to who is left), in the same transaction: drafts without loss, tasks handed to them, messages
 * not yet sent, pages. Both are told.
 */
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { holdersOf, secretaryOf } from "../../store/people/hand-overs.ts";
import type { CaseContext } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";

/**
 * @param ended who no longer holds the post, with its title as it was
 * @param next who holds it now; null: nobody yet, then whoever of the unit is left
 */
export async function followPost(
  ctx: CaseContext,
  tx: Tx,
  unit: { id: number; name: string },
  ended: { postId: number; personId: number; title: string },
  next: number | null,
  now: Date,
): Promise<void> {
  const holders = await holdersOf(tx, unit.id);
  const from = ended.personId;
  if (holders.some((one) => one.personId === from)) return;
  const heir = next ?? holders[0]?.personId ?? null;
  const ofUnit = { unitId: unit.id };
  await tx.assignment.updateMany({
    where: { personId: from, endedAt: null, obligation: ofUnit },
    data: { endedAt: now },
  });
  await tx.webLink.updateMany({
    where: { personId: from, revokedAt: null, obligation: ofUnit },
    data: { revokedAt: now },
  });
  await followProposals(tx, unit.id, from, now);
  let drafts = 0;
  if (heir !== null) {
    ({ count: drafts } = await tx.draft.updateMany({
      where: { holderId: from, obligation: ofUnit },
      data: { holderId: heir, revision: { increment: 1 } },
    }));
    await moveMessages(tx, unit.id, from, heir);
  }
  const notBefore = nextGoodMoment(now, ctx.zone);
  const name = holders.find((one) => one.personId === heir)?.name ?? "none";
  await openNotices(tx, [from], now, {
    kind: "post_ended",
    key: `post-ended:${ended.postId}`,
    facts: { title: ended.title, unit: unit.name, next: name },
    notBefore,
  });
  const open = await tx.obligation.count({
    where: {
      unitId: unit.id,
      state: "open",
      reports: { none: {} },
      milestone: { plan: { state: "published" } },
    },
  });
  const old = await tx.person.findUnique({ where: { id: from } });
  if (heir === null || open + drafts === 0) return;
  await openNotices(tx, [heir], now, {
    kind: "post_begun",
    key: `post-begun:${ended.postId}`,
    facts: { from: old?.name ?? "", unit: unit.name, open, drafts },
    notBefore,
  });
}

/** What waits for a secretary's word waits for the new one's; without one, or without its author, it is a draft again. */
async function followProposals(tx: Tx, unitId: number, from: number, now: Date): Promise<void> {
  const secretary = await secretaryOf(tx, unitId);
  const open = await tx.proposal.findMany({
    where: { closedAt: null, obligation: { unitId } },
    include: { by: true },
  });
  for (const { id, byId, by, obligationId } of open) {
    if (byId === from || !secretary || secretary.personId === byId) {
      await tx.proposal.update({ where: { id }, data: { closedAt: now } });
      continue;
    }
    await openNotices(tx, [secretary.personId], now, {
      kind: "proposed",
      key: `proposed:${id}`,
      obligationId,
      facts: { by: by.name },
    });
  }
}

/** Drafts that nobody of the unit holds any more come to its new holder. */
export async function adoptDrafts(tx: Tx, unitId: number, personId: number): Promise<number> {
  const holders = (await holdersOf(tx, unitId)).map((one) => one.personId);
  const { count } = await tx.draft.updateMany({
    where: { obligation: { unitId, paperEntries: { none: {} } }, holderId: { notIn: holders } },
    data: { holderId: personId, revision: { increment: 1 } },
  });
  return count;
}

/** What has not gone out yet goes to the one who holds the post now; reminders are gathered by person. */
async function moveMessages(tx: Tx, unitId: number, from: number, to: number): Promise<void> {
  const waiting = await tx.delivery.findMany({
    where: { personId: from, state: "pending", OR: [{ unitId }, { unitId: null }] },
    include: { items: { where: { obligation: { unitId } } } },
  });
  for (const one of waiting) {
    const { campaignId, unitId: forUnit, notBefore } = one;
    if (forUnit === null && one.items.length === 0) continue;
    const mine = await tx.delivery.findFirst({ where: { campaignId, unitId: forUnit, personId: to } });
    if (forUnit !== null) {
      const data = mine ? { state: "cancelled" as const } : { personId: to, line: null, accountId: null };
      await tx.delivery.update({ where: { id: one.id }, data });
      continue;
    }
    if (mine && mine.state !== "pending") continue;
    const target =
      mine ?? (await tx.delivery.create({ data: { campaignId, personId: to, state: "pending", notBefore } }));
    await tx.deliveryItem.updateMany({
      where: { deliveryId: one.id, obligationId: { in: one.items.map((item) => item.obligationId) } },
      data: { deliveryId: target.id },
    });
  }
}
