/** The signed copy of a report is awaited. */
import { z } from "zod";
import { signedReminder } from "../../chat/features/review/unit-view.ts";
import { holders, message } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";
import { readReport } from "./about-report.ts";

export const kind = message({
  audience: holders,
  hours: "working-day",
  about: z.object({ unitId: id }),
  /** Stale once it has come. */
  async facts(at, one) {
    const about = await readReport(at, one);
    const signedDue = about?.report.signedDue ?? null;
    if (!about || signedDue === null || about.report.files.some((file) => file.addedAt !== null)) return null;
    return { ...about, signedDue };
  },
  words: (words, facts) => plain(signedReminder(words, facts)),
});
