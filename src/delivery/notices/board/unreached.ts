/** Whom a round of reminders did not reach. */
import { z } from "zod";
import { unreached } from "../../../chat/features/campaign/view.ts";
import { findCampaign, unreachedOf } from "../../../store/sending/campaigns.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ campaignId: id }),
  async facts({ db }, { campaignId }) {
    const campaign = await findCampaign(db, campaignId);
    return campaign && { campaign, people: await unreachedOf(db, campaignId) };
  },
  words: (words, { campaign, people }) => unreached(words, people, campaign),
});
