import { dayOf } from "../../../domain/moment.ts";
import type { Calendar } from "../../../domain/reminder/calendar.ts";
import { type Ladder, planRungs } from "../../../domain/reminder/ladder.ts";
import { hourChoices, presetNames, presetOf, rungChoices } from "../../../domain/reminder/presets.ts";
import type { Words } from "../../../i18n.ts";
import type { WholePlan } from "../../../store/plan/plans.ts";
import { ladderOf } from "../../../store/reminder/ladders.ts";
import { ladderText, reportDeadlines } from "../../phrases/ladder.ts";
import { planShort } from "../../phrases/plan.ts";
import { type Button, inRows, lines, type Screen } from "../../screen.ts";
import { broadcastActions } from "../broadcast/actions.ts";
import { planActions } from "../plans/actions.ts";
import { ladderActions as on } from "./actions.ts";

const MOST_DEADLINES = 3;
const DATES_SHOWN = 6;

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

function rungName(words: Words, rung: number): string {
  if (rung === 0) return words.t("ladder-rung-day");
  return words.t(rung < 0 ? "ladder-rung-before" : "ladder-rung-after", { days: Math.abs(rung) });
}

const mark = (chosen: boolean, text: string) => (chosen ? `● ${text}` : text);
