/**
 * The clock looks: who owes what that a reminder falls due for now? A person gets one message a morning for all of
 * it, and one more in the afternoon if they asked for it. Rows are locked while they are looked at and written under
 * unique keys (a rung of a deadline, a person in a round), so that a look that runs twice, in two processes, late or
 * after three days off does the right thing once.
 */
import { dayOf, hourOf, instantOf, plusDays } from "../../domain/moment.ts";
import { type Calendar, nearestWorkingDay } from "../../domain/reminder/calendar.ts";
import { type Decision, decide, type Ladder, type Term } from "../../domain/reminder/ladder.ts";
import { isQuiet, nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { assigneesOf } from "../../store/people/hand-overs.ts";
import { type UnitContact, unitContacts } from "../../store/people/people.ts";
import { findObligations, type ObligationRow } from "../../store/plan/obligations.ts";
import {
  claimDueReminders,
  claimSnoozes,
  type DueReminder,
  type NewItem,
  putIntoRound,
  settleLooks,
} from "../../store/reminder/due-reminders.ts";
import { ladderOf, readCalendar } from "../../store/reminder/ladders.ts";
import { type CaseContext, transact } from "../case.ts";
import { recipientOf } from "../sending/recipient.ts";

/** So many at once: more than fall due in one morning, so that nobody's message is cut in two. */
const AT_ONCE = 5_000;
const MORNING_ENDS = "12:00";

/** Returns how many things were looked at; more may wait. */
export async function remind(ctx: CaseContext): Promise<number> {
  let queued = 0;
  const looked = await transact(ctx, "clock", null, async ({ tx, now }) => {
    const due = await claimDueReminders(tx, now, AT_ONCE);
    const snoozes = await claimSnoozes(tx, now, AT_ONCE);
    if (due.length > 0) queued += await climb(ctx, tx, due, now);
    for (const snooze of snoozes) queued += await remindAgain(ctx, tx, snooze, now);
    return due.length + snoozes.length;
  });
  if (queued > 0) ctx.wake("lane");
  return looked;
}

interface Step {
  due: DueReminder;
  since: Date;
  item: (Omit<NewItem, "personId"> & { unitId: number; hour: string }) | null;
  lookAt: Date | null;
}

/** One look at each: what its ladder says now, and when to look again. */
async function climb(ctx: CaseContext, tx: Tx, due: readonly DueReminder[], now: Date): Promise<number> {
  const ids = due.map((one) => one.obligationId);
  const owed = new Map((await findObligations(tx, { ids }, now)).map((one) => [one.id, one]));
  const items = await tx.deliveryItem.findMany({ where: { obligationId: { in: ids }, rung: { not: null } } });
  const sent = new Map<string, number[]>();
  for (const { obligationId, dueBefore, rung } of items) {
    const key = `${obligationId}:${dueBefore?.getTime()}`;
    sent.set(key, [...(sent.get(key) ?? []), rung ?? 0]);
  }
  const calendar = await readCalendar(tx);
  const say = remembered(now, { calendar, zone: ctx.zone });
  const steps = due.map((each): Step => {
    const one = owed.get(each.obligationId);
    // What has just changed is reminded of from now on.
    const since = each.since ?? now;
    if (!one?.effectiveDueBefore || !isOwed(one)) return { due: each, since, item: null, lookAt: null };
    const ladder = ladderOf(each.ladder);
    const { effectiveDueBefore: dueBefore, id, unitId } = one;
    const rungs = sent.get(`${id}:${dueBefore.getTime()}`) ?? [];
    const { rung, lookAt } = say({ dueBefore, since }, ladder, rungs);
    const item = rung === null ? null : { obligationId: id, rung, dueBefore, unitId, hour: ladder.hour };
    return { due: each, since, item, lookAt };
  });
  const queued = await queue(ctx, tx, steps, calendar, now);
  await settleLooks(
    tx,
    steps.map(({ due, since, lookAt }) => ({ obligationId: due.obligationId, since, lookAt })),
  );
  return queued;
}

async function queue(
  ctx: CaseContext,
  tx: Tx,
  steps: readonly Step[],
  calendar: Calendar,
  now: Date,
): Promise<number> {
  const due = steps.filter((step) => step.item !== null);
  if (due.length === 0) return 0;
  const unitIds = [...new Set(due.flatMap(({ item }) => item?.unitId ?? []))];
  const contacts = await unitContacts(tx, unitIds);
  const units = new Map(contacts.map((unit) => [unit.unitId, unit]));
  const given = await assigneesOf(
    tx,
    due.flatMap(({ item }) => item?.obligationId ?? []),
  );
  const items = due.flatMap(({ item }) => {
    const unit = item && units.get(item.unitId);
    const personId = unit && reminded(unit, item.rung, given.get(item.obligationId)?.personId);
    return item && personId ? [{ ...item, personId }] : [];
  });
  if (items.length === 0) return 0;
  const campaignId = await round(tx, "reminder", dayOf(now, ctx.zone), now);
  const gone = await putIntoRound(tx, campaignId, items, now);
  // Today's message has gone: what fell due since then waits for the next working morning.
  const late = new Set(items.filter((one) => gone.has(one.personId)).map((one) => one.obligationId));
  for (const step of due)
    if (late.has(step.due.obligationId)) step.lookAt = nextMorning(ctx, calendar, step, now);
  return items.length - late.size;
}

/** Whoever has been handed it, up to the deadline; after that it is the secretary's affair again. */
function reminded(unit: UnitContact, rung: number | null, given: number | undefined): number | null {
  const writes = unit.holders.find((one) => one.personId === given && one.reachable);
  return writes && (rung ?? 0) <= 0 ? writes.personId : recipientOf(unit);
}

function nextMorning(ctx: CaseContext, calendar: Calendar, step: Step, now: Date): Date {
  const today = dayOf(now, ctx.zone);
  const day = nearestWorkingDay(calendar, today, 1) ?? plusDays(today, 1);
  const morning = instantOf(day, step.item?.hour ?? "07:30", ctx.zone);
  return step.lookAt && step.lookAt < morning ? step.lookAt : morning;
}

/** "Nhắc lại": the same things once more, with what falls due that morning; what is no longer owed is left out later. */
async function remindAgain(
  ctx: CaseContext,
  tx: Tx,
  { deliveryId, personId, at }: { deliveryId: number; personId: number; at: Date },
  now: Date,
): Promise<number> {
  // The process was down when it was to be said.
  if (isQuiet(now, ctx.zone)) {
    await tx.snooze.update({ where: { deliveryId }, data: { at: nextGoodMoment(now, ctx.zone) } });
    return 0;
  }
  await tx.snooze.update({ where: { deliveryId }, data: { settledAt: now } });
  const again = await tx.deliveryItem.findMany({ where: { deliveryId } });
  const items = again.map(({ obligationId }) => ({ personId, obligationId, rung: null, dueBefore: null }));
  const day = dayOf(now, ctx.zone);
  const rounds =
    hourOf(at, ctx.zone) < MORNING_ENDS ? (["reminder", "again"] as const) : (["again"] as const);
  for (const name of rounds) {
    const gone = await putIntoRound(tx, await round(tx, name, day, now), items, now);
    if (gone.size === 0) return items.length;
  }
  return 0;
}

/** The campaign of a day: one for the ladder, one for those who asked to be told again. */
async function round(tx: Tx, name: "reminder" | "again", day: string, now: Date): Promise<number> {
  const key = `${name}:${day}`;
  const campaign = await tx.campaign.upsert({
    where: { key },
    create: { kind: "reminder", key, state: "active", createdAt: now },
    update: { state: "active", finishedAt: null },
  });
  return campaign.id;
}

const isOwed = (one: ObligationRow) =>
  one.planState === "published" &&
  // What was sent and returned is reminded by its own date; see remind-mending.ts.
  one.state === "open" &&
  one.stage === "missing";

/** The units of a plan mostly stand alike, and reckoning with zones is dear: what has been decided once is kept. */
function remembered(now: Date, world: { calendar: Calendar; zone: string }) {
  const known = new Map<string, Decision>();
  return (term: Term, ladder: Ladder, sent: readonly number[]): Decision => {
    const key = JSON.stringify([term.dueBefore, term.since, ladder, [...sent].sort((a, b) => a - b)]);
    const made = known.get(key) ?? decide(term, now, (rung) => sent.includes(rung), { ...world, ladder });
    known.set(key, made);
    return made;
  };
}
