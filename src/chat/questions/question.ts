/** One question as it is put: where we are, what was understood of the last answer, the question, its buttons. */
import type { Next } from "../../domain/form/advance.ts";
import type { Answer } from "../../domain/form/draft.ts";
import type { Field, GroupField } from "../../domain/form/form.ts";
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import { rowText, valueText } from "../../domain/form/values.ts";
import type { Words } from "../../i18n.ts";
import { reportActions as on } from "../features/report/actions.ts";
import { dueText, planOwed } from "../phrases/plan.ts";
import type { Work } from "../phrases/sent-report.ts";
import { type Button, inRows, lines, type Screen, shorten } from "../screen.ts";

/** Ready answers for a question about days: what most people mean most of the time. */
export const quickDays = ["today", "yesterday"] as const;

const MOST_BUTTONS = 8;

type Ask = Extract<Next, { kind: "ask" }>;

export interface Answered {
  field: Field;
  value: Answer["value"];
}

export interface Beside {
  /** The answer given just now, to show it back. */
  last: Answered | null;
  /** Rows of this list that other units have named too. */
  duplicates?: readonly string[];
  /** The form has changed since the last answer. */
  changed?: boolean;
  /** What may be chosen where the question is about a unit or a person. */
  register?: readonly RegisterEntry[];
}

export function question(words: Words, work: Work, next: Ask, beside: Beside): Screen {
  const { index, total } = next;
  const { last, duplicates = [], register = [] } = beside;
  return {
    text: lines(
      words.t("report-place", {
        index,
        total,
        plan: planOwed(words, work),
        unit: work.unitName,
      }),
      dueLine(words, work),
      beside.changed && words.t("report-form-changed"),
      last &&
        words.t("report-understood", {
          label: last.field.label,
          value:
            last.value === null ? words.t("report-skipped") : shorten(valueText(last.field, last.value), 120),
        }),
      next.conflict && words.problem(next.conflict),
      ...mendLines(words, work, next.field.key),
      "",
      ...body(words, next),
      register.length > MOST_BUTTONS && words.t("report-register-how"),
      duplicates.length > 0 && words.t("report-twins", { names: shorten(duplicates.join("; "), 300) }),
    ),
    buttons: [
      ...answerButtons(words, work.obligationId, next),
      ...registerButtons(work.obligationId, next, register),
      ...moveButtons(words, work.obligationId, next),
    ],
  };
}

/** A returned report has a date of its own. */
function dueLine(words: Words, work: Work): string | null {
  if (work.mend) return words.t("report-due", { until: words.until(work.mend.dueBefore) });
  return work.effectiveDueBefore && words.t("report-due", { until: dueText(words, work) });
}

/** Why the board asks again: at the question concerned, or the common reason. */
function mendLines(words: Words, { mend }: Work, key: string): string[] {
  const concerned = mend?.fields.find((one) => one.key === key);
  const why = concerned?.why ?? (concerned || mend?.fields.length === 0 ? mend?.reason : null);
  return why ? [words.t("report-mend-why", { why })] : [];
}

function body(words: Words, next: Ask): (string | false | null | undefined)[] {
  const { field, doubt, group } = next;
  if (doubt) {
    const vars = {
      label: field.label,
      last: valueText(field, doubt.last),
      value: valueText(field, doubt.value),
    };
    return [words.t(doubt.sure ? "report-why" : "report-jump", vars)];
  }
  if (field.kind === "group" && group) return groupBody(words, field, group);
  return [
    field.above,
    field.title,
    field.hint,
    next.answer && words.t("report-present", { value: shorten(valueText(field, next.answer.value), 300) }),
    field.kind === "files" && next.answer?.value ? words.t("report-files-more") : null,
  ];
}

