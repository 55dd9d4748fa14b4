/** What the plan's owner is told while a plan is on its way: progress, new reports, the closing summary. */
import { meansNo } from "../../../domain/form/read/words.ts";
import { shareText } from "../../../domain/form/values.ts";
import { countedAt } from "../../../domain/obligation/period.ts";
import { tally } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { WholePlan } from "../../../store/plan/plans.ts";
import type { BoardReport } from "../../../store/report/reports.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { planActions } from "../plans/actions.ts";
import { sentOf } from "../plans/figures.ts";
import { ofPeriod, periodText, planName, planShort } from "../plans/names.ts";
import { figuresOf, outageLine } from "../report/view.ts";
import { reviewActions } from "../review/actions.ts";

const MOST_REPORTS = 12;

/** Reports that came within ten minutes, a line or two each. */
export function newReports(
  words: Words,
  plan: WholePlan,
  fresh: readonly BoardReport[],
  owed: readonly ObligationRow[],
  now: Date,
): Screen {
  const { present, period } = countedAt(owed, now);
  const counts = tally(present);
  const shown = fresh.slice(-MOST_REPORTS);
  return {
    text: lines(
      words.t("board-reports", { plan: planShort(words, plan), count: fresh.length }),
      words.t("board-so-far", {
        period: period ? periodText(words, period) : "none",
        ...sentOf(counts),
      }),
      fresh.length > shown.length && words.t("common-and-more", { count: fresh.length - shown.length }),
      ...shown.map((one) => reportLine(words, one)),
    ),
    buttons: [
      ...shown.map((one): Button[] => [
        {
          text: shorten(words.t("board-read", { unit: one.unitName }), 60),
          data: planActions.report.data(one.obligationId),
        },
      ]),
      [
        { text: words.t("board-review"), data: reviewActions.queue.data(plan.id, 0) },
        { text: words.t("plans-status"), data: planActions.status.data(plan.id) },
      ],
    ],
  };
}

function reportLine(words: Words, one: BoardReport): string {
  const when = words.t(one.inTime ? "report-in-time" : "report-late");
  const version = one.version > 1 ? words.t("board-version", { version: String(one.version) }) : "";
  if (one.nil)
    return words.t("board-line", {
      unit: one.unitName,
      when,
      version,
      said: [words.t("board-nil"), one.outage && outageLine(words, one.outage)].filter(Boolean).join(" "),
    });
  const troubles = one.form.fields
    .filter((field) => field.kind === "text" && !field.required && !field.private)
    .flatMap((field) => {
      const value = one.answers[field.key]?.value;
      return typeof value === "string" && value !== "" && !meansNo(value)
        ? `${field.label}: ${ended(shorten(value, 120))}`
        : [];
    });
  const outage = one.outage && outageLine(words, one.outage);
  const signed = one.files > 0 ? words.t("board-signed") : null;
  const said = [figuresOf(one.form, one.answers), ...troubles, signed, outage].filter(Boolean).join(" ");
  return words.t("board-line", { unit: one.unitName, when, version, said: shorten(said, 320) });
}

const ended = (text: string) => (/[.!?…]$/.test(text.trim()) ? text : `${text.trim()}.`);

/** The last unit has reported. @param period '' where it happens once */
export function closing(
  words: Words,
  plan: WholePlan,
  owed: readonly ObligationRow[],
  period: string,
): Screen {
  const counts = tally(owed);
  const late = owed.filter((one) => one.status === "done-late").map((one) => one.unitName);
  return {
    text: lines(
      words.t("board-closing", {
        plan: ofPeriod(words, planName(words, plan), period),
        expected: counts.expected,
      }),
      words.t("board-closing-rates", {
        inTime: counts["done-in-time"],
        late: counts["done-late"],
        share: shareText(counts["done-in-time"], counts.expected),
      }),
      late.length > 0 && words.t("board-closing-late", { names: shorten(late.join("; "), 1_000) }),
    ),
    buttons: [
      [
        { text: words.t("plans-status"), data: planActions.status.data(plan.id) },
        {
          text: words.t("plans-reports", { count: counts.done }),
          data: planActions.reports.data(plan.id, 0),
        },
      ],
    ],
  };
}
