/** Pieces of text about a report that more than one screen shows. */
import type { Change } from "../../domain/form/compare.ts";
import { openFiles } from "../../domain/form/private.ts";
import { answerIn } from "../../domain/form/standing.ts";
import { valueText } from "../../domain/form/values.ts";
import type { Words } from "../../i18n.ts";
import { cameInTime, type ReviewReport } from "../../store/report/reviews.ts";
import { shorten } from "../screen.ts";
import { planShort } from "./plan.ts";

/** "Mã 100-001-1, lần 1, 15:42 thứ Hai, 22/4/2024: đúng hạn" */
export function reportLine(words: Words, report: ReviewReport, now: Date): string {
  return words.t("report-whole-when", {
    code: report.code,
    version: String(report.version),
    moment: words.moment(report.submittedAt),
    timeliness: words.t(cameInTime(report, now) ? "report-in-time" : "report-late"),
  });
}

export const reportPlan = (words: Words, report: Pick<ReviewReport, "plan">) => planShort(words, report.plan);

/** Every answer on a line of its own, each at most so long. */
export function answerLines(words: Words, report: ReviewReport, most: number): string[] {
  if (report.nil) return [words.t("report-nil-said")];
  return report.form.fields.map((field, i) => {
    const answer = answerIn(report.form, report.answers, field);
    const reason = answer?.reason && !field.private ? ` (${shorten(answer.reason, most)})` : "";
    return `${i + 1}. ${field.label}: ${shorten(valueText(field, answer?.value ?? null), most)}${reason}`;
  });
}

export function changeLines(words: Words, changes: readonly Change[], most: number): string[] {
  const shown = changes.slice(0, most).map((change) =>
    words.t("review-change", {
      label: change.label,
      before: shorten(change.before, 200),
      after: shorten(change.after, 200),
    }),
  );
  return changes.length > most
    ? [...shown, words.t("common-and-more", { count: changes.length - most })]
    : shown;
}

/** What the board thinks of it, in the words of the one who looks: "Ban đã chấp nhận". */
export const stateText = (words: Words, review: ReviewReport["review"]) => words.t(`review-state-${review}`);

/** "Bản có chữ ký gửi sau: 3 tệp, nhận lúc …", or by when it may follow; null where neither is so. */
export function signedLine(words: Words, report: ReviewReport): string | null {
  const signed = report.files.filter((file) => file.addedAt !== null);
  const [first] = signed;
  if (first?.addedAt)
    return words.t("review-signed", { count: signed.length, moment: words.moment(first.addedAt) });
  return report.signedDue ? words.t("review-unsigned", { until: words.until(report.signedDue) }) : null;
}

/** Files that nobody could look at may bear a mark of secrecy: staff are to see. Names of private ones stay unsaid. */
export function unseenLine(words: Words, report: ReviewReport): string | null {
  const unseen = report.files.filter((file) => file.unseen);
  if (unseen.length === 0) return null;
  const open = openFiles(report.form, unseen).map((file) => shorten(file.name, 60));
  const hidden = unseen.length - open.length;
  const files = [...open, ...(hidden > 0 ? [words.t("review-unseen-private", { count: hidden })] : [])];
  return words.t("review-unseen", { files: files.join("; ") });
}
