import { hasPrivate, mayReadPrivately } from "../../cases/page/read-privately.ts";
import type { Words } from "../../i18n.ts";
import type { Who } from "../../store/people/people.ts";
import type { ReviewReport } from "../../store/report/reviews.ts";
import { reviewActions } from "../features/review/actions.ts";
import type { Button } from "../screen.ts";

/** The button at the card of a report that holds something private, for whoever may read it. */
export function readPrivatelyButton(words: Words, who: Who, report: ReviewReport): Button[] {
  return hasPrivate(report) && mayReadPrivately(who, report)
    ? [{ text: words.t("read-private"), data: reviewActions.privately.data(report.id) }]
    : [];
}
