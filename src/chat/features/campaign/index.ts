/** A broadcast on its way: hold it up, let it go on, end it, send again what did not go out; who got it, as a table. */
import { Composer, InputFile } from "grammy";
import { ALREADY, type CaseContext } from "../../../cases/case.ts";
import { steerCampaign } from "../../../cases/sending/steer-campaign.ts";
import { Problem } from "../../../domain/problem.ts";
import { countDeliveries, type WholePlan } from "../../../store/plan/plans.ts";
import {
  type CampaignProgress,
  findCampaign,
  outcomeRows,
  unreachedOf,
} from "../../../store/sending/campaigns.ts";
import { announcementOutcome } from "../../../store/sending/deliveries.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { readablePlan } from "../../lookup/plan.ts";
import { silentOf } from "../../lookup/silent.ts";
import { planShort } from "../../phrases/plan.ts";
import { campaignActions as on } from "./actions.ts";
import { outcomeTable } from "./outcome-table.ts";
import { confirmStop, progress, silentList, unreached } from "./view.ts";

export function campaignFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.step, async (ctx, id, step) => {
    const { cases } = ctx.deps;
    const done = await steerCampaign(cases, known(ctx), id, step, ctx.key);
    const campaign = await findCampaign(cases.db, id);
    // A round of reminders is about several plans.
    if (campaign?.planId === null)
      await ctx.change(unreached(ctx.words, await unreachedOf(cases.db, id), campaign));
    else await showProgress(ctx, id);
    if (done !== ALREADY) return ctx.words.t(`campaign-${step}-done`, { count: done.count });
  });
  onAction(composer, on.askStop, async (ctx, id) => {
    const { plan, campaign } = await readable(ctx, id);
    if (campaign.state !== "active" && campaign.state !== "paused") throw new Problem("campaign-changed");
    const { pending } = await countDeliveries(ctx.deps.cases.db, { campaignId: id });
    await ctx.change(confirmStop(ctx.words, plan, campaign, pending));
  });
  onAction(composer, on.keep, showProgress);
  onAction(composer, on.file, async (ctx, id) => {
    const { plan } = await readable(ctx, id);
    const { db, clock } = ctx.deps.cases;
    const rows = await outcomeRows(db, plan.id);
    const { writeTable } = await import("../../../documents/write/table.ts");
    const bytes = await writeTable(outcomeTable(ctx.words, planShort(ctx.words, plan), rows, clock.now()));
    const name = ctx.words.t("campaign-file-name", { code: plan.code ?? String(plan.id) });
    await ctx.replyWithDocument(new InputFile(bytes, name), {
      caption: ctx.words.t("campaign-file-sent", { plan: planShort(ctx.words, plan) }),
    });
  });
  onAction(composer, on.silent, async (ctx, planId, page) => {
    const plan = await readablePlan(ctx, planId);
    await ctx.change(silentList(ctx.words, plan, await silentOf(ctx, planId), page));
  });
  return composer;
}

async function showProgress(ctx: BotContext, id: number): Promise<void> {
  const { plan, campaign } = await readable(ctx, id);
  const { db } = ctx.deps.cases;
  const counts = await countDeliveries(db, { campaignId: id });
  await ctx.change(progress(ctx.words, plan, campaign, counts, await announcementOutcome(db, plan.id)));
}

async function readable(
  ctx: BotContext,
  id: number,
): Promise<{ plan: WholePlan; campaign: CampaignProgress }> {
  const { db }: CaseContext = ctx.deps.cases;
  const campaign = await findCampaign(db, id);
  if (!campaign?.planId) throw new Problem("button-old");
  return { plan: await readablePlan(ctx, campaign.planId), campaign };
}
