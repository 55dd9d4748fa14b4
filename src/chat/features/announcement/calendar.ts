/** The dates of a plan as events of a calendar: what units owe, each on its last day. */
import { lastDayOf } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import type { WholePlan } from "../../../store/plan/plans.ts";
import { milestoneWhen, planName } from "../../phrases/plan.ts";

export function calendarOf(words: Words, plan: WholePlan, now: Date) {
  return plan.milestones
    .flatMap((one) =>
      one.dueBefore && (one.owedBy === "units" || one.kind === "event")
        ? [{ ...one, dueBefore: one.dueBefore }]
        : [],
    )
    .map((one) => ({
      uid: `milestone-${one.id}@dondoc`,
      title: words.t(`calendar-${one.kind}`, { plan: planName(words, plan) }),
      // What takes place within a month has no last moment: it stands on the month's last day, and says so.
      description: `${one.action}\n${one.kind === "event" ? milestoneWhen(words, one) : words.lastMoment(one.dueBefore)}`,
      day: lastDayOf(one.dueBefore, words.zone).day,
      end: new Date(one.dueBefore.getTime() - 1_000).toISOString(),
      alarmDaysBefore: [1],
      now: now.toISOString(),
    }));
}
