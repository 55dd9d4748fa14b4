import { locales } from "../../../config.ts";
import { may } from "../../../domain/people/permissions.ts";
import { isStranger, type Who } from "../../../domain/people/who.ts";
import type { Words } from "../../../i18n.ts";
import { commandList } from "../../phrases/welcome.ts";
import { lines, type Screen } from "../../screen.ts";
import { chooseLanguage } from "./actions.ts";

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
