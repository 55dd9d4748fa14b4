import type { Words } from "../../i18n.ts";
import type { ObligationRow } from "../../store/plan/obligations.ts";
import { paperActions } from "../features/paper/actions.ts";
import type { Screen } from "../screen.ts";
import { planOwed } from "./plan.ts";

/** The address, to copy or to print; it is not shown again. */
export function newLink(
  words: Words,
  owed: ObligationRow,
  link: { name: string; url: string; expiresAt: Date },
  own: boolean,
): Screen {
  return {
    text: words.t(own ? "paper-own-link" : "paper-link", {
      name: link.name,
      plan: planOwed(words, owed),
      unit: owed.unitName,
      url: link.url,
      until: words.moment(link.expiresAt),
    }),
    buttons: own ? [[{ text: words.t("paper-revoke"), data: paperActions.ownRevoke.data(owed.id) }]] : [],
  };
}
