/** What the board is told at its hours, at a deadline and on the first working day of a week. */
import { lastDayOf } from "../../../domain/moment.ts";
import { type Stage, type Tally, tally } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { PlanStanding } from "../../../store/reminder/standing-of-plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { planActions } from "../plans/actions.ts";
import { earlierLine, returnedLine, sentOf } from "../plans/figures.ts";
import { ofPeriod, planName, planShort } from "../plans/names.ts";
import { remindActions } from "../remind/actions.ts";

const MOST_NAMES = 40;

type PlanOf = { id: number; kind: string | null; number: string | null; title: string };

export function digest(words: Words, plan: PlanOf, standing: PlanStanding, now: Date): Screen {
  const { present, earlier, drafting, asked, fresh, unreachable, period } = standing;
  const awaiting = present.awaiting + earlier.awaiting;
  return {
    text: lines(
      words.t("digest-head", {
        plan: ofPeriod(words, planName(words, plan), period),
        moment: words.moment(now),
        left: standing.dueBefore ? words.left(standing.dueBefore, now) : "none",
      }),
      words.t(`digest-sent-${standing.several ? "several" : "one"}`, {
        ...sentOf(present),
      }) + (fresh.count > 0 ? words.t(`digest-fresh-${fresh.since}`, { count: fresh.count }) : "."),
      present.missing > 0 &&
        words.t("digest-missing", {
          count: present.missing,
          drafting,
          idle: present.missing - drafting,
        }),
      unreachable.length > 0 && words.t("digest-unreachable", { count: unreachable.length }),
      ended(returnedLine(words, present)),
      ended(earlierLine(words, earlier)),
      awaiting > 0 && words.t("digest-awaiting", { count: awaiting }),
      asked > 0 && words.t("digest-asked", { count: asked }),
    ),
    buttons: summaryButtons(words, plan.id, present, earlier, awaiting > 0 ? awaiting : present.sent),
  };
}

const ended = (line: string | false) => line && `${line}.`;

function summaryButtons(
  words: Words,
  planId: number,
  present: Tally,
  earlier: Tally | null,
  reports: number,
): Button[][] {
  const missing = present.missing + (earlier?.missing ?? 0);
  const mending = present.returned + (earlier?.returned ?? 0);
  return [
    [
      ...(missing + mending > 0
        ? [
            {
              text:
                mending > 0
                  ? words.t("digest-who-both", { missing, mending })
                  : words.t((earlier?.missing ?? 0) > 0 ? "digest-who-reports" : "digest-who", {
                      count: missing,
                    }),
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

/** At the last moment of a deadline: who has sent what it asked for, who has not, who is to mend it. */
export function deadline(
  words: Words,
  plan: PlanOf,
  owed: readonly ObligationRow[],
  dueBefore: Date,
  unreachable: number,
): Screen {
  // One period of it, where it recurs.
  const period = owed[0]?.period ?? "";
  const counts = tally(owed);
  const at = (stage: Stage) => owed.filter((one) => one.status !== "waived" && one.stage === stage);
  const { day, hour } = lastDayOf(dueBefore, words.zone);
  const line = (key: "missing" | "extended" | "mending" | "unmended", all: readonly ObligationRow[]) =>
    all.length > 0 && words.t(`deadline-${key}`, { count: all.length, names: namesIn(words, all) });
  return {
    text: lines(
      words.t("deadline-head", { plan: ofPeriod(words, planName(words, plan), period) }),
      words.t("deadline-was", {
        until: hour ? words.until(dueBefore) : words.t("time-until", { day: words.day(day) }),
      }),
      words.t("deadline-sent", {
        ...sentOf(counts),
        inTime: counts.sentInTime,
      }),
      line(
        "missing",
        at("missing").filter((one) => one.behind),
      ),
      // Another date was given to these.
      line(
        "extended",
        at("missing").filter((one) => !one.behind),
      ),
      line(
        "mending",
        at("returned").filter((one) => !one.behind),
      ),
      line(
        "unmended",
        at("returned").filter((one) => one.behind),
      ),
      unreachable > 0 && words.t("digest-unreachable", { count: unreachable }),
      counts.waived > 0 && words.t("status-waived", { count: counts.waived }),
    ),
    buttons: summaryButtons(words, plan.id, counts, null, counts.sent),
  };
}

function namesIn(words: Words, all: readonly ObligationRow[]): string {
  const shown = all
    .slice(0, MOST_NAMES)
    .map((one) => one.unitName)
    .join("; ");
  return all.length > MOST_NAMES
    ? `${shown}; ${words.t("common-and-more", { count: all.length - MOST_NAMES })}`
    : shown;
}

export interface RedLine {
  plan: { id: number; number: string | null; title: string };
  behind: readonly ObligationRow[];
}

/** What is overdue over all plans of a leader's boards: not sent, or not mended. */
export function redList(words: Words, all: readonly RedLine[], now: Date): Screen {
  const counts = tally(all.flatMap((one) => one.behind));
  return {
    text: lines(
      words.t("red-head", {
        missing: counts.missingBehind,
        mending: counts.mendingBehind,
        moment: words.moment(now),
      }),
      ...all.map(({ plan, behind }) =>
        words.t("red-line", {
          plan: planShort(words, plan),
          count: behind.length,
          names: shorten(behind.map((one) => redName(words, one, now)).join("; "), 700),
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

function redName(words: Words, one: ObligationRow, now: Date): string {
  const left = one.behindFrom && words.left(one.behindFrom, now);
  const what = one.stage === "returned" ? words.t("red-unmended") : null;
  return `${one.unitName} (${[what, left].filter(Boolean).join(", ")})`;
}

export interface CallLine {
  obligationId: number;
  unitName: string;
  why: "unseen" | "late" | "unmended";
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
