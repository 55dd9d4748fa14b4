/** Whom staff are to call. */
import { z } from "zod";
import { workingDays } from "../../../cases/reminder/working-days.ts";
import { daysLate, workingDaysSince } from "../../../domain/reminder/escalation.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { type CallDue, callsDue } from "../../../store/reminder/calls-due.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";
import { callList } from "../words/digest.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id }),
  /** Stale once nobody is to be called any more. */
  async facts({ db, now }, { planId }, { openedAt }) {
    const plan = await findPlan(db, planId);
    const due = plan ? await callsDue(db, planId, openedAt, now) : [];
    return plan && due.length > 0 ? { plan, due, isWorking: await workingDays(db) } : null;
  },
  words(words, { plan, due, isWorking }, now) {
    /** Days overdue, or working days since the plan went out. */
    const daysOf = (one: CallDue) => {
      if (one.since) return daysLate(one.since, now, words.zone);
      return plan.publishedAt ? workingDaysSince(plan.publishedAt, now, words.zone, isWorking) : 0;
    };
    return callList(
      words,
      plan,
      due.map((one) => ({ ...one, days: daysOf(one) })),
    );
  },
});
