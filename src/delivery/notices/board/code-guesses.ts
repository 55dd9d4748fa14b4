/** Codes were guessed from many accounts: none is taken for a while. */
import { z } from "zod";
import { notice } from "../../notice.ts";

const moment = z.coerce.date();

export const kind = notice({
  audience: "board",
  about: z.object({ facts: z.object({ count: z.number(), since: moment, until: moment }) }),
  facts: async (_, { facts }) => facts,
  words: (words, { count, since, until }) => ({
    text: words.t("people-guesses", {
      count: String(count),
      from: words.moment(since),
      until: words.moment(until),
    }),
  }),
});
