/** When the units of a plan are reminded, in a line; and what staff should know of days off beforehand. */
import { dayOf, lastDayOf, plusDays } from "../../domain/moment.ts";
import type { Calendar } from "../../domain/reminder/calendar.ts";
import { type Ladder, planRungs } from "../../domain/reminder/ladder.ts";
import type { Words } from "../../i18n.ts";
import type { WholePlan } from "../../store/plan/plans.ts";
import { ladderOf } from "../../store/reminder/ladders.ts";

/** Deadlines of one plan that a screen speaks of. */
export const MOST_DEADLINES = 3;

/** "trước 7, 3, 1 ngày; sáng ngày hạn; sau 1, 3 ngày; rồi mỗi tuần (07:30)". */
export function ladderText(words: Words, { rungs, weekly, hour }: Ladder): string {
  const before = rungs.filter((rung) => rung < 0).map((rung) => -rung);
  const after = rungs.filter((rung) => rung > 0);
  const parts = [
    before.length > 0 && words.t("ladder-before", { days: before.join(", ") }),
    rungs.includes(0) && words.t("ladder-on-day"),
    after.length > 0 && words.t("ladder-after", { days: after.join(", ") }),
    weekly && words.t("ladder-weekly"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.t("ladder-none") : `${parts.join("; ")} (${hour})`;
}

/** What staff should know of days off before they send: of the deadlines themselves, and of rungs that move. */
export function dayOffWarnings(words: Words, plan: WholePlan, calendar: Calendar): string[] {
  const ladder = ladderOf(plan.ladder);
  return reportDeadlines(plan)
    .slice(0, MOST_DEADLINES)
    .flatMap((dueBefore) => {
      const { day } = lastDayOf(dueBefore, words.zone);
      const why = calendar.whyOff(day);
      const onDayOff = why
        ? [words.t("ladder-deadline-off", { day: words.day(day), why: words.t(`day-off-${why}`) })]
        : [];
      const planned = planRungs(dueBefore, dueBefore, { ladder, calendar, zone: words.zone });
      const moved = ladder.rungs
        .filter((rung) => rung < 0 && calendar.whyOff(plusDays(day, rung)) !== null)
        .map((rung) => {
          const own = plusDays(day, rung);
          const vars = {
            days: -rung,
            day: words.day(own),
            why: words.t(`day-off-${calendar.whyOff(own) ?? "weekend"}`),
          };
          const kept = planned.find((one) => one.rung === rung);
          return kept
            ? words.t("ladder-rung-moves", { ...vars, to: words.date(dayOf(kept.at, words.zone)) })
            : words.t("ladder-rung-joins", vars);
        });
      return [...onDayOff, ...moved];
    });
}

export function reportDeadlines(plan: WholePlan): Date[] {
  const all = plan.milestones.filter((one) => one.kind === "report" && one.owedBy === "units");
  return all.flatMap((one) => one.dueBefore ?? []);
}
