/** A report as it was sent, the same for the unit and for the board. */
import type { DraftState } from "../../domain/form/draft.ts";
import { type Form, isNumeric } from "../../domain/form/form.ts";
import { answerIn } from "../../domain/form/standing.ts";
import { countText, shareText, valueText } from "../../domain/form/values.ts";
import { isInTime } from "../../domain/obligation/status.ts";
import type { Words } from "../../i18n.ts";
import type { ReportWork, SentReport } from "../../store/report/drafts.ts";
import { lines, type Screen, shorten } from "../screen.ts";
import { planOwed } from "./plan.ts";

/** What is known of a report that is written or was sent, whoever shows it. */
export type Work = Pick<
  ReportWork,
  | "obligationId"
  | "unitName"
  | "planNumber"
  | "planTitle"
  | "dueBefore"
  | "effectiveDueBefore"
  | "form"
  | "mend"
>;

export type Sent = Work & { sent: SentReport; firstSentAt: Date | null; returns: ReportWork["returns"] };

export const isLate = ({ sent, firstSentAt, effectiveDueBefore, returns }: Sent) =>
  !isInTime(firstSentAt ?? sent.submittedAt, effectiveDueBefore, returns, sent.submittedAt);

/** The whole report as it was sent, for the unit and for the board. */
export function whole(words: Words, work: Sent): Screen {
  const { sent } = work;
  const late = isLate(work);
  const said = sent.nil
    ? [words.t("report-nil-said")]
    : work.form.fields.map(
        (field) =>
          `${field.label}: ${shorten(valueText(field, answerIn(work.form, sent.answers, field)?.value ?? null), 700)}`,
      );
  return {
    text: lines(
      words.t("report-whole", { unit: work.unitName, plan: planOwed(words, work) }),
      words.t("report-whole-when", {
        code: sent.code,
        version: String(sent.version),
        moment: words.moment(sent.submittedAt),
        timeliness: words.t(late ? "report-late" : "report-in-time"),
      }),
      sent.outage && outageLine(words, sent.outage),
      "",
      ...said,
    ),
  };
}

/** Why a report counts as in time though it came after its deadline. */
export const outageLine = (words: Words, gone: { from: Date; until: Date }): string =>
  words.t("outage-counted", { from: words.moment(gone.from), until: words.moment(gone.until) });

/** "Triệu tập 47, dự học 45 (95,7%), cam kết 45.": the numbers of a report, and how long its lists are, on one line. */
export function figuresOf(form: Form, answers: DraftState["answers"]): string | null {
  const parts = form.fields.flatMap((field) => {
    const value = answers[field.key]?.value;
    if (field.kind === "group" && !field.private && Array.isArray(value))
      return [`${field.label} ${countText(field, value.length)}`];
    if (!isNumeric(field) || field.private || typeof value !== "number") return [];
    const whole =
      field.kind === "integer" && field.notMoreThan ? answers[field.notMoreThan]?.value : undefined;
    const share = typeof whole === "number" && whole > 0 ? ` (${shareText(value, whole)})` : "";
    return [`${field.label} ${valueText(field, value)}${share}`];
  });
  const [first, ...rest] = parts;
  return first ? `${[first, ...rest.map(lowered)].join(", ")}.` : null;
}

const lowered = (text: string) => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
