/** The forms of a board, and one of them: its versions, where it is used, what it asks. */
import type { Field, Form } from "../../../domain/form/form.ts";
import { DEFAULT_FORM } from "../../../domain/form/ready/ready-forms.ts";
import type { Words } from "../../../i18n.ts";
import type { FormLine, WholeForm } from "../../../store/form/forms.ts";
import { paged } from "../../paging.ts";
import { planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { formActions as on } from "./actions.ts";

const PAGE = 8;
const MOST_QUESTIONS = 40;
const MOST_PLANS = 8;
const MOST_VERSIONS = 5;

export function formList(words: Words, forms: readonly FormLine[], page: number): Screen {
  const { items, nav } = paged(forms, page, PAGE, on.list, words);
  return {
    text: words.t("forms-head"),
    buttons: [
      ...items.map((form): Button[] => [
        {
          text: shorten(
            words.t(form.retiredAt ? "forms-line-retired" : "forms-line", {
              title: shorten(form.title, 38),
              version: String(form.version),
              plans: form.plans,
            }),
            60,
          ),
          data: on.open.data(form.id),
        },
      ]),
      ...nav,
      [{ text: words.t("forms-bring"), data: on.bring.data() }],
    ],
  };
}

export function formCard(words: Words, form: WholeForm): Screen {
  const { id, versions } = form;
  return {
    text: lines(
      words.t("forms-card", { title: form.title }),
      words.t(form.boardId === null ? "forms-shared" : "forms-own", { key: form.key }),
      form.retiredAt && words.t("forms-retired-since", { moment: words.moment(form.retiredAt) }),
      ...versions.slice(0, MOST_VERSIONS).map((one, i) =>
        words.t(i === 0 ? "forms-version-now" : "forms-version", {
          version: String(one.version),
          moment: words.moment(one.createdAt),
          questions: one.questions,
          plans: one.plans,
          reports: one.reports,
        }),
      ),
      form.usedBy.length === 0
        ? words.t("forms-unused")
        : words.t("forms-used", {
            plans: form.usedBy
              .slice(0, MOST_PLANS)
              .map((plan) => planShort(words, plan))
              .join("; "),
            more: Math.max(0, form.usedBy.length - MOST_PLANS),
          }),
      "",
      ...questionLines(words, form.form),
    ),
    buttons: [
      [
        { text: words.t("forms-try"), data: on.try.data(id, 0) },
        { text: words.t("forms-save"), data: on.save.data(id) },
      ],
      [{ text: words.t("forms-bring-version"), data: on.bringTo.data(id) }],
      [
        ...(form.retiredAt
          ? [{ text: words.t("forms-revive"), data: on.revive.data(id) }]
          : form.key === DEFAULT_FORM
            ? []
            : [{ text: words.t("forms-retire"), data: on.retire.data(id, "ask") }]),
        { text: words.t("common-back"), data: on.list.data(0) },
      ],
    ],
  };
}

export function confirmRetire(words: Words, form: WholeForm): Screen {
  return {
    text: words.t("forms-retire-ask", { title: form.title, running: form.running }),
    buttons: [
      [
        { text: words.t("forms-retire-yes"), data: on.retire.data(form.id, "yes") },
        { text: words.t("common-back"), data: on.open.data(form.id) },
      ],
    ],
  };
}

/** "3. Dự học * – số nguyên, đồng chí". */
export function questionLines(words: Words, form: Form): string[] {
  const shown = form.fields.slice(0, MOST_QUESTIONS).map((field, i) =>
    words.t("forms-question", {
      number: String(i + 1),
      label: shorten(field.label, 60),
      kind: kindText(words, field),
      required: field.required ? "yes" : "no",
      relevant: field.relevant === undefined ? "no" : "yes",
      private: field.private ? "yes" : "no",
    }),
  );
  const more = form.fields.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [words.t("forms-more-questions", { count: more })] : []),
    ...(form.fields.some((field) => field.required) ? [words.t("forms-required")] : []),
  ];
}

function kindText(words: Words, field: Field): string {
  const kind = words.t(`forms-kind-${field.kind}`);
  const unit = "unit" in field ? field.unit : field.kind === "group" ? field.item : undefined;
  return unit ? `${kind} (${unit})` : kind;
}
