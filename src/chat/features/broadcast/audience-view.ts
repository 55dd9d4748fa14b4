/** Whom a plan goes to, and who of them will not be reached, and why. */
import { reportsOf } from "../../../cases/plan/make-recurring.ts";
import { recipientOf } from "../../../cases/sending/recipient.ts";
import { isQuiet, nextGoodMoment } from "../../../domain/reminder/quiet-hours.ts";
import type { Words } from "../../../i18n.ts";
import type { UnitContact } from "../../../store/people/people.ts";
import { type Audience, unitsOf, type WholePlan } from "../../../store/plan/plans.ts";
import { planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { broadcastActions as on } from "./actions.ts";
import { mark } from "./view.ts";

const PAGE = 8;
const MOST_NAMES = 40;

/** The kinds of units directly under the committee, in a fixed order: buttons name a kind by its place here. */
export function kindsOf(units: readonly UnitContact[]): string[] {
  return [...new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.kind))].sort();
}

export function audience(words: Words, plan: WholePlan, units: readonly UnitContact[]): Screen {
  const chosen = unitsOf(plan.audience, units);
  const direct = units.filter((unit) => unit.parentId === null);
  const kinds = kindsOf(units);
  const picked = plan.audience.kind === "kinds" ? plan.audience.kinds : [];
  return {
    text: lines(
      words.t("broadcast-audience", { plan: planShort(words, plan), count: chosen.length }),
      "",
      names(
        words,
        chosen.map((unit) => unit.name),
      ),
    ),
    buttons: [
      [
        {
          text: mark(plan.audience.kind === "all", words.t("broadcast-all", { count: direct.length })),
          data: on.all.data(plan.id),
        },
      ],
      ...kinds.map((kind, place): Button[] => [
        {
          text: mark(
            picked.includes(kind),
            shorten(`${kind} (${direct.filter((unit) => unit.kind === kind).length})`, 58),
          ),
          data: on.kindOfUnit.data(plan.id, place),
        },
      ]),
      [
        {
          text: mark(plan.audience.kind === "units", words.t("broadcast-single")),
          data: on.units.data(plan.id, 0),
        },
      ],
      [{ text: words.t("common-back"), data: on.card.data(plan.id) }],
    ],
  };
}

export function singleUnits(
  words: Words,
  plan: WholePlan,
  units: readonly UnitContact[],
  page: number,
): Screen {
  const ids = plan.audience.kind === "units" ? plan.audience.ids : [];
  const pages = Math.max(1, Math.ceil(units.length / PAGE));
  const current = Math.min(page, pages - 1);
  const rows = units.slice(current * PAGE, (current + 1) * PAGE).map((unit): Button[] => [
    {
      text: shorten(`${ids.includes(unit.unitId) ? "☑" : "☐"} ${unit.code} ${unit.name}`, 60),
      data: on.unit.data(plan.id, unit.unitId, current),
    },
  ]);
  const turn: Button[] = [
    ...(current > 0 ? [{ text: "‹", data: on.units.data(plan.id, current - 1) }] : []),
    {
      text: words.t("common-page", { page: String(current + 1), pages: String(pages) }),
      data: on.units.data(plan.id, current),
    },
    ...(current < pages - 1 ? [{ text: "›", data: on.units.data(plan.id, current + 1) }] : []),
  ];
  return {
    text: words.t("broadcast-single-chosen", { count: ids.length }),
    buttons: [...rows, turn, [{ text: words.t("common-done"), data: on.audience.data(plan.id) }]],
  };
}

/** A kind tapped: added to the kinds chosen, or taken out; none left means all again. */
export function toggledKind(present: Audience, kind: string): Audience {
  const kinds = present.kind === "kinds" ? present.kinds : [];
  const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
  return next.length > 0 ? { kind: "kinds", kinds: next } : { kind: "all" };
}

export function toggledUnit(present: Audience, unitId: number): Audience {
  const ids = present.kind === "units" ? present.ids : [];
  return {
    kind: "units",
    ids: ids.includes(unitId) ? ids.filter((one) => one !== unitId) : [...ids, unitId],
  };
}

/** What Telegram takes for messages above what is free in a second (Bot API, allow_paid_broadcast). */
const FREE = 30;
const STARS_EACH = 0.1;

/** The last word before sending: how many get it, who does not and why. */
export function confirm(
  words: Words,
  plan: WholePlan,
  {
    units,
    paid,
    forms,
    now,
  }: { units: readonly UnitContact[]; paid: boolean; forms: readonly string[]; now: Date },
): Screen {
  const chosen = unitsOf(plan.audience, units);
  const unreached = chosen.filter((unit) => recipientOf(unit) === null);
  const deputies = chosen.filter((unit) => {
    const recipient = recipientOf(unit);
    return (
      recipient !== null &&
      !unit.holders.some((one) => one.personId === recipient && one.kind === "secretary")
    );
  });
  const past = reportsOf(plan).filter((one) => one.dueBefore && one.dueBefore <= now);
  const doubtful = plan.milestones.filter((one) => one.doubt !== null).length;
  const owes = reportsOf(plan).length > 0;
  const quiet = isQuiet(now, words.zone);
  const send: Button = {
    text: words.t("broadcast-send", { count: chosen.length - unreached.length }),
    data: on.send.data(plan.id, "now"),
  };
  const morning: Button = {
    text: words.t("broadcast-send-morning", { moment: words.moment(nextGoodMoment(now, words.zone)) }),
    data: on.send.data(plan.id, "morning"),
  };
  const reached = chosen.length - unreached.length;
  return {
    text: lines(
      words.t("broadcast-confirm", {
        plan: planShort(words, plan),
        units: chosen.length,
        reached: chosen.length - unreached.length,
      }),
      ...forms,
      paid &&
        reached > FREE &&
        words.t("broadcast-paid", { count: reached, stars: Math.ceil((reached - FREE) * STARS_EACH) }),
      deputies.length > 0 &&
        words.t("broadcast-to-deputies", {
          names: names(
            words,
            deputies.map((unit) => unit.name),
          ),
        }),
      unreached.length > 0 && words.t("broadcast-unreached", { count: unreached.length }),
      ...unreached
        .slice(0, MOST_NAMES)
        .map((unit) => words.t(`broadcast-why-${whyNot(unit)}`, { unit: unit.name })),
      unreached.length > MOST_NAMES && words.t("common-and-more", { count: unreached.length - MOST_NAMES }),
      unreached.length > 0 && owes && words.t("broadcast-still-owe"),
      past.length > 0 && words.t("broadcast-confirm-past", { count: past.length }),
      doubtful > 0 && words.t("broadcast-confirm-doubtful", { count: doubtful }),
      quiet && words.t("broadcast-quiet"),
    ),
    buttons: [
      ...(quiet ? [[morning]] : []),
      [send],
      [
        { text: words.t("broadcast-mend-more"), data: on.card.data(plan.id) },
        { text: words.t("broadcast-keep"), data: on.keep.data(plan.id) },
        { text: words.t("broadcast-drop"), data: on.drop.data(plan.id, "ask") },
      ],
    ],
  };
}

export function whyNot(unit: UnitContact): "nobody" | "blocked" | "unregistered" {
  if (unit.holders.length === 0) return "nobody";
  return unit.holders.some((holder) => holder.blocked) ? "blocked" : "unregistered";
}

export function names(words: Words, all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).join("; ");
  return all.length > MOST_NAMES
    ? `${shown}; ${words.t("common-and-more", { count: all.length - MOST_NAMES })}`
    : shown;
}
