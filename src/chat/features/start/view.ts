import type { Enrolled } from "../../../cases/people/enrol.ts";
import { type Locale, locales } from "../../../config.ts";
import { may } from "../../../domain/people/permissions.ts";
import { callingsOf, isStranger, type Who } from "../../../domain/people/who.ts";
import type { Words } from "../../../i18n.ts";
import type { Action } from "../../actions.ts";
import { commandsFor } from "../../commands.ts";
import { lines, type Screen } from "../../screen.ts";

export function welcome(words: Words, who: Who | null): Screen {
  if (!who || isStranger(who)) return { text: words.t("start-stranger") };
  return {
    text: lines(words.t("start-known", { name: who.name }), seats(words, who), "", commandList(words, who)),
  };
}

export function help(words: Words, who: Who | null): Screen {
  if (!who || isStranger(who)) return { text: words.t("start-stranger") };
  const hints = [
    may(who.roles, "report.write") && words.t("start-help-unit"),
    may(who.roles, "plan.publish") && words.t("start-help-board"),
  ];
  return {
    text: lines(
      words.t("start-help"),
      "",
      commandList(words, who),
      ...hints.flatMap((hint) => (hint ? ["", hint] : [])),
    ),
  };
}

/** "Bí thư Chi bộ Sở A" and "Ban Tuyên giáo" under each other: a person may sit in several places. */
function seats(words: Words, who: Who): string {
  const { posts, seats } = callingsOf(who);
  return [
    ...posts.map(({ title, unit }) => words.t("start-seat-unit", { title, unit })),
    ...seats.map(({ role, board }) =>
      words.t("start-seat-board", { role: words.t(`people-role-${role}`), board }),
    ),
  ].join("\n");
}

function commandList(words: Words, who: Who): string {
  return commandsFor(who.roles)
    .map((name) => `/${name} – ${words.t(`command-${name}`)}`)
    .join("\n");
}

export function cancelled(words: Words, active: boolean): Screen {
  return { text: words.t(active ? "start-cancelled" : "start-nothing-to-cancel") };
}

export function languages(words: Words, choose: Action<[Locale]>): Screen {
  return {
    text: words.t("start-language"),
    buttons: [
      locales.map((locale) => ({ text: words.t(`start-language-${locale}`), data: choose.data(locale) })),
    ],
  };
}

/** What a code has done; where that was before this update came, who the person is by now. */
export function enrolled(words: Words, outcome: Enrolled, who: Who | null): Screen {
  if (outcome.kind === "administrator") return { text: words.t("start-administrator") };
  if (outcome.kind === "known") return welcome(words, who);
  return { text: words.t("start-pending", { place: outcome.place }) };
}
