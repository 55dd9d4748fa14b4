/** /remind: who owes, what is to be done with those chosen, and the word before it is done. */
import { lastDayOf } from "../../../domain/moment.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import { type Button, inRows, lines, type Screen, shorten } from "../../screen.ts";
import { packDay } from "../../typed-day.ts";
import { planName, planShort } from "../plans/names.ts";
import { type Filter, filters, remindActions as on } from "./actions.ts";

const PAGE = 8;
const MOST_NAMES = 30;
const SOON_DAYS = 3;
/** What a message of a Zalo group takes, with room to spare. */
export const ZALO_LENGTH = 1_900;

type PlanOf = { id: number; kind: string | null; number: string | null; title: string };

export interface Owing {
  plan: PlanOf;
  owed: readonly ObligationRow[];
  /** Units that have tapped "Đã nhận". */
  acknowledged: ReadonlySet<number>;
  chosen: ReadonlySet<number>;
}

export function filtered(
  owed: readonly ObligationRow[],
  acknowledged: ReadonlySet<number>,
  filter: Filter,
  now: Date,
): ObligationRow[] {
  const soon = new Date(now.getTime() + SOON_DAYS * 86_400_000);
  return owed.filter((one) => {
    if (filter === "unseen") return !acknowledged.has(one.unitId);
    if (filter === "late") return one.behind;
    if (filter === "soon") return !one.behind && one.behindFrom !== null && one.behindFrom <= soon;
    return true;
  });
}

/** A tick before each that is chosen; the telephone with its number opens what was done about it. */
export function owingList(words: Words, about: Owing, filter: Filter, page: number, now: Date): Screen {
  const { plan, owed, acknowledged, chosen } = about;
  if (owed.length === 0) return { text: words.t("remind-none", { plan: planShort(words, plan) }) };
  const shown = filtered(owed, acknowledged, filter, now);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const current = Math.min(page, pages - 1);
  const several = new Set(owed.map((one) => one.milestoneId)).size > 1;
  const here = shown
    .slice(current * PAGE, (current + 1) * PAGE)
    .map((one, i) => ({ one, number: current * PAGE + i + 1 }));
  const ticks = here.map(({ one, number }): Button[] => [
    {
      text: shorten(
        `${chosen.has(one.id) ? "☑" : "☐"} ${number}. ${one.unitName}${several ? `: ${shorten(one.action, 20)}` : ""}${timeLeft(words, one, now)}`,
        60,
      ),
      data: on.tick.data(one.id, filter, current),
    },
  ]);
  // Beside a name a telephone would take half of the line: messengers give the buttons of a row the same width.
  const phones = here.map(
    ({ one, number }): Button => ({ text: `📞 ${number}`, data: on.card.data(one.id) }),
  );
  const count = owed.filter((one) => chosen.has(one.id)).length;
  const turn: Button[] =
    pages === 1
      ? []
      : [
          ...(current > 0 ? [{ text: "‹", data: on.list.data(plan.id, filter, current - 1) }] : []),
          {
            text: words.t("common-page", { page: String(current + 1), pages: String(pages) }),
            data: on.list.data(plan.id, filter, current),
          },
          ...(current < pages - 1 ? [{ text: "›", data: on.list.data(plan.id, filter, current + 1) }] : []),
        ];
  const filterButtons = filters.map((one): Button => {
    const many = filtered(owed, acknowledged, one, now).length;
    return {
      text: `${one === filter ? "• " : ""}${words.t(`remind-filter-${one}`, { count: many })}`,
      data: on.list.data(plan.id, one, 0),
    };
  });
  return {
    text: lines(
      words.t("remind-head", { plan: planName(words, plan), ...owingCounts(owed) }),
      words.t("remind-chosen", { count }),
    ),
    buttons: [
      filterButtons.slice(0, 2),
      filterButtons.slice(2),
      ...ticks,
      ...inRows(phones, 4),
      turn,
      [
        ...(shown.length > 0
          ? [{ text: words.t("remind-all", { count: shown.length }), data: on.all.data(plan.id, filter) }]
          : []),
        ...(count > 0 ? [{ text: words.t("remind-nothing"), data: on.none.data(plan.id, filter) }] : []),
      ],
      ...(count > 0
        ? [
            [{ text: words.t("remind-nudge", { count }), data: on.nudge.data(plan.id) }],
            [
              { text: words.t("remind-extend"), data: on.extend.data(plan.id) },
              { text: words.t("remind-waive"), data: on.waive.data(plan.id) },
            ],
            [{ text: words.t("remind-letter"), data: on.letter.data(plan.id) }],
          ]
        : []),
      [
        { text: words.t("digest-zalo"), data: on.zalo.data(plan.id) },
        { text: words.t("remind-export"), data: on.export.data(plan.id) },
      ],
    ],
  };
}

