/** What was done to get a report, in words. */
import { dayOf, hourOf } from "../../domain/moment.ts";
import type { Words } from "../../i18n.ts";
import type { Deed } from "../../store/plan/proof.ts";

export const shortDay = (words: Words, iso: string) => words.date(iso).split("/").slice(0, 2).join("/");
export const stamp = (words: Words, at: Date) =>
  `${hourOf(at, words.zone)} ${shortDay(words, dayOf(at, words.zone))}`;

export function deedText(words: Words, deed: Deed): string {
  switch (deed.kind) {
    case "call":
      if (!deed.reached) return words.t("deed-call-missed", { by: deed.by });
      return deed.promisedOn
        ? words.t("deed-call-promised", { by: deed.by, day: shortDay(words, deed.promisedOn) })
        : words.t("deed-call-met", { by: deed.by });
    case "extension":
      return words.t(`deed-extension-${deed.state}`, {
        until: words.until(deed.to),
        by: deed.by ?? "",
        reason: deed.reason,
      });
    case "waiver":
      return words.t(deed.liftedAt ? "deed-waiver-lifted" : "deed-waiver", {
        by: deed.by,
        reason: deed.reason,
      });
    default: {
      const state = deed.acknowledgedAt ? "acknowledged" : deed.state;
      return words.t("deed-message", {
        what: words.t(`deed-${deed.kind}`),
        person: deed.person,
        state: words.t(`deed-state-${state}`),
        when: deed.acknowledgedAt ? stamp(words, deed.acknowledgedAt) : "none",
      });
    }
  }
}
