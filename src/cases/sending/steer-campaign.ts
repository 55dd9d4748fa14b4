import { checkDecides, mayDecide } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { Prisma } from "../../store/generated/client.ts";
import type { CampaignState } from "../../store/generated/enums.ts";
import { openAccount } from "../../store/people/accounts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices, touchNotices } from "./open-notices.ts";

export const campaignSteps = ["pause", "resume", "stop", "retry", "retry-unknown"] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** Where each step leads from. */
const from: Record<CampaignStep, readonly CampaignState[]> = {
  pause: ["active"],
  resume: ["paused"],
  stop: ["active", "paused"],
  retry: ["active", "paused", "stopped", "done"],
  "retry-unknown": ["active", "paused", "stopped", "done"],
};

/** What a stop leaves in the rows it cancels, so that a change of mind finds them again. */
export const STOPPED = "stopped by staff";

/** Returns how many deliveries it concerned. Throws not-allowed, campaign-changed. */
export async function steerCampaign(
  ctx: CaseContext,
  by: Who,
  campaignId: number,
  step: CampaignStep,
  update: UpdateKey | null,
): Promise<{ count: number } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const { campaign, own } = await lockCampaign(tx, by, campaignId, step);
      if (!from[step].includes(campaign.state)) throw new Problem("campaign-changed");
      const count = await take(tx, campaignId, step, own, now);
      await touchNotices(tx, { campaignId });
      await audit(`campaign.${step}`, ["Campaign", campaignId], { count });
      return { count };
    },
    "lane",
    "notices",
  );
}

/**
 * The campaign, and which of its deliveries are this person's to steer: all of a plan's own. A round of reminders may
 * be about plans of several boards; then it goes on, and is sent again, for one's own alone, and nobody holds up what
 * others send. Throws button-old, not-allowed, campaign-changed.
 */
async function lockCampaign(tx: Tx, by: Who, id: number, step: CampaignStep) {
  await tx.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id} FOR UPDATE`;
  const campaign = await tx.campaign.findUnique({ where: { id }, include: { plan: true } });
  if (!campaign) throw new Problem("button-old");
  const plans = campaign.plan ? [campaign.plan] : await plansOfRound(tx, id);
  if (plans.length === 0) throw new Problem("button-old");
  const mine = plans.filter((plan) => mayDecide(by, "plan.publish", plan));
  const [foreign] = plans.filter((plan) => !mine.includes(plan));
  if (foreign && (mine.length === 0 || step === "pause" || step === "stop"))
    checkDecides(by, "plan.publish", foreign);
  if (mine.every((plan) => plan.state !== "published")) throw new Problem("campaign-changed");
  const planId = { in: mine.map((plan) => plan.id) };
  const own = foreign ? { items: { every: { obligation: { milestone: { planId } } } } } : {};
  return { campaign, own };
}

/** What a round of reminders is about. */
async function plansOfRound(tx: Tx, campaignId: number) {
  return tx.plan.findMany({
    where: {
      milestones: {
        some: { obligations: { some: { deliveryItems: { some: { delivery: { campaignId } } } } } },
      },
    },
  });
}

async function take(
  tx: Tx,
  campaignId: number,
  step: CampaignStep,
  own: Prisma.DeliveryWhereInput,
  now: Date,
): Promise<number> {
  const campaign = (state: "active" | "paused" | "stopped") =>
    tx.campaign.update({
      where: { id: campaignId },
      data: { state, halt: null, finishedAt: state === "stopped" ? now : null },
    });
  const waiting = { campaignId, state: "pending" } as const;
  if (step === "pause" || step === "resume") {
    await campaign(step === "pause" ? "paused" : "active");
    return tx.delivery.count({ where: waiting });
  }
  if (step === "stop") {
    await campaign("stopped");
    const ended = { state: "cancelled", error: STOPPED } as const;
    return (await tx.delivery.updateMany({ where: waiting, data: ended })).count;
  }
  const again =
    step === "retry-unknown"
      ? ({ state: "unknown" } as const)
      : {
          OR: [
            { state: "failed" as const },
            { state: "cancelled" as const, error: STOPPED },
            // Blocked, but the person has let the bot in again.
            {
              state: "blocked" as const,
              substitutes: { none: {} },
              person: { accounts: { some: await openAccount(tx) } },
            },
          ],
        };
  const { count } = await tx.delivery.updateMany({
    where: { campaignId, AND: [again, own] },
    data: { state: "pending", notBefore: now, tries: 0, error: null, line: null, accountId: null },
  });
  if (count === 0) throw new Problem("campaign-nothing-left");
  await campaign("active");
  return count;
}

/** The messenger refuses every message alike: nothing more goes out until staff have looked at it. */
export async function haltCampaign(ctx: CaseContext, campaignId: number, reason: string): Promise<void> {
  await transact(
    ctx,
    "clock",
    null,
    async ({ tx, now, audit }) => {
      const { count } = await tx.campaign.updateMany({
        where: { id: campaignId, state: "active" },
        data: { state: "paused", halt: reason },
      });
      if (count === 0) return;
      await tellOwners(tx, campaignId, now);
      await touchNotices(tx, { campaignId });
      await audit("campaign.halt", ["Campaign", campaignId], { reason });
    },
    "notices",
  );
}

/** A round of reminders has no progress that staff follow: those who own its plans are told. */
async function tellOwners(tx: Tx, campaignId: number, now: Date): Promise<void> {
  const ids = (await plansOfRound(tx, campaignId)).map(({ ownerId }) => ownerId);
  await openNotices(tx, ids, now, { kind: "unreached", key: `unreached:${campaignId}`, campaignId });
}
