import { shareText } from "../../../domain/form/values.ts";
import { countedAt } from "../../../domain/obligation/period.ts";
import { isUndone, tally } from "../../../domain/obligation/status.ts";
import type { Words } from "../../../i18n.ts";
import type { ObligationRow } from "../../../store/plan/obligations.ts";
import type { DeliveryCounts, PlanLine, WholePlan } from "../../../store/plan/plans.ts";
import { isDrafting } from "../../../store/reminder/digests.ts";
import { ladderOf } from "../../../store/reminder/ladders.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { broadcastActions } from "../broadcast/actions.ts";
import { campaignActions } from "../campaign/actions.ts";
import { extendActions } from "../extend/actions.ts";
import { ladderActions } from "../ladder/actions.ts";
import { ladderText } from "../ladder/view.ts";
import { remindActions } from "../remind/actions.ts";
import { scheduleButtons } from "../schedule/view.ts";
import { cells, type groups, planActions } from "./actions.ts";
import { earlierLine, lateLine, returnedLine, sentOf } from "./figures.ts";
import { dueText, milestoneWhen, ofPeriod, periodText, planName, planShort } from "./names.ts";

export const PLANS_PAGE = 8;
export const NAMES_PAGE = 20;

/** The newest first; one line more than a page was asked for tells that there is a next one. */
export function planList(words: Words, found: readonly PlanLine[], page: number): Screen {
  if (found.length === 0 && page === 0) return { text: words.t("plans-none") };
  const shown = found.slice(0, PLANS_PAGE);
  const rows = shown.map((plan): Button[] => [
    {
      text: shorten(`${words.t(`plans-mark-${plan.state}`)} ${planShort(words, plan)}: ${plan.title}`, 60),
      data: plan.state === "draft" ? broadcastActions.card.data(plan.id) : planActions.open.data(plan.id),
    },
  ]);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: planActions.page.data(page - 1) }] : []),
    ...(found.length > PLANS_PAGE ? [{ text: "›", data: planActions.page.data(page + 1) }] : []),
  ];
  return { text: words.t("plans-head"), buttons: [...rows, turn] };
}

/** The card of a published plan: sent, acknowledged, reported, late. */
export function planCard(
  words: Words,
  plan: WholePlan,
  sent: DeliveryCounts,
  units: number,
  owed: readonly ObligationRow[],
  silent: number,
  now: Date,
): Screen {
  const all = tally(owed);
  const { present, period } = countedAt(owed, now);
  const counts = tally(present);
  const asked = owed.filter((one) => one.extensionId !== null).length;
  const lost = sent.blocked + sent.failed + sent.unknown;
  return {
    text: lines(
      `📄 ${planName(words, plan)}`,
      shorten(plan.title, 400),
      plan.publishedAt &&
        words.t("plans-published", { when: words.moment(plan.publishedAt), code: plan.code ?? "" }),
      ...plan.milestones
        .filter((one) => one.kind === "report" && one.owedBy === "units")
        .map((one) => words.t("plans-report-due", { when: milestoneWhen(words, one) })),
      ...plan.milestones
        .filter((one) => one.owedBy === "owner" && one.kind !== "event")
        .map((one) =>
          words.t("plans-owner-task", { action: shorten(one.action, 100), when: milestoneWhen(words, one) }),
        ),
      "",
      words.t("plans-sent", { sent: sent.sent, units }),
      sent.pending > 0 && words.t("plans-pending", { count: sent.pending }),
      lost > 0 && words.t("plans-lost", { count: lost }),
      units > sent.total && words.t("plans-unreached", { count: units - sent.total }),
      words.t("plans-acknowledged", {
        count: sent.acknowledged,
        share: shareText(sent.acknowledged, sent.total),
      }),
      silent > 0 && words.t("plans-silent", { count: silent }),
      counts.expected > 0 &&
        words.t("plans-reported", {
          period: period ? periodText(words, period) : "none",
          ...sentOf(counts),
        }),
      counts.awaiting > 0 && words.t("digest-awaiting", { count: counts.awaiting }),
      returnedLine(words, counts),
      lateLine(words, counts),
      earlierLine(words, tally(countedAt(owed, now).earlier)),
      counts.expected > 0 && words.t("ladder-line", { ladder: ladderText(words, ladderOf(plan.ladder)) }),
    ),
    buttons: [
      ...(counts.expected > 0
        ? [[{ text: words.t("plans-status"), data: planActions.status.data(plan.id) }]]
        : []),
      [
        { text: words.t("plans-outcome"), data: planActions.outcome.data(plan.id, 0) },
        ...(all.sent > 0
          ? [
              {
                text: words.t("plans-reports", { count: all.sent }),
                data: planActions.reports.data(plan.id, 0),
              },
            ]
          : []),
      ],
      ...(silent > 0
        ? [
            [
              {
                text: words.t("plans-silent-button", { count: silent }),
                data: campaignActions.silent.data(plan.id, 0),
              },
            ],
          ]
        : []),
      ...(plan.state === "published" && all.expected > all.done
        ? [[{ text: words.t("plans-remind"), data: remindActions.list.data(plan.id, "all", 0) }]]
        : []),
      ...(all.waived > 0
        ? [
            [
              {
                text: words.t("plans-waivers", { count: all.waived }),
                data: remindActions.waivers.data(plan.id),
              },
            ],
          ]
        : []),
      ...(asked > 0
        ? [[{ text: words.t("plans-extensions", { count: asked }), data: extendActions.list.data(plan.id) }]]
        : []),
      ...(counts.expected > 0 && plan.state === "published"
        ? [
            [{ text: words.t("ladder-open"), data: ladderActions.open.data(plan.id) }],
            ...scheduleButtons(words, plan),
          ]
        : []),
      [{ text: words.t("plans-all"), data: planActions.page.data(0) }],
    ],
  };
}

