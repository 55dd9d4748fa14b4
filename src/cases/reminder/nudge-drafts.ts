/**
 * Who stopped half-way is asked once, the next working morning. The draft itself remembers that it was asked about.
 * Where that morning's reminder already speaks of the draft, nothing more is said.
 */
import { dayOf, instantOf } from "../../domain/moment.ts";
import { draftNudgeAt } from "../../domain/reminder/draft-nudge.ts";
import { nextWorkingMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { unitContacts } from "../../store/people/people.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { findStoppedDrafts, type StoppedDraft } from "../../store/reminder/stopped-drafts.ts";
import { type CaseContext, transact } from "../case.ts";
import { messageUnit } from "../sending/message-unit.ts";

const DAY = 86_400_000;
/** Tết and what is worked before it may lie between two mornings. */
const LONGEST_REST = 20 * DAY;
/** After an outage longer than this the morning has passed. */
const LATE = 3 * DAY;

/** Returns how many messages were put into the queue. */
export async function nudgeDrafts(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const stopped = await findStoppedDrafts(ctx.db, new Date(now.getTime() - LONGEST_REST), now);
  if (stopped.length === 0) return 0;
  const calendar = await readCalendar(ctx.db);
  if (nextWorkingMoment(now, "07:30", calendar, ctx.zone).getTime() !== now.getTime()) return 0;
  const due = stopped.filter((one) => {
    const since = now.getTime() - draftNudgeAt(one.updatedAt, calendar, ctx.zone).getTime();
    return since >= 0 && since < LATE;
  });
  if (due.length === 0) return 0;
  return transact(
    ctx,
    "clock",
    null,
    async ({ tx, now: at }) => {
      let count = 0;
      for (const one of due) count += await nudge(ctx, tx, one, at);
      return count;
    },
    "lane",
  );
}

async function nudge(ctx: CaseContext, tx: Tx, draft: StoppedDraft, now: Date): Promise<number> {
  const { id, revision, holderId, obligationId, unitId, planId } = draft;
  const [unit] = await unitContacts(tx, [unitId]);
  const holder = unit?.holders.find((one) => one.personId === holderId && one.reachable);
  // Somebody else of the unit may go on with it; they would be asked then.
  if (!holder) return 0;
  const { count } = await tx.draft.updateMany({
    where: { id, revision, nudgedAt: null },
    data: { nudgedAt: now },
  });
  if (count === 0 || (await isReminded(ctx, tx, draft, now))) return 0;
  return messageUnit(ctx, tx, now, {
    kind: "draft",
    key: `draft:${id}`,
    planId,
    obligationId,
    unitId,
    personIds: [holderId],
  });
}

async function isReminded(ctx: CaseContext, tx: Tx, draft: StoppedDraft, now: Date): Promise<boolean> {
  const morning = instantOf(dayOf(now, ctx.zone), "00:00", ctx.zone);
  const said = await tx.deliveryItem.count({
    where: {
      obligationId: draft.obligationId,
      delivery: {
        personId: draft.holderId,
        state: { notIn: ["cancelled", "failed"] },
        campaign: { kind: { in: ["reminder", "nudge"] }, createdAt: { gte: morning } },
      },
    },
  });
  return said > 0;
}
