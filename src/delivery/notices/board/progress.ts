/** How far the announcement of a plan is, and at its end what became of it. */
import { z } from "zod";
import { progress } from "../../../chat/features/campaign/view.ts";
import { countDeliveries, findPlan } from "../../../store/plan/plans.ts";
import { findCampaign } from "../../../store/sending/campaigns.ts";
import { announcementOutcome } from "../../../store/sending/deliveries.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ planId: id, campaignId: id }),
  async facts({ db }, { planId, campaignId }) {
    const plan = await findPlan(db, planId);
    const campaign = plan && (await findCampaign(db, campaignId));
    if (!campaign) return null;
    const counts = await countDeliveries(db, { campaignId });
    return { plan, campaign, counts, outcome: await announcementOutcome(db, planId) };
  },
  words: (words, { plan, campaign, counts, outcome }) => progress(words, plan, campaign, counts, outcome),
});
