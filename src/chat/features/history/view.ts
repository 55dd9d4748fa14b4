import type { Change } from "../../../domain/form/compare.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { ReviewReport } from "../../../store/report/reviews.ts";
import { planOwed } from "../../phrases/plan.ts";
import {
  answerLines,
  changeLines,
  reportLine,
  reportPlan,
  signedLine,
  stateText,
} from "../../phrases/report.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { reportActions } from "../report/actions.ts";
import { verifyAction } from "../verify/actions.ts";
import { historyActions } from "./actions.ts";

const PAGE = 6;

/** What was sent, the newest first. */
export function history(
  words: Words,
  sent: readonly ObligationRow[],
  page: number,
  withUnit: boolean,
): Screen {
  if (sent.length === 0) return { text: words.t("history-none") };
  const from = Math.min(page, Math.floor((sent.length - 1) / PAGE)) * PAGE;
  const shown = sent.slice(from, from + PAGE);
  const turn: Button[] = [
    ...(from > 0 ? [{ text: "‹", data: historyActions.page.data(from / PAGE - 1) }] : []),
    ...(from + PAGE < sent.length ? [{ text: "›", data: historyActions.page.data(from / PAGE + 1) }] : []),
  ];
  return {
    text: lines(
      words.t("history-head", { count: sent.length }),
      "",
      shown.map((row, i) => block(words, row, from + i + 1, withUnit)).join("\n\n"),
    ),
    buttons: [
      ...shown.map((row, i): Button[] => [
        {
          text: shorten(`${from + i + 1}. ${planOwed(words, row)}`, 60),
          data: historyActions.one.data(row.reportId ?? 0),
        },
      ]),
      turn,
    ],
  };
}

function block(words: Words, row: ObligationRow, number: number, withUnit: boolean): string {
  return lines(
    words.t("history-one", {
      number: String(number),
      plan: planOwed(words, row),
      moment: row.reportSentAt ? words.moment(row.reportSentAt) : "",
    }),
    withUnit && words.t("tasks-unit", { unit: row.unitName }),
    words.t("history-code", {
      code: row.reportCode ?? "",
      version: String(row.reportVersion ?? 1),
      timeliness: words.t(row.inTime === false ? "report-late" : "report-in-time"),
    }),
    row.reportReview && stateText(words, row.reportReview),
  );
}

/** One version in full, with what it changed. */
export function sentVersion(
  words: Words,
  report: ReviewReport,
  changes: readonly Change[] | null,
  earlierId: number | null,
  now: Date,
): Screen {
  const newest = report.newest === report.version;
  const signs = newest && !report.nil && report.form.fields.some((field) => field.kind === "files");
  return {
    text: lines(
      words.t("report-whole", { unit: report.unitName, plan: reportPlan(words, report) }),
      reportLine(words, report, now),
      newest ? stateText(words, report.review) : words.t("review-older", { version: String(report.newest) }),
      "",
      ...answerLines(words, report, 500),
      changes &&
        changes.length > 0 &&
        `\n${words.t("review-changes", { version: String(report.version - 1) })}`,
      ...(changes ? changeLines(words, changes, 12) : []),
      signedLine(words, report),
    ),
    buttons: [
      newest && report.review === "awaiting"
        ? [{ text: words.t("report-again"), data: reportActions.again.data(report.obligationId) }]
        : newest && report.review === "returned"
          ? [{ text: words.t("returned-mend"), data: reportActions.open.data(report.obligationId) }]
          : [],
      signs ? [{ text: words.t("signed-button"), data: historyActions.sign.data(report.obligationId) }] : [],
      [
        { text: words.t("history-receipt"), data: verifyAction.data(report.id) },
        ...(earlierId === null
          ? []
          : [
              {
                text: words.t("history-version", { version: String(report.version - 1) }),
                data: historyActions.one.data(earlierId),
              },
            ]),
      ],
    ],
  };
}
