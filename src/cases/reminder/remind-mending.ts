/**
 * What is reminded after a report was sent. A return: only its own date, the working morning before and that morning,
 * and once after it. The signed copy: once, on its last morning. Each message has a key of its own, so that a look
 * that runs twice or late does the right thing once.
 */
import { instantOf, lastDayOf } from "../../domain/moment.ts";
import { decide, type Ladder } from "../../domain/reminder/ladder.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { type CaseContext, transact } from "../case.ts";
import { messageUnit, sendersOf } from "../sending/message-unit.ts";

const mendLadder: Ladder = { rungs: [-1, 0, 1], weekly: false, hour: "07:30" };
/** After an outage longer than this the signed copy is not reminded any more. */
const SIGNED_LATE_DAYS = 3;
const DAY = 86_400_000;

/** Returns how many messages were put into the queue. */
export async function remindMending(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  return (await remindReturns(ctx, now)) + (await remindSigned(ctx, now));
}

async function remindReturns(ctx: CaseContext, now: Date): Promise<number> {
  const open = await ctx.db.return.findMany({
    where: {
      sentAt: { not: null },
      mendedAt: null,
      withdrawnAt: null,
      // A rung before days off moves ahead of them, one after it behind them: Tết takes more than a week.
      dueBefore: { gt: new Date(now.getTime() - 14 * DAY), lt: new Date(now.getTime() + 14 * DAY) },
      report: { obligation: { state: "open", milestone: { plan: { state: "published" } } } },
    },
    include: { report: { include: { obligation: { include: { milestone: true } } } } },
  });
  if (open.length === 0) return 0;
  const calendar = await readCalendar(ctx.db);
  const told = await ctx.db.campaign.findMany({
    where: { kind: "mending", returnId: { in: open.map((one) => one.id) } },
    select: { key: true },
  });
  const keys = new Set(told.map((one) => one.key));
  const due = open.flatMap((one) => {
    const term = { dueBefore: one.dueBefore, since: one.sentAt ?? now };
    const isSent = (rung: number) => keys.has(`mending:${one.id}:${rung}`);
    const { rung } = decide(term, now, isSent, { ladder: mendLadder, calendar, zone: ctx.zone });
    const { obligation, personId } = one.report;
    if (rung === null) return [];
    return [
      {
        kind: "mending" as const,
        key: `mending:${one.id}:${rung}`,
        returnId: one.id,
        planId: obligation.milestone.planId,
        obligationId: obligation.id,
        unitId: obligation.unitId,
        senderId: personId,
      },
    ];
  });
  return queue(ctx, due);
}

async function remindSigned(ctx: CaseContext, now: Date): Promise<number> {
  const awaited = await ctx.db.report.findMany({
    where: {
      signedDue: { gt: new Date(now.getTime() - SIGNED_LATE_DAYS * DAY), lt: new Date(now.getTime() + DAY) },
      review: { not: "returned" },
      files: { none: { addedAt: { not: null } } },
      obligation: { state: "open", milestone: { plan: { state: "published" } } },
    },
    include: { obligation: { include: { milestone: true, reports: { select: { version: true } } } } },
  });
  const due = awaited.flatMap((one) => {
    const { obligation, signedDue } = one;
    const newest = Math.max(...obligation.reports.map((report) => report.version));
    if (!signedDue || newest !== one.version) return [];
    if (now < instantOf(lastDayOf(signedDue, ctx.zone).day, mendLadder.hour, ctx.zone)) return [];
    return [
      {
        kind: "signed" as const,
        key: `signed:${one.id}`,
        planId: obligation.milestone.planId,
        obligationId: obligation.id,
        unitId: obligation.unitId,
        senderId: one.personId,
      },
    ];
  });
  return queue(ctx, due);
}

type Due = Omit<Parameters<typeof messageUnit>[3], "personIds"> & { senderId: number };

async function queue(ctx: CaseContext, due: readonly Due[]): Promise<number> {
  const known = await ctx.db.campaign.findMany({
    where: { key: { in: due.map((one) => one.key) } },
    select: { key: true },
  });
  const fresh = due.filter((one) => !known.some(({ key }) => key === one.key));
  if (fresh.length === 0) return 0;
  return transact(
    ctx,
    "clock",
    null,
    async ({ tx, now }) => {
      let count = 0;
      for (const { senderId, ...message } of fresh) {
        const people = await sendersOf(tx, message.unitId, senderId);
        const personIds = people.map((one) => one.personId);
        count += await messageUnit(ctx, tx, now, { ...message, personIds });
      }
      return count;
    },
    "lane",
  );
}