/** What has not come, or was not mended, of the earlier periods of what recurs. */
const earlierUndone = (owed: readonly ObligationRow[], now: Date): ObligationRow[] =>
  countedAt(owed, now).earlier.filter(isUndone);

/** The official 2 × 2 with its rates, of the present period where it recurs; each cell opens its names. */
export function status(words: Words, plan: WholePlan, all: readonly ObligationRow[], now: Date): Screen {
  const { present: owed, period } = countedAt(all, now);
  const earlier = earlierUndone(all, now).length;
  const counts = tally(owed);
  const nil = owed.filter(
    (one) => one.reportNil && (one.status === "done-in-time" || one.status === "done-late"),
  ).length;
  const drafting = owed.filter(isDrafting).length;
  const soon = owed.find((one) => one.effectiveDueBefore)?.effectiveDueBefore ?? null;
  const rate = (part: number) => shareText(part, counts.expected);
  return {
    text: lines(
      words.t("status-head", { plan: ofPeriod(words, planName(words, plan), period) }),
      words.t("status-at", { moment: words.moment(now) }),
      soon && words.t("status-due", { until: words.until(soon), left: words.left(soon, now) }),
      "",
      words.t("status-sent", { ...sentOf(counts), awaiting: counts.awaiting }),
      returnedLine(words, counts),
      counts.missing > 0 && words.t("status-missing", { count: counts.missing, drafting }),
      "",
      words.t("status-done", { done: counts.done, expected: counts.expected, share: rate(counts.done) }),
      words.t("status-done-in-time", { count: counts["done-in-time"] }),
      words.t("status-done-late", { count: counts["done-late"] }),
      words.t("status-open", { count: counts.expected - counts.done }),
      words.t("status-open-in-time", { count: counts["open-in-time"] }),
      words.t("status-open-late", { count: counts["open-late"] }),
      "",
      words.t("status-timeliness", { share: rate(counts["done-in-time"]) }),
      nil > 0 && words.t("status-nil", { count: nil }),
      counts.waived > 0 && words.t("status-waived", { count: counts.waived }),
      earlierLine(words, tally(countedAt(all, now).earlier)),
    ),
    buttons: [
      ...cells
        .filter((group) => counts[group] > 0)
        .map((group): Button[] => [
          {
            text: words.t(`status-names-${group}`, { count: counts[group] }),
            data: planActions.names.data(plan.id, group, 0),
          },
        ]),
      ...(earlier > 0
        ? [
            [
              {
                text: words.t("status-names-earlier", { count: earlier }),
                data: planActions.names.data(plan.id, "earlier", 0),
              },
            ],
          ]
        : []),
      [{ text: words.t("plans-card"), data: planActions.open.data(plan.id) }],
    ],
  };
}

