import { dayOf, lastDayOf, plusDays } from "../../../domain/moment.ts";
import type { Calendar } from "../../../domain/reminder/calendar.ts";
import { type Ladder, planRungs } from "../../../domain/reminder/ladder.ts";
import { hourChoices, presetNames, presetOf, rungChoices } from "../../../domain/reminder/presets.ts";
import type { Words } from "../../../i18n.ts";
import type { WholePlan } from "../../../store/plan/plans.ts";
import { ladderOf } from "../../../store/reminder/ladders.ts";
import { type Button, inRows, lines, type Screen } from "../../screen.ts";
import { broadcastActions } from "../broadcast/actions.ts";
import { planActions } from "../plans/actions.ts";
import { planShort } from "../plans/names.ts";
import { ladderActions as on } from "./actions.ts";

const MOST_DEADLINES = 3;
const DATES_SHOWN = 6;

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

/** The ladder of a plan, what it means for its deadlines, and the buttons that change it. */
export function ladderScreen(words: Words, plan: WholePlan, calendar: Calendar, now: Date): Screen {
  const ladder = ladderOf(plan.ladder);
  const deadlines = reportDeadlines(plan);
  return {
    text: lines(
      words.t("ladder-head", { plan: planShort(words, plan) }),
      ladderText(words, ladder),
      "",
      ...deadlines
        .slice(0, MOST_DEADLINES)
        .map((dueBefore) => datesLine(words, dueBefore, ladder, calendar, now)),
      words.t("ladder-rules"),
      plan.state === "published" && words.t("ladder-future"),
    ),
    buttons: [
      presetNames.map((name) => ({
        text: mark(presetOf(ladder) === name, words.t(`ladder-preset-${name}`)),
        data: on.preset.data(plan.id, name),
      })),
      ...inRows(
        [
          ...rungChoices.map(
            (rung, place): Button => ({
              text: `${ladder.rungs.includes(rung) ? "☑" : "☐"} ${rungName(words, rung)}`,
              data: on.rung.data(plan.id, place),
            }),
          ),
          {
            text: `${ladder.weekly ? "☑" : "☐"} ${words.t("ladder-weekly-button")}`,
            data: on.weekly.data(plan.id),
          },
        ],
        3,
      ),
      hourChoices.map((hour, place) => ({
        text: mark(ladder.hour === hour, hour),
        data: on.hour.data(plan.id, place),
      })),
      [
        {
          text: words.t("common-back"),
          data: plan.state === "draft" ? broadcastActions.card.data(plan.id) : planActions.open.data(plan.id),
        },
      ],
    ],
  };
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

function datesLine(words: Words, dueBefore: Date, ladder: Ladder, calendar: Calendar, now: Date): string {
  const around = now > dueBefore ? now : dueBefore;
  const ahead = planRungs(dueBefore, around, { ladder, calendar, zone: words.zone }).filter(
    ({ at }) => at > now,
  );
  const dates = ahead.slice(0, DATES_SHOWN).map(({ at }) => {
    const [, month, day] = dayOf(at, words.zone).split("-").map(Number);
    return `${day}/${month}`;
  });
  return words.t("ladder-dates", {
    until: words.until(dueBefore),
    dates: dates.length > 0 ? `${dates.join(", ")}${ahead.length > DATES_SHOWN ? " …" : ""}` : "none",
  });
}

function reportDeadlines(plan: WholePlan): Date[] {
  const all = plan.milestones.filter((one) => one.kind === "report" && one.owedBy === "units");
  return all.flatMap((one) => one.dueBefore ?? []);
}

function rungName(words: Words, rung: number): string {
  if (rung === 0) return words.t("ladder-rung-day");
  return words.t(rung < 0 ? "ladder-rung-before" : "ladder-rung-after", { days: Math.abs(rung) });
}

const mark = (chosen: boolean, text: string) => (chosen ? `● ${text}` : text);
