/** What is overdue over all plans of a leader's boards, once a week. */
import { z } from "zod";
import { overdueOfLeader } from "../../../store/reminder/red-list.ts";
import { notice } from "../../notice.ts";
import { redList } from "../words/digest.ts";

export const kind = notice({
  audience: "board",
  about: z.object({}),
  async facts({ db, now }, _, { personId }) {
    const late = await overdueOfLeader(db, personId, now);
    return late.length > 0 ? late : null;
  },
  words: redList,
});
