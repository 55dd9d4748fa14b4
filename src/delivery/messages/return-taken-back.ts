/** The board takes a return back: the report stays as it was sent. */
import { z } from "zod";
import { returnTakenBack } from "../../chat/features/review/unit-view.ts";
import { holders, message } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";
import { isNewest, readReport } from "./about-report.ts";

export const kind = message({
  audience: holders,
  hours: "day",
  about: z.object({ unitId: id }),
  /** Stale once a newer version was sent. */
  async facts(at, one) {
    const about = await readReport(at, one);
    return about && isNewest(about.report) ? about : null;
  },
  words: (words, facts) => plain(returnTakenBack(words, facts)),
});
