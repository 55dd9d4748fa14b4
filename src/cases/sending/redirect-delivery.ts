/**
 * Somebody can't be written to: the account is marked, staff see it, and the message goes to the person's other
 * account or, as a delivery of its own, to another holder of a post in the unit. All in one transaction: a kill
 * leaves either the try as it was or the next one in the queue.
 */
import type { Tx } from "../../store/database.ts";
import { isReachable } from "../../store/people/accounts.ts";
import { unitContacts } from "../../store/people/people.ts";
import type { Claimed } from "../../store/sending/deliveries.ts";
import { type Act, type CaseContext, transact } from "../case.ts";
import { closeAccount } from "./close-account.ts";
import { openNotices, touchNotices } from "./open-notices.ts";
import { recipientOf } from "./recipient.ts";

export async function redirectDelivery(ctx: CaseContext, claimed: Claimed, error: string): Promise<void> {
  await transact(
    ctx,
    "clock",
    null,
    async (act) => {
      const { tx, now } = act;
      if (!(await mark(act, claimed, error))) return;
      if (await isReachable(tx, claimed.personId)) {
        const again = { state: "pending", notBefore: now, line: null, accountId: null } as const;
        await tx.delivery.update({ where: { id: claimed.id }, data: again });
      } else if (claimed.unitId !== null) await substitute(tx, claimed, claimed.unitId, now);
      else await passItemsOn(tx, claimed, now);
      await touchNotices(tx, { campaignId: claimed.campaignId });
    },
    "lane",
    "notices",
  );
}

/** False where another process has taken the delivery since. */
async function mark(act: Act, { id, tries, accountId, personId }: Claimed, error: string): Promise<boolean> {
  const { tx, now } = act;
  if (accountId !== null) {
    const attempt = { deliveryId: id, accountId, at: now, outcome: "blocked", error };
    await tx.attempt.create({ data: attempt });
    await closeAccount(act, { accountId, personId }, error);
  }
  // What has been taken note of has arrived, whatever became of the account since.
  const mine = { id, tries, state: "sending" } as const;
  const arrived = await tx.delivery.updateMany({
    where: { ...mine, acknowledgedAt: { not: null } },
    data: { state: "sent", sentAt: now },
  });
  if (arrived.count > 0) return false;
  return (await tx.delivery.updateMany({ where: mine, data: { state: "blocked", error } })).count > 0;
}

/** The secretary's message goes to a deputy, a deputy's to the next: to whoever has not got it yet. */
async function substitute(tx: Tx, claimed: Claimed, unitId: number, now: Date): Promise<void> {
  const { id, campaignId } = claimed;
  const [unit] = await unitContacts(tx, [unitId]);
  const had = await tx.delivery.findMany({ where: { campaignId, unitId }, select: { personId: true } });
  const next = unit?.holders.find(
    (holder) => holder.reachable && !had.some(({ personId }) => personId === holder.personId),
  );
  if (!next) return;
  await tx.delivery.create({
    data: { campaignId, unitId, personId: next.personId, insteadOfId: id, state: "pending", notBefore: now },
  });
}

/**
 * What a reminder is about goes to whoever can be reached in each of its units, in a round of its own: those people
 * may have had their message of this round. What is left stays with the row that could not be delivered.
 */
async function passItemsOn(tx: Tx, claimed: Claimed, now: Date): Promise<void> {
  const items = await tx.deliveryItem.findMany({
    where: { deliveryId: claimed.id },
    include: { obligation: { include: { milestone: { include: { plan: true } } } } },
  });
  const owners = items.map(({ obligation }) => obligation.milestone.plan.ownerId);
  const { campaignId, kind, planId } = claimed;
  await openNotices(tx, owners, now, { kind: "unreached", key: `unreached:${campaignId}`, campaignId });
  const contacts = await unitContacts(
    tx,
    items.map(({ obligation }) => obligation.unitId),
  );
  const next = new Map<number, number[]>();
  for (const { obligation } of items) {
    const unit = contacts.find(({ unitId }) => unitId === obligation.unitId);
    const personId = unit && recipientOf(unit);
    if (personId) next.set(personId, [...(next.get(personId) ?? []), obligation.id]);
  }
  if (next.size === 0) return;
  const round = await tx.campaign.create({
    data: { kind, planId, key: `instead:${claimed.id}`, state: "active", createdAt: now },
  });
  for (const [personId, obligationIds] of next) {
    const { id } = await tx.delivery.create({
      data: { campaignId: round.id, personId, insteadOfId: claimed.id, state: "pending", notBefore: now },
    });
    const moved = { deliveryId: claimed.id, obligationId: { in: obligationIds } };
    await tx.deliveryItem.updateMany({ where: moved, data: { deliveryId: id } });
  }
}
