/** The last unit has reported. */
import { z } from "zod";
import { findObligations } from "../../../store/plan/obligations.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { closedPeriod, closedTogether } from "../../../store/reminder/digests.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";
import { closing } from "../words/board.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id }),
  async facts({ db, now }, { planId }, { key }) {
    const plan = await findPlan(db, planId);
    if (!plan) return null;
    const { period, ids } = await closedTogether(db, planId, closedPeriod(key));
    return { plan, period, owed: await findObligations(db, { ids }, now) };
  },
  words: (words, { plan, period, owed }) => closing(words, plan, owed, period),
});
