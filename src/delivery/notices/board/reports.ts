/** Reports that came within ten minutes. */
import { z } from "zod";
import { NOTICE_MINUTES } from "../../../cases/report/submit-report.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { reportsBetween } from "../../../store/report/reports.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";
import { newReports } from "../words/board.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id }),
  async facts({ db, now }, { planId }, { openedAt }) {
    const plan = await findPlan(db, planId);
    if (!plan) return null;
    const until = new Date(openedAt.getTime() + NOTICE_MINUTES * 60_000);
    const fresh = await reportsBetween(db, planId, openedAt, until);
    return { plan, fresh, owed: await findObligations(db, { planId }, now) };
  },
  words: (words, { plan, fresh, owed }, now) => newReports(words, plan, fresh, owed, now),
});
