import type { Words } from "../../../i18n.ts";
import { planName, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { exportActions as on } from "./actions.ts";

type PlanOf = { id: number; number: string | null; title: string };

/** What can be had of a plan's answers. */
export function offer(words: Words, plan: PlanOf & { kind: string | null }): Screen {
  return {
    text: lines(
      words.t("export-head", { plan: planName(words, plan) }),
      words.t("export-book-about"),
      words.t("export-report-about"),
      words.t("export-private"),
    ),
    buttons: [
      [
        { text: words.t("export-book"), data: on.book.data(plan.id) },
        { text: words.t("export-report"), data: on.report.data(plan.id) },
      ],
    ],
  };
}

/** Which plan, where no number was given. */
export function choosePlan(words: Words, plans: readonly PlanOf[]): Screen {
  if (plans.length === 0) return { text: words.t("export-no-plan") };
  return {
    text: words.t("export-choose"),
    buttons: plans.map((plan): Button[] => [
      { text: shorten(`${planShort(words, plan)}: ${plan.title}`, 60), data: on.open.data(plan.id) },
    ]),
  };
}