function groupBody(
  words: Words,
  field: GroupField,
  group: NonNullable<Ask["group"]>,
): (string | false | undefined)[] {
  const { rows, row, column } = group;
  const whole = column && row < rows.length ? rows.slice(0, row) : rows;
  const begun = column && row < rows.length ? rows[row] : undefined;
  const item = capital(field.item ?? words.t("report-group-item"));
  return [
    ...(rows.length === 0 ? [field.above] : []),
    field.title,
    ...(rows.length === 0 ? [field.hint ?? words.t("report-group-how")] : []),
    ...whole.slice(-15).map((one, i) => {
      const number = Math.max(0, whole.length - 15) + i + 1;
      return `${number}. ${shorten(rowText(field, one), 110)}`;
    }),
    column === null
      ? rows.length === field.max && words.t("report-group-full", { max: field.max })
      : words.t("report-group-next", { item, number: String(row + 1), max: field.max, column: column.label }),
    column?.hint,
    ...(begun ? [rowText(field, begun)] : []),
  ];
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

function answerButtons(words: Words, obligationId: number, next: Ask): Button[][] {
  const { field, doubt, suggestion, group } = next;
  const tap = (text: string, what: "confirm" | "suggested" | "skip"): Button => ({
    text,
    data: on.tap.data(obligationId, field.key, what),
  });
  if (doubt?.sure) return [[tap(words.t("report-no-reason"), "skip")]];
  if (doubt) return [[tap(words.t("report-is-right", { value: valueText(field, doubt.value) }), "confirm")]];
  const offered: Button[][] = suggestion
    ? [
        [
          tap(
            shorten(
              words.t(`report-suggest-${suggestion.from}`, { value: valueText(field, suggestion.value) }),
              60,
            ),
            "suggested",
          ),
        ],
      ]
    : [];
  return [...offered, ...kindButtons(words, obligationId, field, next, group)];
}

/** A few names are tapped; of many, a few letters are typed. */
function registerButtons(
  obligationId: number,
  { field }: Ask,
  register: readonly RegisterEntry[],
): Button[][] {
  if (register.length > MOST_BUTTONS) return [];
  return register.map(({ ref, name }) => [
    { text: shorten(name, 60), data: on.say.data(obligationId, field.key, `#${ref}`) },
  ]);
}

function kindButtons(
  words: Words,
  obligationId: number,
  field: Field,
  next: Ask,
  group: Ask["group"],
): Button[][] {
  const option = (text: string, place: number): Button => ({
    text: shorten(text, 60),
    data: on.option.data(obligationId, field.key, place),
  });
  switch (field.kind) {
    case "choice":
      return field.options.map(({ label }, place) => [option(label, place)]);
    case "choices": {
      const chosen = Array.isArray(next.answer?.value) ? (next.answer.value as string[]) : [];
      return field.options.map(({ value, label }, place) => [
        option(`${chosen.includes(value) ? "☑" : "☐"} ${label}`, place),
      ]);
    }
    case "yesno":
      return [[option(words.t("report-yes"), 0), option(words.t("report-no"), 1)]];
    case "date":
    case "days":
      return field.notAfterToday
        ? [
            quickDays.map((day, place) => ({
              text: words.t(`report-quick-${day}`),
              data: on.quick.data(obligationId, field.key, place),
            })),
          ]
        : [];
    case "group": {
      const whole = group?.rows ?? [];
      const first = Math.max(0, whole.length - 15);
      const remove = whole.slice(first).map((_, i) => ({
        text: words.t("report-group-remove", { number: String(first + i + 1) }),
        data: on.remove.data(obligationId, field.key, first + i),
      }));
      const template = {
        text: words.t("report-group-template"),
        data: on.template.data(obligationId, field.key),
      };
      return [...inRows(remove, 5), ...(whole.length === 0 ? [[template]] : [])];
    }
    default:
      return [];
  }
}

function moveButtons(words: Words, obligationId: number, next: Ask): Button[][] {
  const { field, group } = next;
  const tap = (what: "skip" | "back" | "done" | "keep" | "nil" | "review" | "list"): Button => ({
    text: words.t(`report-${what}`),
    data: on.tap.data(obligationId, field.key, what === "keep" ? "done" : what),
  });
  const several = field.kind === "files" || field.kind === "choices" || field.kind === "group";
  const begun = (group?.rows.length ?? 0) > 0;
  // In the middle of a row only its own column can be passed over.
  const column = group?.column && group.row < group.rows.length ? group.column : null;
  const files = field.kind === "files" && Array.isArray(next.answer?.value) && next.answer.value.length > 0;
  const forward = next.doubt
    ? []
    : column
      ? column.required
        ? []
        : [tap("skip")]
      : (next.answer && next.answer.value !== null) || begun
        ? [tap(several ? "done" : "keep")]
        : next.canSkip && !files
          ? [tap("skip")]
          : [];
  return [
    [...(next.canBack ? [tap("back")] : []), ...forward, ...(next.canNil ? [tap("nil")] : [])],
    [...(next.answered > 0 ? [tap("list")] : []), ...(next.canReview ? [tap("review")] : [])],
  ];
}
