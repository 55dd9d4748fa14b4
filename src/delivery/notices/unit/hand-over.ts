/** What people of a unit tell one another about one thing owed; nothing any more once the reader has left the unit. */
import { z } from "zod";
import { type HandOverKind, told } from "../../../chat/features/hand-over/view.ts";
import { holdsPost } from "../../../store/people/posts.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { type Notice, notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

/** @param facts what was written down when it was opened */
export function handOver<Said extends Record<string, string | number>>(
  kind: Exclude<HandOverKind, "post_ended" | "post_begun">,
  facts: z.ZodType<Said>,
): Notice {
  return notice({
    audience: "writers",
    about: z.object({ obligationId: id, facts }),
    async facts({ db, now }, about, { personId }) {
      const [owed] = await findObligations(db, { ids: [about.obligationId] }, now);
      return owed && (await holdsPost(db, personId, owed.unitId)) ? { said: about.facts, owed } : null;
    },
    words(words, { said, owed }, now) {
      const left = owed.effectiveDueBefore ? words.left(owed.effectiveDueBefore, now) : null;
      return told(words, kind, said, owed, left);
    },
  });
}
