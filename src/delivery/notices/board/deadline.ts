/** At the last moment of a deadline: who has done what it asked for, and who has not. */
import { z } from "zod";
import { unitContacts } from "../../../store/people/people.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { deadlineOf, owedAtDeadline } from "../../../store/reminder/digests.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";
import { deadline } from "../words/digest.ts";

export const kind = notice({
  audience: "board",
  // A deadline is often midnight.
  quietly: true,
  about: z.object({
    planId: id,
    milestoneId: id,
    key: z.string().transform((key, ctx) => {
      const due = deadlineOf(key);
      if (!due) ctx.addIssue("names no deadline");
      return due ?? z.NEVER;
    }),
  }),
  /** Stale once the plan has ended, or nothing falls due then any more. */
  async facts({ db, now }, { planId, milestoneId, key: due }) {
    const plan = await findPlan(db, planId);
    if (plan?.state !== "published") return null;
    const owed = await findObligations(db, { ids: await owedAtDeadline(db, milestoneId, due) }, now);
    const missing = owed.filter((one) => one.status !== "waived" && one.stage === "missing");
    const units = await unitContacts(db, [...new Set(missing.map((one) => one.unitId))]);
    const unreachable = units.filter((unit) => !unit.holders.some((holder) => holder.reachable)).length;
    return owed.length > 0 ? { plan, owed, due, unreachable } : null;
  },
  words: (words, { plan, owed, due, unreachable }) => deadline(words, plan, owed, due, unreachable),
});
