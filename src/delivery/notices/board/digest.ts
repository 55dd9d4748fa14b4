/** How a plan stands, at the hours the board has chosen. */
import { z } from "zod";
import { findPlan } from "../../../store/plan/plans.ts";
import { standingOfPlan } from "../../../store/reminder/standing-of-plan.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";
import { digest } from "../words/digest.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id }),
  /** Stale once the plan has ended. */
  async facts({ db, zone, now }, { planId }, { openedAt }) {
    const plan = await findPlan(db, planId);
    if (plan?.state !== "published") return null;
    return { plan, standing: await standingOfPlan(db, planId, now, { zone, before: openedAt }) };
  },
  words: (words, { plan, standing }, now) => digest(words, plan, standing, now),
});
