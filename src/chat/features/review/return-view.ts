/** Writing a return: which questions, why, by when; and the question that asks for a reason. */
import type { Returning } from "../../../cases/review/return-report.ts";
import { fieldOf } from "../../../domain/form/form.ts";
import { valueText } from "../../../domain/form/values.ts";
import type { Words } from "../../../i18n.ts";
import { reportPlan } from "../../phrases/report.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { returnActions } from "./actions.ts";

const FIELDS_PAGE = 20;
/** Choices of a date, in working days from today. */
const DAY_CHOICES = [1, 2, 3, 5, 10] as const;

const head = (words: Words, { report }: Returning) =>
  words.t("return-head", { unit: report.unitName, plan: reportPlan(words, report) });

/** Tap the questions concerned. */
export function chooseFields(words: Words, about: Returning, page: number): Screen {
  const fields = about.report.form.fields
    .map((field, at) => ({ field, number: at + 1 }))
    .filter(({ field }) => field.kind !== "computed");
  const from = Math.min(page, Math.floor((fields.length - 1) / FIELDS_PAGE)) * FIELDS_PAGE;
  const chosen = (key: string) => about.fields.some((one) => one.key === key);
  const turn: Button[] = [
    ...(from > 0 ? [{ text: "‹", data: returnActions.fields.data(about.id, from / FIELDS_PAGE - 1) }] : []),
    ...(from + FIELDS_PAGE < fields.length
      ? [{ text: "›", data: returnActions.fields.data(about.id, from / FIELDS_PAGE + 1) }]
      : []),
  ];
  return {
    text: lines(head(words, about), words.t("return-choose")),
    buttons: [
      ...fields.slice(from, from + FIELDS_PAGE).map(({ field, number }): Button[] => {
        const value = shorten(valueText(field, about.report.answers[field.key]?.value ?? null), 30);
        const text = `${chosen(field.key) ? "☑" : "☐"} ${number}. ${field.label}: ${value}`;
        return [
          {
            text: shorten(text, 60),
            data: returnActions.field.data(about.id, field.key, from / FIELDS_PAGE),
          },
        ];
      }),
      turn,
      [
        about.fields.length > 0
          ? {
              text: words.t("return-to-reasons", { count: about.fields.length }),
              data: returnActions.reasons.data(about.id),
            }
          : { text: words.t("return-whole"), data: returnActions.common.data(about.id) },
      ],
      [{ text: words.t("return-drop"), data: returnActions.drop.data(about.id) }],
    ],
  };
}

/** Everything that will be said, before it is. */
export function returnSummary(words: Words, about: Returning, ready: boolean): Screen {
  return {
    text: lines(
      head(words, about),
      ...about.fields.map(
        (one) => concerned(words, about.report, one) ?? words.t("return-no-why", labelOf(about, one.key)),
      ),
      about.reason && words.t("return-common", { reason: about.reason }),
      words.t("return-until", { until: words.until(about.dueBefore) }),
      !ready && words.t("return-needs-why"),
    ),
    buttons: [
      ready ? [{ text: words.t("return-send"), data: returnActions.send.data(about.id) }] : [],
      ...about.fields.map((one): Button[] => [
        {
          text: shorten(words.t("return-why-button", labelOf(about, one.key)), 60),
          data: returnActions.why.data(about.id, one.key),
        },
      ]),
      [{ text: words.t("return-common-button"), data: returnActions.common.data(about.id) }],
      [
        { text: words.t("return-day-button"), data: returnActions.days.data(about.id) },
        ...(about.report.nil
          ? []
          : [{ text: words.t("return-fields-button"), data: returnActions.fields.data(about.id, 0) }]),
      ],
      [{ text: words.t("return-drop"), data: returnActions.drop.data(about.id) }],
    ],
  };
}

export function chooseDay(words: Words, about: Returning, dayIn: (workdays: number) => string): Screen {
  return {
    text: lines(head(words, about), words.t("return-day")),
    buttons: [
      ...DAY_CHOICES.map((count): Button[] => [
        {
          text: words.t("return-in-days", { count, day: dayIn(count) }),
          data: returnActions.inDays.data(about.id, count),
        },
      ]),
      [{ text: words.t("return-other-day"), data: returnActions.otherDay.data(about.id) }],
      [{ text: words.t("return-back"), data: returnActions.summary.data(about.id) }],
    ],
  };
}

/** Asks for the reason at one question, or for one that covers all. */
export function askWhy(words: Words, about: Returning, key: string | null): Screen {
  if (key === null)
    return { text: lines(head(words, about), words.t("return-ask-common", { count: about.fields.length })) };
  const field = fieldOf(about.report.form, key);
  const value = field ? shorten(valueText(field, about.report.answers[key]?.value ?? null), 200) : "";
  const several = about.fields.length > 1 && about.reason === null;
  return {
    text: lines(
      head(words, about),
      words.t("return-ask-why", { ...labelOf(about, key), value }),
      field?.private && words.t("return-why-private"),
    ),
    buttons: several
      ? [
          [
            {
              text: words.t("return-one-for-all", { count: about.fields.length }),
              data: returnActions.common.data(about.id),
            },
          ],
        ]
      : [],
  };
}

/** "• Dự học: ghi 540; nhiều hơn số triệu tập (47)"; null where no reason of its own is written. */
export function concerned(
  words: Words,
  report: Pick<Returning["report"], "form" | "answers">,
  one: { key: string; why: string | null },
): string | null {
  if (one.why === null) return null;
  const field = fieldOf(report.form, one.key);
  const value = field ? valueText(field, report.answers[one.key]?.value ?? null) : "–";
  const label = field?.label ?? one.key;
  // Words are not quoted back: they run into the reason. Numbers, days and choices are.
  return field?.kind === "text" || field?.private || value === "–" || value.length > 40
    ? words.t("return-concerned", { label, why: one.why })
    : words.t("return-concerned-value", { label, value, why: one.why });
}

const labelOf = (about: Returning, key: string) => ({
  label: fieldOf(about.report.form, key)?.label ?? key,
});
