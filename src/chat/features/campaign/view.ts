/** A broadcast on its way, as staff see it: how far it is, what holds it up, what became of it. */
import type { Words } from "../../../i18n.ts";
import type { DeliveryCounts, WholePlan } from "../../../store/plan/plans.ts";
import type { CampaignProgress, SilentRow, UnreachedRow } from "../../../store/sending/campaigns.ts";
import { NAMES_PAGE } from "../../paging.ts";
import { type OutcomeLine, outcomeLine } from "../../phrases/outcome.ts";
import { planName, planShort } from "../../phrases/plan.ts";
import { type Button, lines, type Screen, shorten } from "../../screen.ts";
import { planActions } from "../plans/actions.ts";
import { campaignActions } from "./actions.ts";

const MOST_NAMES = 30;

/** While sending: how far. At the end: the outcome, with the names of those it did not reach. */
export function progress(
  words: Words,
  plan: WholePlan,
  campaign: CampaignProgress,
  counts: DeliveryCounts,
  all: readonly OutcomeLine[],
): Screen {
  const step = (name: "pause" | "resume" | "retry" | "retry-unknown", count = 0): Button => ({
    text: words.t(`campaign-${name}`, { count }),
    data: campaignActions.step.data(campaign.id, name),
  });
  const stop: Button = { text: words.t("campaign-stop"), data: campaignActions.askStop.data(campaign.id) };
  const done = counts.total - counts.pending;
  const lost = counts.blocked + counts.failed + counts.unknown;
  if (campaign.state === "active" || campaign.state === "paused") {
    const paused = campaign.state === "paused";
    return {
      text: lines(
        words.t(paused ? "campaign-paused" : "board-progress", {
          plan: planShort(words, plan),
          done,
          total: counts.total,
        }),
        bar(done, counts.total),
        campaign.halt && words.t("campaign-halted", { reason: shorten(campaign.halt, 200) }),
        lost > 0 && words.t("campaign-lost-so-far", { count: lost }),
      ),
      buttons: [[step(paused ? "resume" : "pause"), stop]],
    };
  }
  const owes = plan.milestones.some(
    (one) => one.kind === "report" && one.owedBy === "units" && one.dueBefore,
  );
  const reached = all.filter((one) => one.state === "sent");
  const missed = all.filter((one) => one.state !== "sent");
  return {
    text: lines(
      words.t(campaign.state === "stopped" ? "campaign-stopped" : "board-sent", {
        plan: planName(words, plan),
        sent: reached.length,
        units: all.length,
      }),
      reached.length > 0 &&
        words.t("board-sent-names", { names: shorten(reached.map((one) => one.unitName).join("; "), 1_500) }),
      missed.length > 0 && words.t(owes ? "board-missed" : "board-missed-only", { count: missed.length }),
      ...missed.slice(0, MOST_NAMES).map((one) => outcomeLine(words, one)),
      missed.length > MOST_NAMES && words.t("common-and-more", { count: missed.length - MOST_NAMES }),
    ),
    buttons: [
      ...(campaign.again > 0 ? [[step("retry", campaign.again)]] : []),
      ...(counts.unknown > 0 ? [[step("retry-unknown", counts.unknown)]] : []),
      [
        { text: words.t("campaign-file"), data: campaignActions.file.data(campaign.id) },
        { text: words.t("board-open"), data: planActions.open.data(plan.id) },
      ],
    ],
  };
}

/** ▰▰▰▱▱▱ */
function bar(done: number, total: number): string {
  const filled = total === 0 ? 12 : Math.round((done / total) * 12);
  return "▰".repeat(filled) + "▱".repeat(12 - filled);
}

export function confirmStop(
  words: Words,
  plan: WholePlan,
  campaign: CampaignProgress,
  waiting: number,
): Screen {
  return {
    text: words.t("campaign-stop-ask", { plan: planShort(words, plan), count: waiting }),
    buttons: [
      [
        { text: words.t("campaign-stop-yes"), data: campaignActions.step.data(campaign.id, "stop") },
        { text: words.t("campaign-stop-no"), data: campaignActions.keep.data(campaign.id) },
      ],
    ],
  };
}

/** Who has had it for two working days and has not tapped "Đã nhận". */
export function silentList(words: Words, plan: WholePlan, all: readonly SilentRow[], page: number): Screen {
  const from = page * NAMES_PAGE;
  const shown = all.slice(from, from + NAMES_PAGE);
  const turn: Button[] = [
    ...(page > 0 ? [{ text: "‹", data: campaignActions.silent.data(plan.id, page - 1) }] : []),
    ...(from + NAMES_PAGE < all.length
      ? [{ text: "›", data: campaignActions.silent.data(plan.id, page + 1) }]
      : []),
  ];
  return {
    text: lines(
      words.t("campaign-silent-head", { plan: planShort(words, plan), count: all.length }),
      "",
      ...shown.map((one) =>
        words.t("campaign-silent-line", {
          unit: one.unitName,
          person: one.person,
          phone: one.phone ?? "none",
          sent: words.moment(one.sentAt),
        }),
      ),
    ),
    buttons: [turn, [{ text: words.t("plans-card"), data: planActions.open.data(plan.id) }]],
  };
}

/** Reminders that did not reach somebody, and who gets them instead; or that were halted, and can be sent again. */
export function unreached(
  words: Words,
  rows: readonly UnreachedRow[],
  { id, halt }: Pick<CampaignProgress, "id" | "halt">,
): Screen {
  return {
    text: lines(
      rows.length > 0
        ? words.t("campaign-unreached", { count: rows.length })
        : words.t("campaign-unreached-none"),
      ...rows.slice(0, MOST_NAMES).map((one) =>
        words.t("campaign-unreached-line", {
          person: one.person,
          units: one.units || "none",
          instead: one.instead ?? "none",
        }),
      ),
      rows.length > MOST_NAMES && words.t("common-and-more", { count: rows.length - MOST_NAMES }),
      halt && words.t("campaign-halted", { reason: shorten(halt, 200) }),
    ),
    buttons: halt
      ? [[{ text: words.t("campaign-resume"), data: campaignActions.step.data(id, "retry") }]]
      : [],
  };
}

/** Nobody had listened for a while: from when until when, and what that means for deadlines. */
export function outage(words: Words, gone: { from: Date; until: Date }, deadlines: number): Screen {
  return {
    text: lines(
      words.t("outage-head", { from: words.moment(gone.from), until: words.moment(gone.until) }),
      deadlines > 0 && words.t("outage-deadlines", { count: deadlines }),
      words.t("outage-waited"),
    ),
  };
}
