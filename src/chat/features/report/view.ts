import type { Next } from "../../../domain/form/advance.ts";
import type { Change } from "../../../domain/form/compare.ts";
import type { DraftState } from "../../../domain/form/draft.ts";
import { type Field, type Form, isNumeric } from "../../../domain/form/form.ts";
import { answerIn } from "../../../domain/form/standing.ts";
import { countText, shareText, valueText } from "../../../domain/form/values.ts";
import { isInTime } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ReportWork, SentReport } from "../../../store/report/drafts.ts";
import { type Button, inRows, lines, type Screen, shorten } from "../../screen.ts";
import { historyActions } from "../history/actions.ts";
import { paperActions } from "../paper/actions.ts";
import { planShort } from "../plans/names.ts";
import { changeLines } from "../review/parts.ts";
import { reportActions } from "./actions.ts";
import { privateButton } from "./private-page.ts";

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

const PAGE = 20;

/** Everything that was answered, before it is sent. Long reports turn pages. */
export function review(
  words: Words,
  work: Work & { revision: number; proposes: boolean },
  next: Extract<Next, { kind: "review" }>,
  twins: readonly string[] = [],
  page = 0,
): Screen {
  const send: Button = {
    text: words.t(work.proposes ? "hand-over-propose" : "report-send"),
    data: reportActions.send.data(work.obligationId, work.revision),
  };
  return {
    text: lines(
      words.t("report-review-head", { plan: planShort(words, plan(work)), unit: work.unitName }),
      "",
      ...listed(words, next, page),
      "",
      twins.length > 0 && words.t("report-twins", { names: shorten(twins.join("; "), 300) }),
      words.t(reviewAsk(next), { count: next.missing.length }),
    ),
    buttons: [
      ...(next.missing.length > 0 ? [] : [[send]]),
      privateButton(words, work.obligationId, next),
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
      words.t("report-list-head", { plan: planShort(words, plan(work)), unit: work.unitName }),
      "",
      ...listed(words, next, page),
      "",
      words.t("report-list-ask"),
    ),
    buttons: [
      privateButton(words, work.obligationId, next),
      ...inRows(numbers(words, work, next, page), 5),
      pages(work, next, page),
    ],
  };
}

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
        plan: planShort(words, plan(work)),
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

function listed(words: Words, next: Extract<Next, { kind: "review" }>, page: number): string[] {
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

/** A file that came while no question asked for one. */
export function fileAsk(words: Words, owed: readonly Choice[], count: number, asked: number): Screen {
  return {
    text: words.t("report-file-ask", { count }),
    buttons: [
      ...owed.slice(0, 10).map((one): Button[] => [
        {
          text: shorten(`${planShort(words, plan(one))}, ${one.unitName}`, 60),
          data: reportActions.isReport.data(one.id),
        },
      ]),
      [{ text: words.t("report-file-other"), data: reportActions.isOther.data(asked) }],
    ],
  };
}

export function nilReview(words: Words, work: Work & { revision: number }): Screen {
  const first = work.form.fields[0]?.key ?? "";
  return {
    text: words.t("report-nil-review", { plan: planShort(words, plan(work)), unit: work.unitName }),
    buttons: [
      [{ text: words.t("report-nil-send"), data: reportActions.send.data(work.obligationId, work.revision) }],
      [{ text: words.t("report-nil-back"), data: reportActions.jump.data(work.obligationId, first) }],
    ],
  };
}

/** A deputy's finished report waits for the secretary. */
export function proposed(words: Words, work: Work, to: string): Screen {
  return { text: words.t("hand-over-proposed-to", { to, plan: planShort(words, plan(work)) }) };
}

type Sent = Work & { sent: SentReport; firstSentAt: Date | null; returns: ReportWork["returns"] };

const isLate = ({ sent, firstSentAt, effectiveDueBefore, returns }: Sent) =>
  !isInTime(firstSentAt ?? sent.submittedAt, effectiveDueBefore, returns, sent.submittedAt);

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
        plan: planShort(words, plan(work)),
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
      words.t("report-whole", { unit: work.unitName, plan: planShort(words, plan(work)) }),
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
        text: shorten(`${planShort(words, plan(one))}, ${one.unitName}`, 60),
        data: reportActions.open.data(one.id),
      },
    ]),
  };
}

export const plan = (work: { planNumber: string | null; planTitle: string }) => ({
  number: work.planNumber,
  title: work.planTitle,
});
