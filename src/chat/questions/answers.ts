/** The answers of a form as they stand: before they are sent, and on the way. A report and a trial show the same. */
import type { Next } from "../../domain/form/advance.ts";
import { valueText } from "../../domain/form/values.ts";
import type { Words } from "../../i18n.ts";
import { reportActions } from "../features/report/actions.ts";
import { planOwed } from "../phrases/plan.ts";
import type { Work } from "../phrases/sent-report.ts";
import { type Button, inRows, lines, type Screen, shorten } from "../screen.ts";

const PAGE = 20;

/** Everything that was answered, before it is sent. Long reports turn pages. */
export function review(
  words: Words,
  work: Work & { revision: number; proposes: boolean },
  next: Extract<Next, { kind: "review" }>,
  duplicates: readonly string[] = [],
  page = 0,
): Screen {
  const send: Button = {
    text: words.t(work.proposes ? "hand-over-propose" : "report-send"),
    data: reportActions.send.data(work.obligationId, work.revision),
  };
  return {
    text: lines(
      words.t("report-review-head", { plan: planOwed(words, work), unit: work.unitName }),
      "",
      ...listed(words, next, page),
      "",
      duplicates.length > 0 && words.t("report-twins", { names: shorten(duplicates.join("; "), 300) }),
      words.t(reviewAsk(next), { count: next.missing.length }),
    ),
    buttons: [
      ...(next.missing.length > 0 ? [] : [[send]]),
      answerPrivatelyButton(words, work.obligationId, next),
      ...inRows(numbers(words, work, next, page), 5),
      pages(work, next, page),
    ],
  };
}

/** What is left to do: to send it; to answer, here or, where nothing else is left, on the page of what is private. */
function reviewAsk({ lines: all, missing }: Extract<Next, { kind: "review" }>) {
  if (missing.length === 0) return "report-review-ask";
  const hidden = all.filter(({ field }) => field.private).map(({ field }) => field.key);
  return missing.every((key) => hidden.includes(key)) ? "report-review-private" : "report-review-missing";
}

/** The answers so far, in the middle of the report: to go to any of them. */
export function list(
  words: Words,
  work: Work,
  next: Extract<Next, { kind: "review" }>,
  page: number,
): Screen {
  return {
    text: lines(
      words.t("report-list-head", { plan: planOwed(words, work), unit: work.unitName }),
      "",
      ...listed(words, next, page),
      "",
      words.t("report-list-ask"),
    ),
    buttons: [
      answerPrivatelyButton(words, work.obligationId, next),
      ...inRows(numbers(words, work, next, page), 5),
      pages(work, next, page),
    ],
  };
}

export function listed(words: Words, next: Extract<Next, { kind: "review" }>, page: number): string[] {
  return next.lines
    .map(({ field, answer }, i) => {
      const value = answer
        ? shorten(valueText(field, answer.value), 180)
        : words.t(
            field.private
              ? "report-private"
              : next.paper && field.kind !== "computed" && !next.missing.includes(field.key)
                ? "report-in-file"
                : "report-unanswered",
          );
      const reason = answer?.reason && !field.private ? ` (${shorten(answer.reason, 80)})` : "";
      return `${i + 1}. ${field.label}: ${value}${reason}`;
    })
    .slice(page * PAGE, (page + 1) * PAGE);
}

function numbers(words: Words, work: Work, next: Extract<Next, { kind: "review" }>, page: number): Button[] {
  return next.lines
    .map(({ field }, i) => ({ field, number: String(i + 1) }))
    .slice(page * PAGE, (page + 1) * PAGE)
    .filter(({ field }) => field.kind !== "computed" && !field.private)
    .map(({ field, number }) => ({
      text: words.t("report-change-one", { number }),
      data: reportActions.jump.data(work.obligationId, field.key),
    }));
}

function pages(work: Work, next: Extract<Next, { kind: "review" }>, page: number): Button[] {
  const turn = (text: string, to: number): Button => ({
    text,
    data: reportActions.list.data(work.obligationId, to),
  });
  return [
    ...(page > 0 ? [turn("‹", page - 1)] : []),
    ...((page + 1) * PAGE < next.lines.length ? [turn("›", page + 1)] : []),
  ];
}

export function nilReview(words: Words, work: Work & { revision: number }): Screen {
  const first = work.form.fields[0]?.key ?? "";
  return {
    text: words.t("report-nil-review", { plan: planOwed(words, work), unit: work.unitName }),
    buttons: [
      [{ text: words.t("report-nil-send"), data: reportActions.send.data(work.obligationId, work.revision) }],
      [{ text: words.t("report-nil-back"), data: reportActions.jump.data(work.obligationId, first) }],
    ],
  };
}

/** The button under the answers of a report that asks something private; none where it does not. */
export function answerPrivatelyButton(
  words: Words,
  obligationId: number,
  next: Extract<Next, { kind: "review" }>,
): Button[] {
  const asks = next.lines.some(({ field }) => field.private && field.kind !== "computed");
  return asks
    ? [{ text: words.t("report-private-open"), data: reportActions.privately.data(obligationId) }]
    : [];
}
