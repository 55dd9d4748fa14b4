import { z } from "zod";
import { campaignSteps } from "../../../cases/sending/steer-campaign.ts";
import { action, id } from "../../actions.ts";

/** Under the progress and the outcome of a broadcast; the id of the campaign comes first. */
export const campaignActions = {
  step: action("c-step", "plan.publish", [id, z.enum(campaignSteps)]),
  /** Ending is for good: it is asked once more. */
  askStop: action("c-stop", "plan.publish", [id]),
  /** The question again left. */
  keep: action("c-keep", "plan.publish", [id]),
  /** Who got it, who did not and why, as a table. */
  file: action("c-file", "plan.read", [id]),
  /** Who has not taken note two working days after it was sent: plan, page. */
  silent: action("c-silent", "plan.read", [id, id]),
};
