import { dayOf, plusDays } from "../../../domain/moment.ts";
import { type Calendar, type CalendarChange, workingCalendar } from "../../../domain/reminder/calendar.ts";
import { daysOff } from "../../../domain/reminder/days-off.ts";
import type { Words } from "../../../i18n.ts";
import { type Button, lines, type Screen } from "../../screen.ts";
import { dayOffActions as on } from "./actions.ts";

const MONTHS_AHEAD = 12;
const MOST_BUTTONS = 12;

/** The days off of the year to come, and the days that staff have added or taken away. */
export function daysOffScreen(words: Words, changes: readonly CalendarChange[], now: Date): Screen {
  const today = dayOf(now, words.zone);
  const calendar = workingCalendar(changes);
  const own = changes.filter(({ day }) => day >= today);
  const spans = spansFrom(calendar, today, plusDays(today, MONTHS_AHEAD * 31));
  const until = Number(plusDays(today, MONTHS_AHEAD * 31).slice(0, 4));
  const computed = Object.keys(daysOff).find(
    (year) => daysOff[Number(year)]?.basis === "computed" && Number(year) <= until,
  );
  return {
    text: lines(
      words.t("days-head"),
      "",
      ...spans.map(({ from, to, why }) =>
        words.t("days-line", {
          days:
            from === to
              ? words.day(from)
              : words.t("days-span", { from: words.date(from), to: words.date(to) }),
          why: words.t(`day-off-${why}`),
        }),
      ),
      computed !== undefined && `\n${words.t("days-computed", { year: computed })}`,
      own.length > 0 && `\n${words.t("days-own")}`,
      ...own.map(({ day, off }) =>
        words.t(off ? "days-own-off" : "days-own-worked", { day: words.day(day) }),
      ),
    ),
    buttons: [
      [{ text: words.t("days-add-off"), data: on.add.data("yes") }],
      [{ text: words.t("days-add-worked"), data: on.add.data("no") }],
      ...own.slice(0, MOST_BUTTONS).map(({ day }): Button[] => [
        {
          text: words.t("days-drop", { day: words.date(day) }),
          data: on.drop.data(Number(day.replaceAll("-", ""))),
        },
      ]),
    ],
  };
}

/** Days off that are no weekends, those in a row together. */
function spansFrom(calendar: Calendar, from: string, to: string) {
  const spans: { from: string; to: string; why: string }[] = [];
  for (let day = from; day < to; day = plusDays(day, 1)) {
    const why = calendar.whyOff(day);
    if (why === null || why === "weekend") continue;
    const last = spans.at(-1);
    if (last && plusDays(last.to, 1) === day && (why === last.why || why === "made-up")) last.to = day;
    else spans.push({ from: day, to: day, why });
  }
  return spans;
}
