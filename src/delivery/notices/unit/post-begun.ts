/** To the new holder of a post: what is open has come to them. */
import { z } from "zod";
import { notice } from "../../notice.ts";

export const kind = notice({
  audience: "writers",
  about: z.object({
    facts: z.object({ from: z.string(), unit: z.string(), open: z.number(), drafts: z.number() }),
  }),
  facts: async (_, { facts }) => facts,
  words: (words, facts) => ({ text: words.t("hand-over-post-begun", facts) }),
});
