/** The date of a return comes near, or has passed. */
import { z } from "zod";
import { mendingReminder } from "../../chat/features/review/unit-view.ts";
import { holders, message } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";
import { readReport } from "./about-report.ts";

export const kind = message({
  audience: holders,
  hours: "working-day",
  about: z.object({ unitId: id }),
  /** Stale once it was mended or the return taken back. */
  async facts(at, one) {
    const about = await readReport(at, one);
    const returned = about?.report.returned;
    return about?.open && returned ? { ...about, returned } : null;
  },
  words: (words, facts, now) => plain(mendingReminder(words, facts, now)),
});
