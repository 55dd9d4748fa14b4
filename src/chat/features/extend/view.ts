import { MANY_EXTENSIONS } from "../../../domain/obligation/extension.ts";
import type { Words } from "../../../i18n.ts";
import type { WholeExtension } from "../../../store/plan/extensions.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import { dueText, planName, planOwed, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { packDay } from "../../typed-day.ts";
import { extendActions as on, reasons } from "./actions.ts";

const MOST = 10;
type Owed = Pick<
  ObligationRow,
  "id" | "unitName" | "planNumber" | "planTitle" | "dueBefore" | "effectiveDueBefore"
>;

/** Which of the things owed another date is asked for. */
export function choose(words: Words, owed: readonly ObligationRow[]): Screen {
  if (owed.length === 0) return { text: words.t("extend-none") };
  return {
    text: words.t("extend-choose"),
    buttons: owed.slice(0, MOST).map((one): Button[] => [
      {
        text: shorten(`${planOwed(words, one)} · ${one.unitName}`, 60),
        data: on.ask.data(one.id),
      },
    ]),
  };
}

export function askDay(words: Words, owed: Owed, days: readonly string[]): Screen {
  return {
    text: lines(
      words.t("extend-head", { plan: planOwed(words, owed), unit: owed.unitName }),
      words.t("extend-present", { due: dueText(words, owed) }),
      words.t("extend-ask-day"),
    ),
    buttons: days.map((day): Button[] => [
      { text: words.t("extend-day", { day: words.day(day) }), data: on.day.data(owed.id, packDay(day)) },
    ]),
  };
}

export function askReason(words: Words, owed: Owed, day: string): Screen {
  return {
    text: lines(
      words.t("extend-head", { plan: planOwed(words, owed), unit: owed.unitName }),
      words.t("extend-wished", { day: words.day(day) }),
      words.t("extend-ask-reason"),
    ),
    buttons: reasons.map((reason, place): Button[] => [
      { text: words.t(`extend-reason-${reason}`), data: on.reason.data(owed.id, packDay(day), place) },
    ]),
  };
}

/** How the request stands, as the unit reads it. What staff granted to many nobody had asked for. */
function unitState(one: WholeExtension): WholeExtension["state"] | "restored" | "settled" {
  if (one.state === "withdrawn" && one.askedById === null) return "restored";
  // It lapses with the report it is about, or with a new deadline for all.
  if (one.state === "lapsed" && one.obligation.state === "open") return "settled";
  return one.state;
}

/** The request as the unit sees it, wherever it stands. To units we say neither "từ chối" nor "miễn". */
export function unitCard(words: Words, one: WholeExtension): Screen {
  const { plan } = one.obligation.milestone;
  const until = (moment: Date | null) => (moment ? words.until(moment) : "");
  const vars = {
    plan: planName(words, plan),
    wished: until(one.askedDueBefore),
    offered: until(one.offeredDueBefore),
    granted: until(one.grantedDueBefore),
    present: until(one.fromDueBefore),
    due: until(one.obligation.effectiveDueBefore),
    reason: one.decisionReason ?? "",
  };
  const withdraw: Button = { text: words.t("extend-withdraw"), data: on.withdraw.data(one.id) };
  const buttons: Button[][] =
    one.state === "asked"
      ? [[withdraw]]
      : one.state === "offered"
        ? [
            [
              { text: words.t("extend-take"), data: on.take.data(one.id) },
              { text: words.t("extend-leave"), data: on.leave.data(one.id) },
            ],
          ]
        : [];
  return {
    text: lines(
      words.t(`extend-unit-${unitState(one)}`, vars),
      words.t("extend-unit", { unit: one.obligation.unitName }),
      one.state === "granted" &&
        one.obligation.dueBefore &&
        words.t("extend-original", { until: words.until(one.obligation.dueBefore) }),
      one.askedById !== null
        ? words.t("extend-why", { reason: one.reason })
        : one.state === "granted" && words.t("extend-why-board", { reason: one.reason }),
      one.state === "refused" && words.t("extend-refused-why", { reason: one.decisionReason ?? "" }),
      (one.state === "asked" || one.state === "refused" || one.state === "offered") &&
        words.t("extend-contact", {
          name: plan.owner.name,
          phone: plan.owner.phone?.replaceAll(" ", "\u00a0") ?? "none",
        }),
    ),
    buttons,
  };
}

