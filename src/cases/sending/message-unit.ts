/** A message to the people of one unit about one report: a campaign with its deliveries, which the lane takes from there. */
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import type { CampaignKind } from "../../store/generated/enums.ts";
import { unitContacts } from "../../store/people/people.ts";
import type { CaseContext } from "../case.ts";
import { recipientOf } from "./recipient.ts";

export interface UnitMessage {
  kind: CampaignKind;
  /** What makes this message one of a kind; a second one with the same key is not written. */
  key: string;
  planId: number;
  obligationId: number;
  unitId: number;
  personIds: readonly number[];
  returnId?: number;
  createdById?: number;
}

/** Puts the message into the queue, outside the quiet hours; returns to how many it goes. */
export async function messageUnit(
  ctx: CaseContext,
  tx: Tx,
  now: Date,
  message: UnitMessage,
): Promise<number> {
  const { personIds, obligationId, unitId, ...campaign } = message;
  if (personIds.length === 0) return 0;
  const known = await tx.campaign.findUnique({ where: { key: message.key }, select: { id: true } });
  if (known) return 0;
  const { id } = await tx.campaign.create({ data: { ...campaign, state: "active", createdAt: now } });
  const people = [...new Set(personIds)];
  for (const personId of people) {
    const notBefore = nextGoodMoment(now, ctx.zone);
    const items = { create: [{ obligationId }] };
    await tx.delivery.create({
      data: { campaignId: id, unitId, personId, state: "pending", notBefore, items },
    });
  }
  return people.length;
}

/** Whoever sent the report and the secretary, as far as they hold a post there now and can be written to. */
export async function sendersOf(
  tx: Tx,
  unitId: number,
  senderId: number,
): Promise<{ personId: number; name: string }[]> {
  const [unit] = await unitContacts(tx, [unitId]);
  if (!unit) return [];
  const reachable = unit.holders.filter((one) => one.reachable);
  const wanted = reachable.filter((one) => one.kind === "secretary" || one.personId === senderId);
  if (wanted.length > 0) return wanted;
  const other = recipientOf(unit);
  return reachable.filter((one) => one.personId === other);
}
