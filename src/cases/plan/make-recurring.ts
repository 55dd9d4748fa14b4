/**
 * What recurs is made ahead for a season: one thing owed per milestone, unit of the plan and period. Unique keys make
 * a second run, or two at once, change nothing. Day `madeUntil` of a milestone says how far it has been made.
 */
import { dayOf, plusDays } from "../../domain/moment.ts";
import { daysOfSchedule, parseSchedule, periodOfDay } from "../../domain/obligation/recurrence.ts";
import { obligationCode } from "../../domain/plan/code.ts";
import { dueBefore } from "../../domain/plan/read/last-moment.ts";
import type { Tx } from "../../store/database.ts";
import {
  findPlan,
  lockPlan,
  type PlanMilestone,
  recurringMilestones,
  type WholePlan,
} from "../../store/plan/plans.ts";
import { type CaseContext, transact } from "../case.ts";

/** So far ahead; made anew when less than the rest of it is left. */
const SEASON_DAYS = 120;
const REFRESH_DAYS = 30;

/** Returns how many milestones were carried on. */
export async function makeRecurring(ctx: CaseContext): Promise<number> {
  const before = plusDays(dayOf(ctx.clock.now(), ctx.zone), SEASON_DAYS - REFRESH_DAYS);
  const due = await recurringMilestones(ctx.db, before);
  let made = 0;
  for (const { planId } of due) {
    made += await transact(ctx, "clock", null, async ({ tx, now }) => {
      await lockPlan(tx, planId);
      const plan = await findPlan(tx, planId);
      return plan?.state === "published" ? makeAhead(ctx, tx, plan, now) : 0;
    });
  }
  if (made > 0) ctx.wake("remind");
  return made;
}

/** Makes what the recurring milestones of a published plan ask for, as far as the season goes. */
export async function makeAhead(ctx: CaseContext, tx: Tx, plan: WholePlan, now: Date): Promise<number> {
  const today = dayOf(now, ctx.zone);
  const until = plusDays(today, SEASON_DAYS);
  let made = 0;
  for (const milestone of reportsOf(plan)) {
    const planned = occurrencesOf(milestone, plan, today, until, ctx.zone);
    if (planned.length > 0) {
      const units = await tx.planUnit.findMany({
        where: { planId: plan.id, unit: { endedOn: null } },
        include: { unit: true },
      });
      const place = reportsOf(plan).indexOf(milestone) + 1;
      await tx.obligation.createMany({
        data: units.flatMap(({ unit, unitName, unitKind }) =>
          planned.map(({ period, dueBefore }) => ({
            code: obligationCode(plan.code ?? "", place, unit.code, period),
            milestoneId: milestone.id,
            unitId: unit.id,
            period,
            unitName,
            unitKind,
            dueBefore,
            effectiveDueBefore: dueBefore,
            state: "open" as const,
            createdAt: now,
            remindAt: now,
            remindSince: now,
          })),
        ),
        skipDuplicates: true,
      });
    }
    if (isRecurring(milestone)) {
      await tx.milestone.update({
        where: { id: milestone.id },
        data: { madeUntil: new Date(`${until}T00:00:00Z`) },
      });
      made++;
    }
  }
  return made;
}

/** The reports that units owe, in the order in which their codes are numbered. What is doubtful nobody owes. */
export function reportsOf(plan: WholePlan): PlanMilestone[] {
  const reports = plan.milestones.filter(
    (one) => one.kind === "report" && one.owedBy === "units" && one.doubt === null,
  );
  return [...reports.filter((one) => one.dueBefore), ...reports.filter(isRecurring)];
}

/** A day given by staff makes it happen once; a schedule without days is none yet. */
export function isRecurring(one: { dueBefore: Date | null; recurrence: string | null }): boolean {
  return one.dueBefore === null && parseSchedule(one.recurrence) !== null;
}

/** The periods of a milestone from a day on whose deadlines lie after the plan was published. */
export function occurrencesOf(
  milestone: PlanMilestone,
  plan: { publishedAt: Date | null },
  from: string,
  until: string,
  zone: string,
): { period: string; dueBefore: Date }[] {
  const schedule = isRecurring(milestone) ? parseSchedule(milestone.recurrence) : null;
  if (!schedule || !plan.publishedAt) return [];
  const anchor = dayOf(plan.publishedAt, zone);
  return daysOfSchedule(schedule, anchor, from, until).flatMap((due) => {
    const { strictBefore, time } = milestone;
    const end = dueBefore({ due, strictBefore, time, period: null }, zone)?.toJSDate();
    return end && plan.publishedAt && end > plan.publishedAt
      ? [{ period: periodOfDay(schedule, due), dueBefore: end }]
      : [];
  });
}
