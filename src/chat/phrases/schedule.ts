/** What recurs, in words, and the buttons that lead to it. */
import { parseSchedule } from "../../domain/obligation/recurrence.ts";
import type { Words } from "../../i18n.ts";
import type { WholePlan } from "../../store/plan/plans.ts";
import { scheduleActions } from "../features/schedule/actions.ts";
import { type Button, shorten } from "../screen.ts";

/** "ngày 25 hằng tháng", "thứ Sáu hằng tuần", "ngày 15 các tháng 3, 6, 9, 12". Null for what has no days. */
export function scheduleText(words: Words, rule: string | null): string | null {
  const schedule = parseSchedule(rule);
  if (!schedule) return null;
  const { frequency, interval, months } = schedule;
  if (frequency === "WEEKLY")
    return words.t("schedule-weekly", { weekday: words.t(`time-weekday-${schedule.weekday}`), interval });
  const day =
    schedule.day === -1
      ? words.t("schedule-last-day")
      : words.t("schedule-day", { day: String(schedule.day) });
  if (frequency === "MONTHLY") return words.t("schedule-monthly", { day, interval });
  return words.t("schedule-months", { day, months: months.join(", "), count: months.length });
}

/** Buttons to the schedules of a plan under way. */
export function scheduleButtons(words: Words, plan: WholePlan): Button[][] {
  return plan.milestones
    .filter((one) => one.kind === "report" && one.owedBy === "units" && !one.dueBefore)
    .filter((one) => parseSchedule(one.recurrence) !== null)
    .slice(0, 4)
    .map((one) => [
      {
        text: shorten(words.t("schedule-open-one", { action: one.action }), 60),
        data: scheduleActions.open.data(plan.id, one.id),
      },
    ]);
}
