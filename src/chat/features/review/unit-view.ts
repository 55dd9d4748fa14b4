/** What the people of a unit are told after they have sent a report; wordings as the committee's letters have them. */
import { fieldOf } from "../../../domain/form/form.ts";
import type { Words } from "../../../i18n.ts";
import type { ReviewReport } from "../../../store/report/reviews.ts";
import { cameInTime } from "../../../store/report/reviews.ts";
import { planName } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, unbroken } from "../../screen.ts";
import { historyActions } from "../history/actions.ts";
import { reportActions } from "../report/actions.ts";
import { askBoard } from "./actions.ts";
import { concerned } from "./return-view.ts";

export interface ToUnit {
  report: ReviewReport;
  addressee: { title: string; unit: string };
}

type Returned = ToUnit & { returned: NonNullable<ReviewReport["returned"]> };

const contact = (words: Words, { plan }: ReviewReport) =>
  words.t("reminder-contact", { name: plan.owner.name, phone: unbroken(plan.owner.phone) });

const buttons = (words: Words, report: ReviewReport): Button[][] => [
  [
    { text: words.t("returned-mend"), data: reportActions.open.data(report.obligationId) },
    { text: words.t("returned-ask"), data: askBoard.data(report.obligationId) },
  ],
];

/** *Đề nghị bổ sung*. */
export function returnedMessage(words: Words, { report, addressee, returned }: Returned, now: Date): Screen {
  const each = returned.fields.map(
    (one) =>
      concerned(words, report, one) ??
      words.t("returned-field", { label: fieldOf(report.form, one.key)?.label ?? one.key }),
  );
  const until = words.until(returned.dueBefore);
  return {
    text: lines(
      words.t("returned-headline", { plan: planName(words, report.plan) }),
      words.t("announcement-dear", addressee),
      words.t(each.length > 0 ? "returned-seen" : "returned-seen-whole", {
        code: report.code,
        count: each.length,
      }),
      ...each,
      returned.reason,
      words.t(
        !cameInTime(report, now) || report.effectiveDueBefore === null
          ? "returned-until"
          : each.length > 0
            ? "returned-until-in-time"
            : "returned-whole-in-time",
        { until },
      ),
      contact(words, report),
    ),
    buttons: buttons(words, report),
  };
}

/** Only the date of the return is reminded, worded for the moment at which it is sent. */
export function mendingReminder(words: Words, { report, addressee, returned }: Returned, now: Date): Screen {
  const plan = planName(words, report.plan);
  const until = words.until(returned.dueBefore);
  const past = now >= returned.dueBefore;
  return {
    text: lines(
      words.t(past ? "mending-late-headline" : "mending-headline", {
        plan,
        left: words.left(returned.dueBefore, now),
      }),
      words.t("announcement-dear", addressee),
      words.t(past ? "mending-late" : "mending", { code: report.code, until, count: returned.fields.length }),
      contact(words, report),
    ),
    buttons: buttons(words, report),
  };
}

export function returnTakenBack(words: Words, { report, addressee }: ToUnit): Screen {
  return {
    text: lines(
      words.t("taken-back-headline", { plan: planName(words, report.plan) }),
      words.t("announcement-dear", addressee),
      words.t("taken-back", { code: report.code }),
    ),
  };
}

export function signedReminder(
  words: Words,
  { report, addressee, signedDue }: ToUnit & { signedDue: Date },
): Screen {
  return {
    text: lines(
      words.t("signed-headline", { plan: planName(words, report.plan) }),
      words.t("announcement-dear", addressee),
      words.t("signed-reminder", { code: report.code, until: words.until(signedDue) }),
    ),
    buttons: [[{ text: words.t("signed-button"), data: historyActions.sign.data(report.obligationId) }]],
  };
}

/** "Hỏi Ban": the plan's owner, with the telephone number. */
export function boardContact(
  words: Words,
  plan: {
    number: string | null;
    title: string;
    kind: string | null;
    owner: { name: string; phone: string | null };
    board: { name: string };
  },
): Screen {
  return {
    text: words.t("returned-contact", {
      plan: planName(words, plan),
      name: plan.owner.name,
      board: plan.board.name,
      phone: unbroken(plan.owner.phone),
    }),
  };
}
