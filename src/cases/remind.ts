/**
 * The clock asks: who owes what that a reminder falls due for now? Rows are written under the unique key
 * (obligation, rung), so that a look that runs twice, late or after three days off does the right thing once.
 */
import { defaultLadder, nextGoodMoment, rungNow } from "../domain/reminder/ladder.ts";
import { findObligations, type ObligationRow } from "../store/obligations.ts";
import { unitContacts } from "../store/people.ts";
import { type CaseContext, transact } from "./case.ts";
import { recipientOf } from "./publish-plan.ts";

/** Returns how many reminders were put into the queue. */
export async function remind(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const lead = Math.max(...defaultLadder.rungs.map((rung) => -rung)) + 1;
  const dueUntil = new Date(now.getTime() + lead * 86_400_000);
  const owed = await findObligations(ctx.db, { dueUntil }, now);
  const due = owed.flatMap((one) => {
    const { effectiveDueBefore: dueBefore, createdAt } = one;
    const rung = dueBefore ? rungNow({ dueBefore, createdAt }, now, defaultLadder, ctx.zone) : null;
    return rung === null ? [] : [{ one, rung }];
  });
  if (due.length === 0) return 0;
  const known = await ctx.db.delivery.findMany({
    where: { OR: due.map(({ one, rung }) => ({ obligationId: one.id, rung })) },
    select: { obligationId: true, rung: true },
  });
  const sent = new Set(known.map((row) => `${row.obligationId}:${row.rung}`));
  const fresh = due.filter(({ one, rung }) => !sent.has(`${one.id}:${rung}`));
  return fresh.length === 0 ? 0 : queue(ctx, fresh, now);
}

async function queue(
  ctx: CaseContext,
  fresh: { one: ObligationRow; rung: number }[],
  now: Date,
): Promise<number> {
  const contacts = new Map(
    (
      await unitContacts(
        ctx.db,
        ctx.channel,
        fresh.map(({ one }) => one.unitId),
      )
    ).map((unit) => [unit.unitId, unit]),
  );
  const notBefore = nextGoodMoment(now, ctx.zone);
  const written = await transact(
    ctx,
    null,
    async (tx) => {
      let count = 0;
      for (const { one, rung } of fresh) {
        const unit = contacts.get(one.unitId);
        const personId = unit ? recipientOf(unit) : null;
        if (personId === null) continue;
        const key = `reminder:${one.milestoneId}:${rung}`;
        const campaign = await tx.campaign.upsert({
          where: { key },
          create: { kind: "reminder", planId: one.planId, key, state: "active", createdAt: now },
          update: { state: "active", finishedAt: null },
        });
        const { count: made } = await tx.delivery.createMany({
          data: [
            {
              campaignId: campaign.id,
              unitId: one.unitId,
              personId,
              obligationId: one.id,
              rung,
              state: "pending",
              notBefore,
            },
          ],
          skipDuplicates: true,
        });
        count += made;
      }
      return count;
    },
    "lane",
  );
  return typeof written === "number" ? written : 0;
}
