/**
 * The clock on silence. No "Đã nhận" for some working days, or overdue by some days: the deputy is told; silent still:
 * staff get a list of whom to call; and on the first working day of a week leaders get what is overdue. Each step
 * stands in a row of its own: once, however often we look and whatever was missed.
 */
import { dayOf, hourOf } from "../../domain/moment.ts";
import { daysLate, redListWeek, workingDaysSince } from "../../domain/reminder/escalation.ts";
import { isQuiet } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { type UnitContact, unitContacts } from "../../store/people/people.ts";
import { findObligations, type ObligationRow } from "../../store/plan/obligations.ts";
import { tellOnce } from "../../store/reminder/digests.ts";
import { allHabits, type Habits } from "../../store/reminder/habits.ts";
import { overdueOfLeader } from "../../store/reminder/red-list.ts";
import { silentUnits, toldAt } from "../../store/reminder/silence.ts";
import { type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { recipientOf } from "../sending/recipient.ts";
import { workingDays } from "./working-days.ts";

/** Nothing is escalated before this hour of a working day. */
const MORNING = "07:30";

interface Silent {
  planId: number;
  boardId: number;
  unitId: number;
  /** Null: has not taken note of the plan. */
  owed: ObligationRow | null;
  /** What makes this silence one of a kind. */
  name: string;
  /** Silent long enough for the deputy to be told. */
  due: boolean;
}

/** Returns how many steps were taken. */
export async function escalate(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const isWorking = await workingDays(ctx.db);
  const today = dayOf(now, ctx.zone);
  if (!isWorking(today) || hourOf(now, ctx.zone) < MORNING || isQuiet(now, ctx.zone)) return 0;
  // One look a day is enough; what comes later is counted in days.
  const looked = `escalation:${today}`;
  if (await ctx.db.told.findUnique({ where: { key: looked } })) return 0;
  const habits = await allHabits(ctx.db);
  const silent = await findSilent(ctx, habits, now, isWorking);
  const units = await unitContacts(ctx.db, [...new Set(silent.map((one) => one.unitId))]);
  const contacts = new Map(units.map((unit) => [unit.unitId, unit]));
  return transact(
    ctx,
    "clock",
    null,
    async ({ tx }) => {
      if (!(await tellOnce(tx, { key: looked, at: now }))) return 0;
      let steps = 0;
      const toCall = new Set<number>();
      for (const one of silent) {
        const habit = habits.get(one.boardId);
        if (!habit || !one.due) continue;
        const step = await stepOf(tx, ctx, one, contacts.get(one.unitId), habit, now, isWorking);
        if (step !== null) steps++;
        if (step === "call") toCall.add(one.planId);
      }
      for (const planId of toCall) await openCallList(tx, planId, now);
      return steps + (await tellLeaders(tx, ctx, now, isWorking));
    },
    "lane",
    "notices",
  );
}

async function findSilent(
  ctx: CaseContext,
  habits: ReadonlyMap<number, Habits>,
  now: Date,
  isWorking: (day: string) => boolean,
): Promise<Silent[]> {
  const unseen = (await silentUnits(ctx.db)).map((row): Silent => {
    const days = workingDaysSince(row.sentAt, now, ctx.zone, isWorking);
    return {
      planId: row.planId,
      boardId: row.boardId,
      unitId: row.unitId,
      owed: null,
      name: `unseen:${row.planId}:${row.unitId}`,
      due: days >= (habits.get(row.boardId)?.unseenDays ?? Number.POSITIVE_INFINITY),
    };
  });
  const late = (await findObligations(ctx.db, { dueUntil: now }, now)).flatMap((owed): Silent[] => {
    const { behindFrom: due, boardId, planId, unitId } = owed;
    if (!due || !owed.behind) return [];
    // Another deadline begins anew.
    const name = `late:${owed.id}:${due.getTime()}`;
    const days = habits.get(boardId)?.lateDays ?? Number.POSITIVE_INFINITY;
    return [{ planId, boardId, unitId, owed, name, due: daysLate(due, now, ctx.zone) >= days }];
  });
  return [...unseen, ...late];
}

/** The next step for one silence, if its time has come; null where none is to be taken now. */
async function stepOf(
  tx: Tx,
  ctx: CaseContext,
  one: Silent,
  unit: UnitContact | undefined,
  habit: Habits,
  now: Date,
  isWorking: (day: string) => boolean,
): Promise<"deputy" | "call" | null> {
  const key = `deputy:${one.name}`;
  const before = await toldAt(tx, key);
  const deputy = before === null ? deputyOf(unit) : null;
  if (before === null) {
    await tellOnce(tx, { key, planId: one.planId, at: now });
    if (deputy !== null) {
      await sendToDeputy(tx, one, deputy, now);
      return "deputy";
    }
  }
  // Nobody else can be told: then people have to talk.
  if (before !== null && workingDaysSince(before, now, ctx.zone, isWorking) < habit.callDays) return null;
  return (await tellOnce(tx, { key: `call:${one.name}`, planId: one.planId, at: now })) ? "call" : null;
}

/** A deputy whom a message reaches and who has not got everything anyway, as the one that is written to. */
function deputyOf(unit: UnitContact | undefined): number | null {
  if (!unit) return null;
  const first = recipientOf(unit);
  const deputy = unit.holders.find(
    (holder) => holder.kind === "deputy" && holder.reachable && holder.personId !== first,
  );
  return deputy?.personId ?? null;
}

async function sendToDeputy(tx: Tx, one: Silent, personId: number, now: Date): Promise<void> {
  const campaign = await tx.campaign.create({
    data: {
      kind: "nudge",
      planId: one.planId,
      key: `escalation:${one.name}`,
      state: "active",
      createdAt: now,
    },
  });
  await tx.delivery.create({
    data: {
      campaignId: campaign.id,
      unitId: one.unitId,
      personId,
      state: "pending",
      notBefore: now,
      ...(one.owed ? { items: { create: [{ obligationId: one.owed.id }] } } : {}),
    },
  });
}

async function openCallList(tx: Tx, planId: number, now: Date): Promise<void> {
  const plan = await tx.plan.findUniqueOrThrow({ where: { id: planId } });
  const people = [plan.ownerId, plan.standInId].filter((id): id is number => id !== null);
  await openNotices(tx, people, now, { kind: "calls", key: `calls:${planId}:${now.getTime()}`, planId });
}

async function tellLeaders(
  tx: Tx,
  ctx: CaseContext,
  now: Date,
  isWorking: (day: string) => boolean,
): Promise<number> {
  const week = redListWeek(now, ctx.zone, isWorking);
  if (week === null) return 0;
  const leaders = await tx.membership.findMany({ where: { role: "leader", until: null } });
  let count = 0;
  for (const personId of new Set(leaders.map((one) => one.personId))) {
    // A week that began with nothing overdue has had its list.
    if (!(await tellOnce(tx, { key: `red:${week}:${personId}`, at: now }))) continue;
    if ((await overdueOfLeader(tx, personId, now)).length === 0) continue;
    await openNotices(tx, [personId], now, { kind: "red_list", key: `red:${week}` });
    count++;
  }
  return count;
}
