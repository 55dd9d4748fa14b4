/** Who somebody is to us, and what they can ask for. */
import { callingsOf, isStranger, type Who } from "../../domain/people/who.ts";
import type { Words } from "../../i18n.ts";
import { commandsFor } from "../commands.ts";
import { lines, type Screen } from "../screen.ts";

export function welcome(words: Words, who: Who | null): Screen {
  if (!who || isStranger(who)) return { text: words.t("start-stranger") };
  return {
    text: lines(words.t("start-known", { name: who.name }), seats(words, who), "", commandList(words, who)),
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

export function commandList(words: Words, who: Who): string {
  return commandsFor(who.roles)
    .map((name) => `/${name} – ${words.t(`command-${name}`)}`)
    .join("\n");
}
