import { locales } from "../../../config.ts";
import { may } from "../../../domain/people/permissions.ts";
import type { Words } from "../../../i18n.ts";
import type { Who } from "../../../store/people/people.ts";
import { commandsFor } from "../../commands.ts";
import { lines, type Screen } from "../../screen.ts";
import { chooseLanguage } from "./actions.ts";

export function welcome(words: Words, who: Who | null): Screen {
  if (!who || who.roles.includes("stranger")) return { text: words.t("start-stranger") };
  return {
    text: lines(words.t("start-known", { name: who.name }), seats(words, who), "", commandList(words, who)),
  };
}

export function help(words: Words, who: Who | null): Screen {
  if (!who || who.roles.includes("stranger")) return { text: words.t("start-stranger") };
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
  const posts = who.posts.map((post) =>
    words.t("start-seat-unit", { title: post.title, unit: post.unitName }),
  );
  const boards = who.memberships.map((one) =>
    words.t("start-seat-board", { role: words.t(`people-role-${one.role}`), board: one.boardName }),
  );
  return [...posts, ...boards].join("\n");
}

function commandList(words: Words, who: Who): string {
  return commandsFor(who.roles)
    .map((name) => `/${name} – ${words.t(`command-${name}`)}`)
    .join("\n");
}

export function cancelled(words: Words, active: boolean): Screen {
  return { text: words.t(active ? "start-cancelled" : "start-nothing-to-cancel") };
}

export function languages(words: Words): Screen {
  return {
    text: words.t("start-language"),
    buttons: [
      locales.map((locale) => ({
        text: words.t(`start-language-${locale}`),
        data: chooseLanguage.data(locale),
      })),
    ],
  };
}
