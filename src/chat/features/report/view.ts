import type { Next } from "../../../domain/form/advance.ts";
import type { Change } from "../../../domain/form/compare.ts";
import type { Field } from "../../../domain/form/form.ts";
import type { Words } from "../../../i18n.ts";
import { planOwed } from "../../phrases/plan.ts";
import { changeLines } from "../../phrases/report.ts";
import { figuresOf, isLate, outageLine, type Sent, type Work } from "../../phrases/sent-report.ts";
import { listed } from "../../questions/answers.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { historyActions } from "../history/actions.ts";
import { paperActions } from "../paper/actions.ts";
import { reportActions } from "./actions.ts";

/** Somebody else of the unit is writing this report. */
export function held(
  words: Words,
  work: Work & { by: string; since: Date },
  next: Extract<Next, { kind: "review" }>,
  whole: boolean,
): Screen {
  return {
    text: lines(
      words.t("report-held", {
        name: work.by,
        plan: planOwed(words, work),
        unit: work.unitName,
      }),
      words.t("report-held-so-far", {
        answered: next.answered,
        total: next.total,
        moment: words.moment(work.since),
      }),
      ...(whole ? ["", ...listed(words, next, 0)] : []),
    ),
    buttons: [
      [
        ...(whole
          ? []
          : [{ text: words.t("report-held-see"), data: reportActions.see.data(work.obligationId) }]),
        { text: words.t("report-held-take"), data: reportActions.take.data(work.obligationId) },
      ],
    ],
  };
}

/** A file that came while no question asked for one. */
export function fileAsk(words: Words, owed: readonly Choice[], count: number, asked: number): Screen {
  return {
    text: words.t("report-file-ask", { count }),
    buttons: [
      ...owed.slice(0, 10).map((one): Button[] => [
        {
          text: shorten(`${planOwed(words, one)}, ${one.unitName}`, 60),
          data: reportActions.isReport.data(one.id),
        },
      ]),
      [{ text: words.t("report-file-other"), data: reportActions.isOther.data(asked) }],
    ],
  };
}

/** A deputy's finished report waits for the secretary. */
export function proposed(words: Words, work: Work, to: string): Screen {
  return { text: words.t("hand-over-proposed-to", { to, plan: planOwed(words, work) }) };
}

/**
 * *Phiếu tiếp nhận*. The hash is that of the answers, shortened: the whole one, and that of the files once they have
 * arrived, are behind the look-up code.
 */
export function receipt(words: Words, work: Sent, changes: readonly Change[] = []): Screen {
  const { sent } = work;
  const late = isLate(work);
  const figures = figuresOf(work.form, sent.answers);
  return {
    text: lines(
      words.t("report-receipt", { unit: work.unitName }),
      words.t("report-receipt-when", {
        plan: planOwed(words, work),
        version: String(sent.version),
        moment: words.moment(sent.submittedAt),
        timeliness: words.t(late ? "report-late" : "report-in-time"),
      }),
      sent.outage && outageLine(words, sent.outage),
      sent.nil ? words.t("report-nil-said") : figures,
      changes.length > 0 && words.t("review-changes", { version: String(sent.version - 1) }),
      ...changeLines(words, changes, 5),
      words.t("report-code", { code: sent.code }),
      words.t("report-sha256", { sha256: sent.sha256.slice(0, 16) }),
      sent.signedDue && words.t("report-unsigned", { until: words.until(sent.signedDue) }),
      words.t("report-thanks"),
    ),
    buttons: [
      [
        { text: words.t("report-look"), data: reportActions.look.data(work.obligationId) },
        ...(sent.review === "accepted"
          ? []
          : [{ text: words.t("report-again"), data: reportActions.again.data(work.obligationId) }]),
        { text: words.t("paper-print"), data: paperActions.print.data(work.obligationId) },
      ],
      sent.signedDue
        ? [{ text: words.t("signed-button"), data: historyActions.sign.data(work.obligationId) }]
        : [],
    ],
  };
}

export function stray(words: Words, obligationId: number, field: Field): Screen {
  return {
    text: words.t("report-stray", { label: field.label }),
    buttons: [
      [
        { text: words.t("report-stray-take"), data: reportActions.takeStray.data(obligationId, field.key) },
        { text: words.t("report-stray-drop"), data: reportActions.dropStray.data(obligationId) },
      ],
    ],
  };
}

export interface Choice {
  id: number;
  planNumber: string | null;
  planTitle: string;
  unitName: string;
}

/** Which report, where a person owes several. */
export function choose(words: Words, owed: readonly Choice[]): Screen {
  if (owed.length === 0) return { text: words.t("report-none") };
  return {
    text: words.t("report-choose"),
    buttons: owed.slice(0, 20).map((one): Button[] => [
      {
        text: shorten(`${planOwed(words, one)}, ${one.unitName}`, 60),
        data: reportActions.open.data(one.id),
      },
    ]),
  };
}
