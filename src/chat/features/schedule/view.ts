import { occurrencesOf } from "../../../cases/plan/make-recurring.ts";
import { dayOf, plusDays } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import type { PlanMilestone, WholePlan } from "../../../store/plan/plans.ts";
import { periodText, planShort } from "../../phrases/plan.ts";
import { scheduleText } from "../../phrases/schedule.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { broadcastActions } from "../broadcast/actions.ts";
import { planActions } from "../plans/actions.ts";
import { scheduleActions as on } from "./actions.ts";
import { dayChoices, nameOf, type Rhythm, rhythms } from "./names.ts";

const MOST_PERIODS = 4;

/** @param chosen the rhythm whose days are offered, where it is not the present one */
export function scheduleScreen(
  words: Words,
  plan: WholePlan,
  milestone: PlanMilestone,
  chosen: Rhythm | null,
  now: Date,
): Screen {
  const present = nameOf(milestone.recurrence);
  const rhythm = chosen ?? rhythms.find((one) => present?.startsWith(one)) ?? null;
  const today = dayOf(now, words.zone);
  const next = occurrencesOf(
    { ...milestone, dueBefore: null },
    { publishedAt: plan.publishedAt ?? now },
    today,
    plusDays(today, 400),
    words.zone,
  ).filter((one) => one.dueBefore > now);
  const text = scheduleText(words, milestone.recurrence);
  return {
    text: lines(
      words.t("schedule-head", { plan: planShort(words, plan) }),
      shorten(milestone.action, 300),
      "",
      text ? words.t("schedule-present", { schedule: text }) : words.t("schedule-none"),
      ...next
        .slice(0, MOST_PERIODS)
        .map(({ period, dueBefore }) =>
          words.t("schedule-period", { period: periodText(words, period), until: words.until(dueBefore) }),
        ),
      plan.state === "published" && words.t("schedule-future"),
    ),
    buttons: [
      rhythms.map((one) => ({
        text: mark(rhythm === one, words.t(`schedule-rhythm-${one}`)),
        data: on.choose.data(plan.id, milestone.id, one),
      })),
      rhythm
        ? dayChoices(rhythm).map(
            (day): Button => ({
              text: mark(present === `${rhythm}${day}`, dayName(words, rhythm, day)),
              data: on.choose.data(plan.id, milestone.id, `${rhythm}${day}`),
            }),
          )
        : [],
      [
        {
          text: words.t("common-back"),
          data:
            plan.state === "draft"
              ? broadcastActions.milestone.data(plan.id, milestone.id)
              : planActions.open.data(plan.id),
        },
      ],
    ],
  };
}

function dayName(words: Words, rhythm: Rhythm, day: number): string {
  if (rhythm === "w") return words.t(`time-weekday-${day}`);
  return day === 0 ? words.t("schedule-button-last") : String(day);
}

const mark = (chosen: boolean, text: string) => (chosen ? `● ${text}` : text);
