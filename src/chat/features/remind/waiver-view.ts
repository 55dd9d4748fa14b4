import type { Words } from "../../../i18n.ts";
import { planName } from "../../phrases/plan.ts";
import { lines, type Screen } from "../../screen.ts";

/** To the unit: it owes nothing this time, or again. Never "miễn": that is the board's word. */
export function waiverWord(
  words: Words,
  plan: { kind: string | null; number: string | null; title: string },
  owed: { unitName: string; effectiveDueBefore: Date | null },
  liftedAt: Date | null,
): Screen {
  const due = owed.effectiveDueBefore;
  return {
    text: lines(
      words.t(liftedAt ? "waiver-lifted" : "waiver-given", { plan: planName(words, plan) }),
      words.t("extend-unit", { unit: owed.unitName }),
      liftedAt && due && words.t("waiver-due", { until: words.until(due) }),
    ),
  };
}