/** The request as staff see it; with buttons while it waits for them. */
export function staffCard(words: Words, one: WholeExtension): Screen {
  const { obligation } = one;
  const { plan } = obligation.milestone;
  const open = one.state === "asked" || one.state === "offered";
  return {
    text: lines(
      words.t(`extend-staff-${one.state}`, { unit: obligation.unitName }),
      planName(words, plan),
      words.t(open ? "extend-present" : "extend-was", {
        due: dueText(words, { dueBefore: obligation.dueBefore, effectiveDueBefore: one.fromDueBefore }),
      }),
      words.t("extend-staff-wished", { until: words.until(one.askedDueBefore) }),
      words.t("extend-why", { reason: one.reason }),
      one.askedBy && words.t("extend-staff-by", { name: one.askedBy.name, when: words.moment(one.askedAt) }),
      one.ordinal >= MANY_EXTENSIONS && words.t("extend-staff-many", { ordinal: one.ordinal }),
      one.offeredDueBefore && words.t("extend-staff-offer", { until: words.until(one.offeredDueBefore) }),
      one.grantedDueBefore && words.t("extend-staff-new", { until: words.until(one.grantedDueBefore) }),
      one.decidedBy &&
        one.decidedAt &&
        words.t("extend-staff-decided", { name: one.decidedBy.name, when: words.moment(one.decidedAt) }),
      one.decisionReason && words.t("extend-refused-why", { reason: one.decisionReason }),
    ),
    buttons: open
      ? [
          [
            { text: words.t("extend-approve"), data: on.approve.data(one.id) },
            { text: words.t("extend-other"), data: on.other.data(one.id) },
          ],
          [{ text: words.t("extend-refuse"), data: on.refuse.data(one.id) }],
        ]
      : [],
  };
}

/** Said where staff have typed or chosen their decision; their card of the request is changed in its place. */
export function decided(words: Words, one: WholeExtension, how: "refuse" | "offer"): Screen {
  return {
    text: words.t(`extend-decided-${how}`, {
      unit: one.obligation.unitName,
      present: words.until(one.fromDueBefore),
      offered: one.offeredDueBefore ? words.until(one.offeredDueBefore) : "",
    }),
  };
}

export function offerDay(words: Words, one: WholeExtension, days: readonly string[]): Screen {
  return {
    text: lines(
      words.t("extend-offer-head", { unit: one.obligation.unitName }),
      words.t("extend-staff-wished", { until: words.until(one.askedDueBefore) }),
      words.t("extend-ask-offer"),
    ),
    buttons: [
      ...days.map((day): Button[] => [
        { text: words.t("extend-day", { day: words.day(day) }), data: on.offer.data(one.id, packDay(day)) },
      ]),
      [{ text: words.t("common-back"), data: on.card.data(one.id) }],
    ],
  };
}

/** What waits for an answer in one plan. */
export function openList(
  words: Words,
  plan: { number: string | null; title: string },
  all: readonly { id: number; state: string; obligation: { unitName: string } }[],
): Screen {
  return {
    text: words.t("extend-list", { plan: planShort(words, plan), count: all.length }),
    buttons: all.slice(0, 30).map((one): Button[] => [
      {
        text: shorten(
          `${one.obligation.unitName}${one.state === "offered" ? words.t("extend-list-offered") : ""}`,
          60,
        ),
        data: on.card.data(one.id),
      },
    ]),
  };
}
