/** What is private was filled in on the page: the chat goes on by itself, with what is left or with the review. */
import { z } from "zod";
import { mustPropose } from "../../../cases/report/propose-report.ts";
import { isHeldByOther } from "../../../cases/report/write-report.ts";
import { reportActions } from "../../../chat/features/report/actions.ts";
import { review } from "../../../chat/questions/answers.ts";
import { nextOf } from "../../../domain/form/advance.ts";
import { writesFor } from "../../../domain/people/reach.ts";
import { findWhoByPerson } from "../../../store/people/people.ts";
import { findReportWork } from "../../../store/report/drafts.ts";
import { notice } from "../../notice.ts";
import { id } from "../../unreadable.ts";

export const kind = notice({
  audience: "writers",
  about: z.object({ obligationId: id }),
  /** Stale where it was sent, or has come to somebody else, meanwhile. */
  async facts({ db }, { obligationId }, { personId }) {
    const work = await findReportWork(db, obligationId);
    const by = await findWhoByPerson(db, personId);
    if (!work?.draft || !by || !writesFor(by, work) || isHeldByOther(work.draft, by)) return null;
    return { work, draft: work.draft, proposes: mustPropose(by, work) };
  },
  words(words, { work, draft, proposes }) {
    const next = nextOf(work.form, draft.state);
    if (next.kind !== "review")
      return {
        text: words.t("report-private-filled"),
        buttons: [[{ text: words.t("hand-over-go-on"), data: reportActions.open.data(work.obligationId) }]],
      };
    const screen = review(words, { ...work, revision: draft.revision, proposes }, next);
    return { ...screen, text: `${words.t("report-private-filled")}\n\n${screen.text}` };
  },
});