function timeLeft(words: Words, one: ObligationRow, now: Date): string {
  if (!one.behindFrom) return "";
  const left = words.left(one.behindFrom, now);
  return ` (${one.stage === "returned" ? words.t("remind-mending", { left }) : left})`;
}

/** How many have sent nothing, and how many have something to mend. */
export const owingCounts = (owed: readonly ObligationRow[]): { missing: number; mending: number } => {
  const mending = owed.filter((one) => one.stage === "returned").length;
  return { missing: owed.length - mending, mending };
};

/** Which plan, where several have something owed. */
export function choosePlan(
  words: Words,
  plans: readonly { id: number; number: string | null; title: string; missing: number; mending: number }[],
): Screen {
  if (plans.length === 0) return { text: words.t("remind-no-plan") };
  return {
    text: words.t("remind-choose"),
    buttons: plans.slice(0, 20).map((plan): Button[] => [
      {
        text: shorten(
          words.t("remind-plan", {
            plan: planShort(words, plan),
            missing: plan.missing,
            mending: plan.mending,
          }),
          60,
        ),
        data: on.list.data(plan.id, "all", 0),
      },
    ]),
  };
}

export interface Before {
  plan: PlanOf;
  chosen: readonly ObligationRow[];
  /** Written to within the cool-down. */
  cool: ReadonlySet<number>;
  unreachable: readonly string[];
  words: string | null;
  /** When it would go out; null: at once. */
  at: Date | null;
}

/** Under the preview of a nudge: to whom, who is left out and why. */
export function confirmNudge(words: Words, about: Before, hours: number): Screen {
  const { plan, chosen, cool, unreachable } = about;
  const lately = chosen.filter((one) => cool.has(one.id));
  const fresh = chosen.length - lately.length;
  return {
    text: lines(
      words.t("remind-confirm", { plan: planShort(words, plan), count: chosen.length }),
      lately.length > 0 &&
        words.t("remind-cool", {
          hours,
          count: lately.length,
          names: names(
            words,
            lately.map((o) => o.unitName),
          ),
        }),
      unreachable.length > 0 &&
        words.t("remind-unreachable", { count: unreachable.length, names: names(words, unreachable) }),
      about.at && words.t("remind-later", { moment: words.moment(about.at) }),
    ),
    buttons: [
      ...(fresh > 0
        ? [[{ text: words.t("remind-send", { count: fresh }), data: on.send.data(plan.id, "now") }]]
        : []),
      ...(lately.length > 0
        ? [
            [
              {
                text: words.t("remind-send-all", { count: chosen.length }),
                data: on.send.data(plan.id, "all"),
              },
            ],
          ]
        : []),
      [
        { text: words.t(about.words ? "remind-words-again" : "remind-words"), data: on.words.data(plan.id) },
        back(words, plan.id),
      ],
    ],
  };
}

