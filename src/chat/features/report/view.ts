import type { Next } from "../../../domain/form/advance.ts";
import type { Change } from "../../../domain/form/compare.ts";
import type { Answer, DraftState } from "../../../domain/form/draft.ts";
import type { Field, Form } from "../../../domain/form/form.ts";
import { shareText, valueText } from "../../../domain/form/values.ts";
import { isInTime } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ReportWork, SentReport } from "../../../store/drafts.ts";
import { type Button, inRows, lines, type Screen, shorten } from "../../screen.ts";
import { historyActions } from "../history/actions.ts";
import { paperActions } from "../paper/actions.ts";
import { dueText, planShort } from "../plans/names.ts";
import { changeLines } from "../review/parts.ts";
import { reportActions } from "./actions.ts";

/** Ready answers for a question about days: what most people mean most of the time. */
export const quickDays = ["today", "yesterday"] as const;

type Work = Pick<
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

/** One question: where we are, what was understood of the last answer, the question, its buttons. */
export function question(
  words: Words,
  work: Work,
  next: Extract<Next, { kind: "ask" }>,
  last: Answered | null,
): Screen {
  const { field, index, total } = next;
  const place = words.t("report-place", {
    index,
    total,
    plan: planShort(words, plan(work)),
    unit: work.unitName,
  });
  const due =
    index === 1 && work.effectiveDueBefore ? words.t("report-due", { until: dueText(words, work) }) : null;
  return {
    text: lines(
      place,
      due,
      last &&
        words.t("report-understood", {
          label: last.field.label,
          value:
            last.value === null ? words.t("report-skipped") : shorten(valueText(last.field, last.value), 120),
        }),
      next.conflict && words.problem(next.conflict),
      ...mendLines(words, work, field.key),
      "",
      field.title,
      field.hint,
      next.answer && words.t("report-present", { value: shorten(valueText(field, next.answer.value), 300) }),
      field.kind === "files" && next.answer?.value ? words.t("report-files-more") : null,
    ),
    buttons: [...answerButtons(words, work.obligationId, field), moveButtons(words, work.obligationId, next)],
  };
}

/** Why the board asks again: at the question concerned, or the common reason. */
function mendLines(words: Words, { mend }: Work, key: string): string[] {
  const concerned = mend?.fields.find((one) => one.key === key);
  const why = concerned?.why ?? (concerned || mend?.fields.length === 0 ? mend?.reason : null);
  return why ? [words.t("report-mend-why", { why })] : [];
}

export interface Answered {
  field: Field;
  value: Answer["value"];
}

function answerButtons(words: Words, obligationId: number, field: Field): Button[][] {
  if (field.kind === "choice") {
    return field.options.map((option, place): Button[] => [
      { text: shorten(option.label, 60), data: reportActions.option.data(obligationId, field.key, place) },
    ]);
  }
  if (field.kind === "days" && field.notAfterToday) {
    return [
      quickDays.map((day, place) => ({
        text: words.t(`report-quick-${day}`),
        data: reportActions.quick.data(obligationId, field.key, place),
      })),
    ];
  }
  return [];
}

function moveButtons(words: Words, obligationId: number, next: Extract<Next, { kind: "ask" }>): Button[] {
  const { field } = next;
  const tap = (what: "skip" | "back" | "done" | "keep" | "nil" | "review"): Button => ({
    text: words.t(`report-${what}`),
    data: reportActions.tap.data(obligationId, field.key, what === "keep" ? "done" : what),
  });
  const files = field.kind === "files" && Array.isArray(next.answer?.value) && next.answer.value.length > 0;
  return [
    ...(next.canBack ? [tap("back")] : []),
    ...(next.answer && next.answer.value !== null
      ? [tap(field.kind === "files" ? "done" : "keep")]
      : next.canSkip && !files
        ? [tap("skip")]
        : []),
    ...(next.canNil ? [tap("nil")] : []),
    ...(next.canReview ? [tap("review")] : []),
  ];
}

/** Everything that was answered, before it is sent. */
export function review(
  words: Words,
  work: Work & { revision: number; proposes: boolean },
  next: Extract<Next, { kind: "review" }>,
): Screen {
  const send: Button = {
    text: words.t(work.proposes ? "hand-over-propose" : "report-send"),
    data: reportActions.send.data(work.obligationId, work.revision),
  };
  const list = next.lines.map(
    ({ field, answer }, i) =>
      `${i + 1}. ${field.label}: ${answer ? shorten(valueText(field, answer.value), 260) : words.t("report-unanswered")}`,
  );
  const numbers = next.lines.map(
    ({ field }, i): Button => ({
      text: words.t("report-change-one", { number: String(i + 1) }),
      data: reportActions.jump.data(work.obligationId, field.key),
    }),
  );
  return {
    text: lines(
      words.t("report-review-head", { plan: planShort(words, plan(work)), unit: work.unitName }),
      "",
      ...list,
      "",
      words.t(next.missing.length > 0 ? "report-review-missing" : "report-review-ask", {
        count: next.missing.length,
      }),
    ),
    buttons: [...(next.missing.length > 0 ? [] : [[send]]), ...inRows(numbers, 5)],
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
          `${field.label}: ${shorten(valueText(field, sent.answers[field.key]?.value ?? null), 700)}`,
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

/** "Triệu tập 47, dự học 45 (95,7%), cam kết 45.": the whole numbers of a report on one line. */
export function figuresOf(form: Form, answers: DraftState["answers"]): string | null {
  const parts = form.fields.flatMap((field) => {
    const value = answers[field.key]?.value;
    if (field.kind !== "integer" || typeof value !== "number") return [];
    const whole = field.notMoreThan ? answers[field.notMoreThan]?.value : undefined;
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

const plan = (work: { planNumber: string | null; planTitle: string }) => ({
  number: work.planNumber,
  title: work.planTitle,
});
