/** What was done about one thing owed: as a card with the telephone, and all of a plan as a table. */

import type { Table } from "../../../documents/write/table.ts";
import { dayOf, plusDays } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import type { UnitContact } from "../../../store/people/people.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { Proof } from "../../../store/plan/proof.ts";
import { deedText, shortDay, stamp } from "../../phrases/deed.ts";
import { dueText, planName, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, unbroken } from "../../screen.ts";
import { packDay } from "../../typed-day.ts";
import { remindActions as on } from "./actions.ts";
import { back } from "./view.ts";

const MOST_DEEDS = 14;

/** @param phones of the holders, by person */
export function proofCard(
  words: Words,
  plan: { id: number; kind: string | null; number: string | null; title: string },
  { owed, deeds }: Proof,
  unit: UnitContact | undefined,
  phones: ReadonlyMap<number, string | null>,
  me: number,
  now: Date,
): Screen {
  const today = dayOf(now, words.zone);
  const met = (day: string | null): Button => ({
    text: day === null ? words.t("call-met") : words.t("call-met-day", { day: shortDay(words, day) }),
    data: on.met.data(owed.id, day === null ? 0 : packDay(day)),
  });
  const mine = deeds.findLast((deed) => deed.kind === "call" && deed.byId === me);
  const open = owed.state === "open" && owed.behindFrom !== null;
  return {
    text: lines(
      words.t("proof-head", { unit: owed.unitName, plan: planShort(words, plan) }),
      words.t("proof-status", {
        status: words.t(`proof-status-${standingWord(owed)}`),
        due: dueText(words, owed),
      }),
      ...(unit?.holders ?? []).map((holder) =>
        words.t("proof-holder", {
          title: holder.title,
          name: holder.name,
          phone: unbroken(phones.get(holder.personId) ?? null),
        }),
      ),
      (unit?.holders.length ?? 0) === 0 && words.t("proof-nobody"),
      "",
      deeds.length > MOST_DEEDS && words.t("proof-earlier", { count: deeds.length - MOST_DEEDS }),
      ...deeds.slice(-MOST_DEEDS).map((deed) => `• ${stamp(words, deed.at)}: ${deedText(words, deed)}`),
    ),
    buttons: [
      ...(open
        ? [
            [met(today), met(plusDays(today, 1)), met(plusDays(today, 2))],
            [met(null), { text: words.t("call-missed"), data: on.missed.data(owed.id) }],
          ]
        : []),
      ...(mine?.kind === "call" ? [[{ text: words.t("call-strike"), data: on.strike.data(mine.id) }]] : []),
      [back(words, plan.id)],
    ],
  };
}

/** The cell of the 2 × 2; what is to be mended has words of its own. */
const standingWord = (owed: ObligationRow) =>
  owed.stage === "returned" && owed.status !== "waived"
    ? owed.behind
      ? "unmended"
      : "mending"
    : owed.status;

/** One row for each deed; a unit for which nothing was done has a row as well. */
export function proofTable(
  words: Words,
  plan: { kind: string | null; number: string | null; title: string },
  all: readonly Proof[],
  now: Date,
): Table {
  const titles = ["number", "unit", "what", "status", "due", "when", "deed"] as const;
  const widths = { number: 6, unit: 30, what: 30, status: 22, due: 30, when: 20, deed: 60 };
  return {
    sheet: words.t("proof-sheet"),
    heading: words.t("proof-heading", { plan: planName(words, plan), moment: words.moment(now) }),
    zone: words.zone,
    page: words.t("summary-page", { page: "{page}", pages: "{pages}" }),
    at: now,
    columns: titles.map((one) => ({ title: words.t(`proof-column-${one}`), width: widths[one] })),
    rows: all.flatMap(({ owed, deeds }, i): Table["rows"][number][] => {
      const head = [
        i + 1,
        owed.unitName,
        owed.action,
        words.t(`proof-status-${standingWord(owed)}`),
        dueText(words, owed),
      ];
      return deeds.length === 0
        ? [[...head, null, words.t("deed-none")]]
        : deeds.map((deed) => [...head, deed.at, deedText(words, deed)]);
    }),
  };
}
