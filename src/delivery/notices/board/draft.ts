/** A plan as it was read, for staff to look at before it goes out. */
import { z } from "zod";
import { card } from "../../../chat/features/broadcast/view.ts";
import { unitContacts } from "../../../store/people/people.ts";
import { findPlan } from "../../../store/plan/plans.ts";
import { readCalendar } from "../../../store/reminder/ladders.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id }),
  /** Stale once it has been published: what follows is the progress. */
  async facts({ db }, { planId }) {
    const plan = await findPlan(db, planId);
    if (plan?.state !== "draft") return null;
    return { plan, units: await unitContacts(db, null), calendar: await readCalendar(db) };
  },
  words: (words, { plan, units, calendar }, now) => card(words, plan, units, calendar, now),
});
