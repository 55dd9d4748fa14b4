/** What somebody who stopped half-way is asked, once. */
import type { Next } from "../../../domain/form/advance.ts";
import type { Words } from "../../../i18n.ts";
import { dueText, planOwed } from "../../phrases/plan.ts";
import type { Work } from "../../phrases/sent-report.ts";
import { lines, type Screen } from "../../screen.ts";
import { reportActions } from "./actions.ts";

export function draftNudge(
  words: Words,
  work: Work,
  next: Extract<Next, { kind: "review" }>,
  addressee: { title: string; unit: string },
): Screen {
  const { answered, total, missing } = next;
  return {
    text: lines(
      words.t("report-stopped", { plan: planOwed(words, work), answered, total }),
      words.t("announcement-dear", addressee),
      words.t(missing.length > 0 ? "report-stopped-kept" : "report-stopped-whole"),
      work.effectiveDueBefore && words.t("report-stopped-due", { until: dueText(words, work) }),
    ),
    buttons: [[{ text: words.t("report-stopped-on"), data: reportActions.open.data(work.obligationId) }]],
  };
}
