/** What the board is told at its hours, at a deadline and on the first working day of a week. */
import { shareText } from "../../../domain/form/values.ts";
import { lastDayOf } from "../../../domain/moment.ts";
import { tally } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { PlanStanding } from "../../../store/reminder/standing-of-plan.ts";
import { ofPeriod, planName, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { planActions } from "../plans/actions.ts";
import { remindActions } from "../remind/actions.ts";

const MOST_NAMES = 40;

type PlanOf = { id: number; kind: string | null; number: string | null; title: string };

export function digest(words: Words, plan: PlanOf, standing: PlanStanding, now: Date): Screen {
  const { figures, fresh, missing, unreachable, period, earlier } = standing;
  const { expected, done, drafting, awaiting, asked } = figures;
  return {
    text: lines(
      words.t("digest-head", {
        plan: ofPeriod(words, planName(words, plan), period),
        moment: words.moment(now),
        left: standing.dueBefore ? words.left(standing.dueBefore, now) : "none",
      }),
      words.t(`digest-done-${standing.several ? "several" : "one"}`, {
        done,
        expected,
        share: shareText(done, expected),
      }) + (fresh.count > 0 ? words.t(`digest-fresh-${fresh.since}`, { count: fresh.count }) : "."),
      missing.length > 0 &&
        words.t("digest-missing", {
          count: missing.length,
          drafting,
          idle: Math.max(0, missing.length - drafting),
        }),
      unreachable.length > 0 && words.t("digest-unreachable", { count: unreachable.length }),
      earlier > 0 && words.t("digest-earlier", { count: earlier }),
      awaiting > 0 && words.t("digest-awaiting", { count: awaiting }),
      asked > 0 && words.t("digest-asked", { count: asked }),
    ),
    buttons: summaryButtons(words, plan.id, missing.length, awaiting > 0 ? awaiting : done, earlier),
  };
}

function summaryButtons(
  words: Words,
  planId: number,
  present: number,
  reports: number,
  earlier = 0,
): Button[][] {
  const missing = present + earlier;
  return [
    [
      ...(missing > 0
        ? [
            {
              text: words.t(earlier > 0 ? "digest-who-reports" : "digest-who", { count: missing }),
              data: remindActions.list.data(planId, "all", 0),
            },
          ]
        : []),
      ...(reports > 0
        ? [
            {
              text: words.t("digest-reports", { count: reports }),
              data: planActions.reports.data(planId, 0),
            },
          ]
        : []),
    ],
    ...(missing > 0 ? [[{ text: words.t("digest-zalo"), data: remindActions.zalo.data(planId) }]] : []),
  ];
}

/** At the last moment of a deadline: who has done what it asked for, and who has not. */
export function deadline(
  words: Words,
  plan: PlanOf,
  owed: readonly ObligationRow[],
  dueBefore: Date,
  unreachable: number,
): Screen {
  // One period of it, where it recurs.
  const period = owed[0]?.period ?? "";
  const counts = tally(owed.map((one) => one.status));
  const missing = owed.filter((one) => one.status === "open-late" || one.status === "open-in-time");
  const extended = missing.filter((one) => one.status === "open-in-time");
  const late = missing.filter((one) => one.status === "open-late");
  const { day, hour } = lastDayOf(dueBefore, words.zone);
  const names = (all: readonly ObligationRow[]) => {
    const shown = all
      .slice(0, MOST_NAMES)
      .map((one) => one.unitName)
      .join("; ");
    return all.length > MOST_NAMES
      ? `${shown}; ${words.t("common-and-more", { count: all.length - MOST_NAMES })}`
      : shown;
  };
  return {
    text: lines(
      words.t("deadline-head", { plan: ofPeriod(words, planName(words, plan), period) }),
      words.t("deadline-was", {
        until: hour ? words.until(dueBefore) : words.t("time-until", { day: words.day(day) }),
      }),
      words.t("deadline-done", {
        done: counts.done,
        expected: counts.expected,
        share: shareText(counts.done, counts.expected),
        inTime: counts["done-in-time"],
      }),
      late.length > 0 && words.t("deadline-missing", { count: late.length, names: names(late) }),
      extended.length > 0 && words.t("deadline-extended", { count: extended.length, names: names(extended) }),
      unreachable > 0 && words.t("digest-unreachable", { count: unreachable }),
      counts.waived > 0 && words.t("status-waived", { count: counts.waived }),
    ),
    buttons: summaryButtons(words, plan.id, missing.length, counts.done),
  };
}

export interface RedLine {
  plan: { id: number; number: string | null; title: string };
  late: readonly ObligationRow[];
}

/** What is overdue over all plans of a leader's boards. */
export function redList(words: Words, all: readonly RedLine[], now: Date): Screen {
  const count = all.reduce((sum, one) => sum + one.late.length, 0);
  return {
    text: lines(
      words.t("red-head", { count, moment: words.moment(now) }),
      ...all.map(({ plan, late }) =>
        words.t("red-line", {
          plan: planShort(words, plan),
          count: late.length,
          names: shorten(
            late
              .map((one) =>
                one.effectiveDueBefore
                  ? `${one.unitName} (${words.left(one.effectiveDueBefore, now)})`
                  : one.unitName,
              )
              .join("; "),
            700,
          ),
        }),
      ),
    ),
    buttons: all.slice(0, 8).map(({ plan }): Button[] => [
      {
        text: shorten(words.t("red-open", { plan: planShort(words, plan) }), 60),
        data: remindActions.list.data(plan.id, "late", 0),
      },
    ]),
  };
}

export interface CallLine {
  obligationId: number;
  unitName: string;
  why: "unseen" | "late";
  days: number;
  holders: readonly { name: string; title: string; phone: string | null }[];
}

/** Whom staff are to call, with names and telephones; a button each to note how it went. */
export function callList(words: Words, plan: PlanOf, all: readonly CallLine[]): Screen {
  return {
    text: lines(
      words.t("calls-head", { plan: planShort(words, plan), count: all.length }),
      "",
      ...all.slice(0, 20).flatMap((one, i) => [
        words.t(`calls-${one.why}`, { number: String(i + 1), unit: one.unitName, days: one.days }),
        ...(one.holders.length > 0
          ? one.holders.map((holder) =>
              words.t("calls-holder", {
                title: holder.title,
                name: holder.name,
                phone: holder.phone?.replaceAll(" ", "\u00a0") ?? "none",
              }),
            )
          : [words.t("calls-nobody")]),
      ]),
      all.length > 20 && words.t("common-and-more", { count: all.length - 20 }),
    ),
    buttons: all.slice(0, 20).map((one, i): Button[] => [
      {
        text: shorten(words.t("calls-log", { number: String(i + 1), unit: one.unitName }), 60),
        data: remindActions.card.data(one.obligationId),
      },
    ]),
  };
}
