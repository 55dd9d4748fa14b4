/** By which form the units report: chosen per milestone, and seen before sending. */
import { reportsOf } from "../../../cases/plan/make-recurring.ts";
import { DEFAULT_FORM } from "../../../domain/form/ready/ready-forms.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Words } from "../../../i18n.ts";
import type { FormLine } from "../../../store/form/forms.ts";
import type { PlanMilestone, WholePlan } from "../../../store/plan/plans.ts";
import { paged } from "../../paging.ts";
import { planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { broadcastActions as on } from "./actions.ts";
import { mark } from "./view.ts";

const PAGE = 8;

/** The forms a milestone may be given: not retired, and no list of people for a class, which has a button of its own. */
export function fittingForms(forms: readonly FormLine[], milestone: PlanMilestone): FormLine[] {
  const present = formIdOf(forms, milestone);
  return forms.filter(
    (form) => form.id === present || (form.retiredAt === null && !form.key.startsWith("nomination-")),
  );
}

function formIdOf(forms: readonly FormLine[], milestone: PlanMilestone): number | undefined {
  return milestone.formVersion?.form.id ?? forms.find((form) => form.key === DEFAULT_FORM)?.id;
}

/** The version by which units would be asked: the newest of the form that was chosen. */
export const versionOf = (forms: readonly FormLine[], milestone: PlanMilestone): number | undefined =>
  asks(milestone) ? forms.find((form) => form.id === formIdOf(forms, milestone))?.versionId : undefined;

const titleOf = (forms: readonly FormLine[], milestone: PlanMilestone): string =>
  forms.find((form) => form.id === formIdOf(forms, milestone))?.title ?? "";

/** Whether units report on this milestone. */
const asks = (milestone: PlanMilestone) => milestone.kind === "report" && milestone.owedBy === "units";

/** On the card of a milestone: the form, and a button where another one could be chosen. */
export function formPart(
  words: Words,
  plan: WholePlan,
  milestone: PlanMilestone,
  forms: readonly FormLine[],
  fault: Problem | null = null,
): { line: string | false; buttons: Button[] } {
  if (!asks(milestone)) return { line: false, buttons: [] };
  return {
    line: lines(
      words.t("broadcast-form", { title: titleOf(forms, milestone) }),
      fault && `⚠️ ${words.problem(fault)}`,
    ),
    buttons:
      fittingForms(forms, milestone).length > 1
        ? [{ text: words.t("broadcast-choose-form"), data: on.forms.data(plan.id, milestone.id, 0) }]
        : [],
  };
}

export function chooseForm(
  words: Words,
  plan: WholePlan,
  milestone: PlanMilestone,
  forms: readonly FormLine[],
  page: number,
): Screen {
  const present = formIdOf(forms, milestone);
  const turn = { data: (to: number) => on.forms.data(plan.id, milestone.id, to) };
  const { items, nav } = paged(fittingForms(forms, milestone), page, PAGE, turn, words);
  return {
    text: lines(
      words.t("broadcast-which-form", {
        plan: planShort(words, plan),
        action: shorten(milestone.action, 200),
      }),
    ),
    buttons: [
      ...items.map((form): Button[] => [
        {
          text: mark(form.id === present, shorten(form.title, 58)),
          data: on.form.data(plan.id, milestone.id, form.id),
        },
      ]),
      ...nav,
      [{ text: words.t("common-back"), data: on.milestone.data(plan.id, milestone.id) }],
    ],
  };
}

/** Before sending: one line where all milestones are reported by one form, else one for each. */
export function previewForms(words: Words, plan: WholePlan, forms: readonly FormLine[]): string[] {
  const reports = reportsOf(plan);
  const titles = reports.map((milestone) => titleOf(forms, milestone));
  const [first] = titles;
  if (first === undefined) return [];
  if (new Set(titles).size === 1) return [words.t("broadcast-form", { title: first })];
  return reports.map((milestone, i) =>
    words.t("broadcast-form-of", {
      number: String(plan.milestones.indexOf(milestone) + 1),
      title: titles[i] ?? "",
    }),
  );
}