export function askTogether(words: Words, plan: PlanOf, count: number, days: readonly string[]): Screen {
  return {
    text: words.t("remind-ask-day", { plan: planShort(words, plan), count }),
    buttons: [
      ...days.map((day): Button[] => [
        {
          text: words.t("extend-day", { day: words.day(day) }),
          data: on.extendTo.data(plan.id, packDay(day)),
        },
      ]),
      [back(words, plan.id)],
    ],
  };
}

export function confirmTogether(
  words: Words,
  plan: PlanOf,
  chosen: readonly ObligationRow[],
  dueBefore: Date,
  reason: string,
): Screen {
  return {
    text: lines(
      words.t("remind-together", {
        plan: planShort(words, plan),
        count: chosen.length,
        day: words.day(lastDayOf(dueBefore, words.zone).day),
      }),
      words.t("extend-why", { reason }),
      names(
        words,
        chosen.map((one) => one.unitName),
      ),
    ),
    buttons: [
      [{ text: words.t("remind-together-go", { count: chosen.length }), data: on.extendNow.data(plan.id) }],
      [back(words, plan.id)],
    ],
  };
}

export function confirmWaive(
  words: Words,
  plan: PlanOf,
  chosen: readonly ObligationRow[],
  reason: string,
): Screen {
  return {
    text: lines(
      words.t("remind-waive-ask", { plan: planShort(words, plan), count: chosen.length }),
      words.t("extend-why", { reason }),
      names(
        words,
        chosen.map((one) => one.unitName),
      ),
    ),
    buttons: [
      [{ text: words.t("remind-waive-go", { count: chosen.length }), data: on.waiveNow.data(plan.id) }],
      [back(words, plan.id)],
    ],
  };
}

export interface WaiverLine {
  id: number;
  unitName: string;
  reason: string;
  by: string;
  at: Date;
}

/** Who owes nothing this time, why, and the way back. */
export function waiverList(words: Words, plan: PlanOf, all: readonly WaiverLine[]): Screen {
  return {
    text: lines(
      words.t("remind-waivers", { plan: planShort(words, plan), count: all.length }),
      "",
      ...all.slice(0, 20).map((one) =>
        words.t("remind-waiver", {
          unit: one.unitName,
          reason: shorten(one.reason, 120),
          by: one.by,
          when: words.moment(one.at),
        }),
      ),
    ),
    buttons: [
      ...all.slice(0, 20).map((one): Button[] => [
        {
          text: shorten(words.t("remind-lift", { unit: one.unitName }), 60),
          data: on.lift.data(one.id),
        },
      ]),
      [back(words, plan.id)],
    ],
  };
}

export function back(words: Words, planId: number): Button {
  return { text: words.t("common-back"), data: on.list.data(planId, "all", 0) };
}

/** Names who owes, in plain words to be copied into a group; never longer than such a message may be. */
export function zaloText(words: Words, plan: PlanOf, owed: readonly ObligationRow[], now: Date): string {
  const due = owed.find((one) => one.effectiveDueBefore)?.effectiveDueBefore ?? null;
  const compose = (shown: number) =>
    lines(
      words.t("zalo-head", { plan: planName(words, plan), moment: words.moment(now) }),
      due && words.t("zalo-due", { until: words.until(due), left: words.left(due, now) }),
      owed.length === 0 ? words.t("zalo-none") : words.t("zalo-missing", { count: owed.length }),
      ...owed.slice(0, shown).map((one, i) => `${i + 1}. ${shorten(one.unitName, 100)}`),
      shown < owed.length && words.t("common-and-more", { count: owed.length - shown }),
      owed.length > 0 && words.t("zalo-ask"),
    );
  let shown = owed.length;
  while (shown > 0 && compose(shown).length >= ZALO_LENGTH) shown--;
  return compose(shown);
}

export function names(words: Words, all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).join("; ");
  return all.length > MOST_NAMES
    ? `${shown}; ${words.t("common-and-more", { count: all.length - MOST_NAMES })}`
    : shown;
}
