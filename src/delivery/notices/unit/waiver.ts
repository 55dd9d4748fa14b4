/** A unit owes nothing this time, or again. */
import { z } from "zod";
import { waiverWord } from "../../../chat/features/remind/waiver-view.ts";
import { findWaiver } from "../../../store/plan/waivers.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "unit",
  about: z.object({ waiverId: id }),
  facts: ({ db }, { waiverId }) => findWaiver(db, waiverId),
  words: (words, { plan, owed, liftedAt }) => waiverWord(words, plan, owed, liftedAt),
});
