import { hasPrivate } from "../../cases/page/read-privately.ts";
import { mayReadPrivately } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import type { Words } from "../../i18n.ts";
import type { ReviewReport } from "../../store/report/reviews.ts";
import { reviewActions } from "../features/review/actions.ts";
import type { Button } from "../screen.ts";

/** The button at the card of a report that holds something private, for whoever may read it. */
export function readPrivatelyButton(words: Words, who: Who, report: ReviewReport): Button[] {
  return hasPrivate(report) && mayReadPrivately(who, report.plan)
    ? [{ text: words.t("read-private"), data: reviewActions.privately.data(report.id) }]
    : [];
}
