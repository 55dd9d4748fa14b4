/** Nobody listened for a while: what comes late because of it counts as in time. */
import { z } from "zod";
import { outage } from "../../../chat/features/campaign/view.ts";
import { findOutage } from "../../../store/sending/outages.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "board",
  about: z.object({ outageId: id }),
  facts: ({ db }, { outageId }) => findOutage(db, outageId),
  words: (words, gone) => outage(words, gone, gone.deadlines),
});
