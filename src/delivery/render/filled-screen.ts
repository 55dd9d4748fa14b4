/** What is private was filled in on the page: the chat goes on by itself, with what is left or with the review. */
import { mustPropose } from "../../cases/report/propose-report.ts";
import { isHeldByOther } from "../../cases/report/write-report.ts";
import { reportActions } from "../../chat/features/report/actions.ts";
import { review } from "../../chat/questions/answers.ts";
import type { Screen } from "../../chat/screen.ts";
import { nextOf } from "../../domain/form/advance.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { findWhoByPerson } from "../../store/people/people.ts";
import { findReportWork } from "../../store/report/drafts.ts";
import type { DueNotice } from "../../store/sending/notices.ts";

/** Null where it was sent, or has come to somebody else, meanwhile. */
export async function filledScreen(
  db: Db,
  channel: string,
  words: Words,
  { obligationId, personId }: Pick<DueNotice, "obligationId" | "personId">,
): Promise<Screen | null> {
  const work = await findReportWork(db, obligationId ?? -1);
  const by = await findWhoByPerson(db, channel, personId);
  const mine =
    by?.posts.some((post) => post.unitId === work?.unitId) || by?.acting?.obligationId === obligationId;
  if (!work?.draft || !by || !mine || isHeldByOther(work.draft, by)) return null;
  const next = nextOf(work.form, work.draft.state);
  if (next.kind !== "review")
    return {
      text: words.t("report-private-filled"),
      buttons: [[{ text: words.t("hand-over-go-on"), data: reportActions.open.data(work.obligationId) }]],
    };
  const proposes = mustPropose(by, work);
  const screen = review(words, { ...work, revision: work.draft.revision, proposes }, next);
  return { ...screen, text: `${words.t("report-private-filled")}\n\n${screen.text}` };
}
