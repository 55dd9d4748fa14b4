/**
 * The clock asks: who owes what that a reminder falls due for now? A person gets one message a morning for all of
 * it. Rows are written under unique keys (a rung of a deadline, a person in a round), so that a look that runs
 * twice, late or after three days off does the right thing once.
 */
import { dayOf } from "../domain/moment.ts";
import { defaultLadder, nextGoodMoment, rungNow } from "../domain/reminder/ladder.ts";
import type { Tx } from "../store/database.ts";
import { findObligations, type ObligationRow } from "../store/obligations.ts";
import { unitContacts } from "../store/people.ts";
import { type CaseContext, transact } from "./case.ts";
import { recipientOf } from "./publish-plan.ts";

interface Due {
  owed: ObligationRow;
  dueBefore: Date;
  rung: number;
}

/** Returns how many things owed were put into messages. */
export async function remind(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const lead = Math.max(...defaultLadder.rungs.map((rung) => -rung)) + 1;
  const dueUntil = new Date(now.getTime() + lead * 86_400_000);
  const due = (await findObligations(ctx.db, { dueUntil }, now)).flatMap((owed): Due[] => {
    const { effectiveDueBefore: dueBefore } = owed;
    // An extension begins the ladder anew: what was past by then is not made up for.
    const createdAt = owed.dueSince ?? owed.createdAt;
    if (!dueBefore) return [];
    const rung = rungNow({ dueBefore, createdAt }, now, defaultLadder, ctx.zone);
    return rung === null ? [] : [{ owed, dueBefore, rung }];
  });
  if (due.length === 0) return 0;
  const known = await ctx.db.deliveryItem.findMany({
    where: { obligationId: { in: due.map(({ owed }) => owed.id) }, rung: { not: null } },
  });
  const isKnown = ({ owed, dueBefore, rung }: Due) =>
    known.some(
      (item) =>
        item.obligationId === owed.id &&
        item.rung === rung &&
        item.dueBefore?.getTime() === dueBefore.getTime(),
    );
  const fresh = due.filter((one) => !isKnown(one));
  if (fresh.length === 0) return 0;
  const written = await transact(ctx, null, (tx) => queue(ctx, tx, fresh, now), "lane");
  return typeof written === "number" ? written : 0;
}

async function queue(ctx: CaseContext, tx: Tx, fresh: readonly Due[], now: Date): Promise<number> {
  const units = [...new Set(fresh.map(({ owed }) => owed.unitId))];
  const contacts = await unitContacts(tx, ctx.channel, units);
  const recipients = new Map(contacts.map((unit) => [unit.unitId, recipientOf(unit)]));
  const people = new Map<number, Due[]>();
  for (const one of fresh) {
    const personId = recipients.get(one.owed.unitId);
    if (personId) people.set(personId, [...(people.get(personId) ?? []), one]);
  }
  const notBefore = nextGoodMoment(now, ctx.zone);
  const key = `reminder:${dayOf(notBefore, ctx.zone)}`;
  let count = 0;
  for (const [personId, all] of people) {
    const campaign = await tx.campaign.upsert({
      where: { key },
      create: { kind: "reminder", key, state: "active", createdAt: now },
      update: { state: "active", finishedAt: null },
    });
    const round = { campaignId: campaign.id, personId };
    const delivery =
      (await tx.delivery.findFirst({ where: { ...round, unitId: null } })) ??
      (await tx.delivery.create({ data: { ...round, state: "pending", notBefore } }));
    // Today's message has gone: what fell due since then waits for the next morning.
    if (delivery.state !== "pending") continue;
    const items = all.map(({ owed, rung, dueBefore }) => ({
      deliveryId: delivery.id,
      obligationId: owed.id,
      rung,
      dueBefore,
    }));
    count += (await tx.deliveryItem.createMany({ data: items, skipDuplicates: true })).count;
  }
  return count;
}
