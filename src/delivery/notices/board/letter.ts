/** A signed letter that urges, as the one who handed it in sees it. */
import { z } from "zod";
import { letterCard } from "../../../chat/features/remind/nudge-view.ts";
import { Problem, problemCodes } from "../../../domain/problem.ts";
import { findLetter } from "../../../store/reminder/letters.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

const Refused = z.object({
  code: z.enum(problemCodes),
  vars: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const kind = notice({
  audience: "board",
  about: z.object({ letterId: id }),
  facts: ({ db }, { letterId }) => findLetter(db, letterId),
  words(words, { checkedAt, problem, ...letter }) {
    const refused = Refused.safeParse(problem);
    return letterCard(words, {
      ...letter,
      checked: checkedAt !== null,
      problem: refused.success ? words.problem(new Problem(refused.data.code, refused.data.vars)) : null,
    });
  },
});
