import type { Words } from "../../i18n.ts";
import type { GiveTo } from "../../store/people/hand-overs.ts";
import { handOverActions } from "../features/hand-over/actions.ts";
import { type Button, shorten } from "../screen.ts";

/** The button that hands a task over: to the one who is there, or to one of several. */
export function giveButton(words: Words, obligationId: number, to: GiveTo, number: string | null): Button {
  const text = words.t("hand-over-button", {
    name: to === "several" ? "none" : to.name,
    number: number ?? "none",
  });
  const data =
    to === "several"
      ? handOverActions.menu.data(obligationId)
      : handOverActions.giveNow.data(obligationId, to.personId);
  return { text: shorten(text, 60), data };
}
