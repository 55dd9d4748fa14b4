/** How a plan and its dates are called, the same everywhere. */

import { DateTime } from "luxon";
import { lastDayOf } from "../../domain/moment.ts";
import { capitalised } from "../../domain/plan/capitalised.ts";
import type { Words } from "../../i18n.ts";
import { shorten } from "../screen.ts";
import { scheduleText } from "./schedule.ts";

/** "Kế hoạch 100-KH/ĐUK"; without a number its title stands for it. */
export function planName(
  words: Words,
  plan: { kind: string | null; number: string | null; title: string },
): string {
  const kind = plan.kind ? capitalised(plan.kind) : words.t("plan-kind");
  return plan.number
    ? `${kind} ${plan.number}`
    : words.t("plan-unnumbered", { kind, title: shorten(plan.title, 60) });
}

/** The same where there is no word for its kind: "100-KH/ĐUK". */
export function planShort(words: Words, plan: { number: string | null; title: string }): string {
  return plan.number ?? shorten(plan.title || words.t("plan-untitled"), 40);
}

/** The same for something owed, whose row names its plan. */
export const planOwed = (words: Words, owed: { planNumber: string | null; planTitle: string }): string =>
  planShort(words, { number: owed.planNumber, title: owed.planTitle });

/** With its period where it recurs: "Kế hoạch 12-KH/ĐU, tháng 4/2024". */
export const ofPeriod = (words: Words, name: string, period: string | null): string =>
  period ? `${name}, ${periodText(words, period)}` : name;

/** "hết thứ Tư, 24/4/2024"; where it was extended, with the original deadline beside it. */
export function dueText(
  words: Words,
  owed: { dueBefore: Date | null; effectiveDueBefore: Date | null },
): string {
  const { dueBefore, effectiveDueBefore: due } = owed;
  if (!due) return words.t("plan-undated");
  if (!dueBefore || dueBefore.getTime() === due.getTime()) return words.until(due);
  return words.t("plan-due-extended", { until: words.until(due), original: words.until(dueBefore) });
}

/** "chậm nhất hết thứ Tư, 24/4/2024", "trong tháng 4/2024". */
export function milestoneWhen(
  words: Words,
  milestone: {
    dueBefore: Date | null;
    period: string | null;
    vague: boolean;
    kind: string;
    recurrence: string | null;
  },
): string {
  if (milestone.period) return words.t("plan-within", { period: periodText(words, milestone.period) });
  if (milestone.dueBefore) {
    if (milestone.kind === "event")
      return words.t("plan-event", { day: words.day(lastDayOf(milestone.dueBefore, words.zone).day) });
    return words.t("plan-at-latest", { until: words.until(milestone.dueBefore) });
  }
  const schedule = scheduleText(words, milestone.recurrence);
  if (schedule) return words.t("plan-recurs", { schedule });
  return words.t(milestone.vague ? "plan-vague" : "plan-undated");
}

/** "tháng 4/2024", "quý III/2021", "năm 2024", or from one to another. */
export function periodText(words: Words, period: string): string {
  const [first = "", last] = period.split("/");
  const one = (text: string) => {
    const [year = "", part] = text.split("-");
    if (!part) return words.t("plan-year", { year });
    if (part.startsWith("W")) return weekText(words, text);
    return part.startsWith("Q")
      ? words.t("plan-quarter", { quarter: ["I", "II", "III", "IV"][Number(part.slice(1)) - 1] ?? "", year })
      : words.t("plan-month", { month: String(Number(part)), year });
  };
  return last ? words.t("plan-from-to", { from: one(first), to: one(last) }) : one(first);
}

function weekText(words: Words, week: string): string {
  const monday = DateTime.fromISO(week, { zone: "utc" });
  const short = (day: DateTime) => `${day.day}/${day.month}`;
  return words.t("plan-week", { from: short(monday), to: short(monday.plus({ days: 6 })) });
}
