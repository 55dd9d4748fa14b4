/** What each kind of notice shows right now; null where there is nothing left to show. */
import { NOTICE_MINUTES } from "../../cases/report/submit-report.ts";
import { closing, newReports } from "../../chat/features/board/view.ts";
import { card } from "../../chat/features/broadcast/view.ts";
import { outage, progress, unreached } from "../../chat/features/campaign/view.ts";
import { type HandOverKind, told } from "../../chat/features/hand-over/view.ts";
import { historyActions } from "../../chat/features/history/actions.ts";
import { enrolmentParts } from "../../chat/features/people/enrolment-parts.ts";
import { enrolmentCard } from "../../chat/features/people/view.ts";
import { reportActions } from "../../chat/features/report/actions.ts";
import type { Screen } from "../../chat/screen.ts";
import { Problem, problemCodes } from "../../domain/problem.ts";
import type { Words } from "../../i18n.ts";
import type { Db } from "../../store/database.ts";
import { unitContacts } from "../../store/people/people.ts";
import { findObligations } from "../../store/plan/obligations.ts";
import { countDeliveries, findPlan, type WholePlan } from "../../store/plan/plans.ts";
import { closedPeriod, closedTogether } from "../../store/reminder/digests.ts";
import { readCalendar } from "../../store/reminder/ladders.ts";
import { reportsBetween } from "../../store/report/reports.ts";
import { findCampaign, unreachedOf } from "../../store/sending/campaigns.ts";
import { announcementOutcome } from "../../store/sending/deliveries.ts";
import type { DueNotice } from "../../store/sending/notices.ts";
import { filledScreen } from "./filled-screen.ts";
import { machineScreen } from "./machine-screen.ts";
import { urgeScreen } from "./urge-screens.ts";

const urgeKinds = new Set<DueNotice["kind"]>([
  "extension",
  "extension_answer",
  "waiver",
  "letter",
  "digest",
  "deadline",
  "calls",
  "red_list",
]);

export async function noticeScreen(
  db: Db,
  channel: string,
  words: Words,
  notice: DueNotice,
  now: Date,
): Promise<Screen | null> {
  if (notice.kind === "enrolment") {
    const enrolment = await db.enrolment.findUnique({
      where: { id: notice.enrolmentId ?? -1 },
      include: enrolmentParts,
    });
    return enrolment && enrolmentCard(words, enrolment);
  }
  if (urgeKinds.has(notice.kind)) return urgeScreen(db, words, notice, now, channel);
  if (notice.kind === "file_refused") return ofFile(db, words, notice);
  if (notice.kind === "page_filled") return filledScreen(db, channel, words, notice);
  if (notice.kind === "machine") return machineScreen(words, notice.facts ?? {});
  if (notice.facts) return handOver(db, words, notice, notice.facts, now);
  if (notice.kind === "outage") return ofOutage(db, words, notice.outageId ?? -1);
  if (notice.kind === "unreached") {
    const campaign = await findCampaign(db, channel, notice.campaignId ?? -1);
    return campaign && unreached(words, await unreachedOf(db, campaign.id), campaign);
  }
  const plan = await findPlan(db, notice.planId ?? -1);
  return plan && ofPlan(db, channel, words, notice, plan, now);
}

async function ofOutage(db: Db, words: Words, id: number): Promise<Screen | null> {
  const gone = await db.outage.findUnique({ where: { id } });
  if (!gone) return null;
  const covered = { effectiveDueBefore: { gt: gone.from, lte: gone.until } };
  return outage(words, gone, await db.obligation.count({ where: covered }));
}

async function ofPlan(
  db: Db,
  channel: string,
  words: Words,
  notice: DueNotice,
  plan: WholePlan,
  now: Date,
): Promise<Screen | null> {
  switch (notice.kind) {
    case "draft":
      // Once it has been published, what follows is the progress.
      return plan.state === "draft"
        ? card(words, plan, await unitContacts(db, "", null), await readCalendar(db), now)
        : null;
    case "progress": {
      const campaign = await findCampaign(db, channel, notice.campaignId ?? -1);
      if (!campaign) return null;
      const counts = await countDeliveries(db, { campaignId: campaign.id });
      return progress(words, plan, campaign, counts, await announcementOutcome(db, plan.id));
    }
    case "reports": {
      const until = new Date(notice.openedAt.getTime() + NOTICE_MINUTES * 60_000);
      const fresh = await reportsBetween(db, plan.id, notice.openedAt, until);
      return newReports(words, plan, fresh, await findObligations(db, { planId: plan.id }, now), now);
    }
    case "closing": {
      const { period, ids } = await closedTogether(db, plan.id, closedPeriod(notice.key));
      return closing(words, plan, await findObligations(db, { ids }, now), period);
    }
    default:
      return null;
  }
}

/** A file that could not be kept; where its report was sent already, the file is to follow by itself. */
async function ofFile(db: Db, words: Words, { obligationId, facts }: DueNotice): Promise<Screen | null> {
  const code = problemCodes.find((one) => one === facts?.code);
  if (obligationId === null || !code) return null;
  // To the board, about somebody whom no chat reaches.
  if (facts?.unit) {
    const secret = code === "answer-classified" ? "yes" : "no";
    const { unit, plan = "", name = "", phone = "none" } = facts;
    return { text: words.t("board-file-untold", { unit, plan, name, phone, secret }) };
  }
  const text = words.problem(new Problem(code, facts ?? {}));
  if (code === "answer-classified") return { text };
  const writing = await db.draft.count({ where: { obligationId } });
  const button =
    writing > 0
      ? { text: words.t("hand-over-go-on"), data: reportActions.open.data(obligationId) }
      : { text: words.t("signed-button"), data: historyActions.sign.data(obligationId) };
  return { text, buttons: [[button]] };
}

/** What people of a unit tell one another; nothing any more once the reader has left the unit. */
async function handOver(
  db: Db,
  words: Words,
  notice: DueNotice,
  facts: Record<string, string | number>,
  now: Date,
): Promise<Screen | null> {
  const [owed] =
    notice.obligationId === null ? [] : await findObligations(db, { ids: [notice.obligationId] }, now);
  if (owed) {
    const holds = await db.post.count({
      where: { personId: notice.personId, unitId: owed.unitId, until: null },
    });
    if (holds === 0) return null;
  }
  const left = owed?.effectiveDueBefore ? words.left(owed.effectiveDueBefore, now) : null;
  return told(words, notice.kind as HandOverKind, facts, owed ?? null, left);
}
