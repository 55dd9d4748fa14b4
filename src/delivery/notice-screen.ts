/** What each kind of notice shows right now; null where there is nothing left to show. */

import { NOTICE_MINUTES } from "../cases/submit-report.ts";
import { closing, newReports, progress } from "../chat/features/board/view.ts";
import { card } from "../chat/features/broadcast/view.ts";
import { enrolmentParts } from "../chat/features/people/enrolment-parts.ts";
import { enrolmentCard } from "../chat/features/people/view.ts";
import type { Screen } from "../chat/screen.ts";
import type { Words } from "../i18n.ts";
import type { Db } from "../store/database.ts";
import { announcementOutcome } from "../store/deliveries.ts";
import { readCalendar } from "../store/ladders.ts";
import type { DueNotice } from "../store/notices.ts";
import { findObligations } from "../store/obligations.ts";
import { unitContacts } from "../store/people.ts";
import { countDeliveries, findPlan, type WholePlan } from "../store/plans.ts";
import { reportsBetween } from "../store/reports.ts";

export async function noticeScreen(
  db: Db,
  words: Words,
  notice: DueNotice,
  now: Date,
): Promise<Screen | null> {
  if (notice.kind === "enrolment") {
    const enrolment = await db.enrolment.findUnique({
      where: { id: notice.enrolmentId ?? -1 },
      include: enrolmentParts,
    });
    return enrolment && enrolmentCard(words, enrolment);
  }
  const plan = await findPlan(db, notice.planId ?? -1);
  return plan && ofPlan(db, words, notice, plan, now);
}

async function ofPlan(
  db: Db,
  words: Words,
  notice: DueNotice,
  plan: WholePlan,
  now: Date,
): Promise<Screen | null> {
  switch (notice.kind) {
    case "draft":
      // Once it has been published, what follows is the progress.
      return plan.state === "draft"
        ? card(words, plan, await unitContacts(db, "", null), await readCalendar(db), now)
        : null;
    case "progress": {
      const campaign = await db.campaign.findUnique({ where: { id: notice.campaignId ?? -1 } });
      if (!campaign) return null;
      const counts = await countDeliveries(db, { campaignId: campaign.id });
      return progress(
        words,
        plan,
        counts,
        await announcementOutcome(db, plan.id),
        campaign.state === "active",
      );
    }
    case "reports": {
      const until = new Date(notice.openedAt.getTime() + NOTICE_MINUTES * 60_000);
      const fresh = await reportsBetween(db, plan.id, notice.openedAt, until);
      return newReports(words, plan, fresh, await findObligations(db, { planId: plan.id }, now));
    }
    case "closing":
      return closing(words, plan, await findObligations(db, { planId: plan.id }, now));
    case "enrolment":
      return null;
  }
}
