/** To whoever held a post: it has passed on. */
import { z } from "zod";
import { notice } from "../../notice.ts";

export const kind = notice({
  audience: "writers",
  about: z.object({ facts: z.object({ title: z.string(), unit: z.string(), next: z.string() }) }),
  facts: async (_, { facts }) => facts,
  words: (words, facts) => ({ text: words.t("hand-over-post-ended", facts) }),
});
