/** The question about a report that was left half-way. */
import { z } from "zod";
import { draftNudge } from "../../chat/features/report/nudge-view.ts";
import { nextOf } from "../../domain/form/advance.ts";
import { findReportWork } from "../../store/report/drafts.ts";
import { findSubject } from "../../store/sending/rounds.ts";
import { holders, message } from "../message.ts";
import { plain } from "../outgoing.ts";
import { id } from "../unreadable.ts";

export const kind = message({
  audience: holders,
  hours: "day",
  about: z.object({ unitId: id }),
  /** Stale where it was gone on with, sent or handed over since. */
  async facts({ db }, { id, personId, reader }) {
    const subject = await findSubject(db, id);
    if (!subject) return null;
    const work = await findReportWork(db, subject.obligationId);
    if (!work?.draft || work.planState !== "published") return null;
    if (work.state !== "open" || work.sent?.review === "accepted") return null;
    const { holderId, updatedAt, state } = work.draft;
    if (holderId !== personId || updatedAt > subject.writtenAt) return null;
    const next = nextOf(work.form, { ...state, cursor: "review" });
    return next.kind === "review" ? { work, next, addressee: reader } : null;
  },
  words: (words, { work, next, addressee }) => plain(draftNudge(words, work, next, addressee)),
});