export function namesOf(
  words: Words,
  plan: WholePlan,
  group: (typeof groups)[number],
  owed: readonly ObligationRow[],
  page: number,
  now: Date,
): Screen {
  const all =
    group === "earlier"
      ? earlierUndone(owed, now)
      : countedAt(owed, now).present.filter((one) => one.status === group);
  const several = new Set(owed.map((one) => one.milestoneId)).size > 1;
  const from = page * NAMES_PAGE;
  const shown = all.slice(from, from + NAMES_PAGE);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: planActions.names.data(plan.id, group, page - 1) }] : []),
    ...(from + NAMES_PAGE < all.length
      ? [{ text: "›", data: planActions.names.data(plan.id, group, page + 1) }]
      : []),
  ];
  return {
    text: lines(
      words.t(`status-names-${group}`, { count: all.length }),
      planShort(words, plan),
      "",
      ...shown.map((one, i) => nameLine(words, one, from + i + 1, several)),
    ),
    buttons: [turn, [{ text: words.t("plans-status"), data: planActions.status.data(plan.id) }]],
  };
}

function nameLine(words: Words, one: ObligationRow, number: number, several: boolean): string {
  const period = one.period ? ` (${periodText(words, one.period)})` : "";
  const what = `${several ? `: ${shorten(one.action, 60)}` : ""}${period}`;
  const when = one.reportSentAt ? words.moment(one.reportSentAt) : null;
  const draft = one.answered
    ? words.t("status-writing", { answered: one.answered, fields: one.fields ?? 0 })
    : null;
  const moved =
    one.dueBefore && one.dueBefore.getTime() !== one.effectiveDueBefore?.getTime()
      ? words.t("status-extended", { due: dueText(words, one) })
      : "";
  const mending = one.mendBefore
    ? words.t(one.behind ? "status-unmended" : "status-mending", { until: words.until(one.mendBefore) })
    : "";
  return `${number}. ${one.unitName}${what}${when ? `, ${when}` : ""}${draft ? ` (${draft})` : ""}${moved}${mending}`;
}

export interface OutcomeLine {
  unitName: string;
  person: string | null;
  /** Null: nobody could be reached, nothing was sent. */
  state: string | null;
  acknowledgedAt: Date | null;
  insteadOf: string | null;
}

/** Who has it and who does not, by name. */
export function outcome(words: Words, plan: WholePlan, all: readonly OutcomeLine[], page: number): Screen {
  const from = page * NAMES_PAGE;
  const shown = all.slice(from, from + NAMES_PAGE);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: planActions.outcome.data(plan.id, page - 1) }] : []),
    ...(from + NAMES_PAGE < all.length
      ? [{ text: "›", data: planActions.outcome.data(plan.id, page + 1) }]
      : []),
  ];
  return {
    text: lines(
      words.t("outcome-head", { plan: planShort(words, plan) }),
      "",
      ...shown.map((one) => outcomeLine(words, one)),
    ),
    buttons: [turn, [{ text: words.t("plans-card"), data: planActions.open.data(plan.id) }]],
  };
}

export function outcomeLine(words: Words, one: OutcomeLine): string {
  const state = one.acknowledgedAt ? "acknowledged" : (one.state ?? "nobody");
  const line = words.t(`outcome-${state}`, { unit: one.unitName, person: one.person ?? "" });
  return one.insteadOf ? words.t("outcome-instead", { line, person: one.insteadOf }) : line;
}

export function reportList(
  words: Words,
  plan: WholePlan,
  owed: readonly ObligationRow[],
  page: number,
): Screen {
  const all = owed.filter((one) => one.reportId !== null);
  const from = page * PLANS_PAGE;
  const shown = all.slice(from, from + PLANS_PAGE);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: planActions.reports.data(plan.id, page - 1) }] : []),
    ...(from + PLANS_PAGE < all.length
      ? [{ text: "›", data: planActions.reports.data(plan.id, page + 1) }]
      : []),
  ];
  return {
    text: words.t("plans-reports-head", { plan: planShort(words, plan), count: all.length }),
    buttons: [
      ...shown.map((one): Button[] => [
        { text: shorten(one.unitName, 60), data: planActions.report.data(one.id) },
      ]),
      turn,
      [{ text: words.t("plans-card"), data: planActions.open.data(plan.id) }],
    ],
  };
}
