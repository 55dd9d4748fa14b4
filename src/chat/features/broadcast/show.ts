/** Loads what a screen of /broadcast shows, and shows it: in place where a button was tapped, else anew. */

import { InputFile } from "grammy";
import { openForms } from "../../../cases/form/open-forms.ts";
import { pageMissing } from "../../../cases/form/private-pages.ts";
import { reportsOf } from "../../../cases/plan/make-recurring.ts";
import { recipientOf } from "../../../cases/sending/recipient.ts";
import { checkDecides } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import type { FormLine } from "../../../store/form/forms.ts";
import { unitContacts } from "../../../store/people/people.ts";
import { findPlan, type PlanMilestone, unitsOf, type WholePlan } from "../../../store/plan/plans.ts";
import { readCalendar } from "../../../store/reminder/ladders.ts";
import { boardSetting, readSetting } from "../../../store/settings.ts";
import { type BotContext, known } from "../../context.ts";
import { announcement } from "../../phrases/announcement.ts";
import { keyboardOf, type Screen } from "../../screen.ts";
import { audience, confirm, singleUnits } from "./audience-view.ts";
import { chooseForm, formPart, previewForms, versionOf } from "./form-view.ts";
import { card, milestoneCard } from "./view.ts";

/** A draft of a board this person works for. */
export async function draftFor(ctx: BotContext, planId: number): Promise<WholePlan> {
  const plan = await findPlan(ctx.deps.cases.db, planId);
  if (!plan) throw new Problem("plan-not-found");
  checkDecides(known(ctx), "plan.publish", plan);
  if (plan.state !== "draft") throw new Problem("plan-not-draft");
  return plan;
}

const allUnits = (ctx: BotContext) => unitContacts(ctx.deps.cases.db, null);

export async function showCard(ctx: BotContext, planId: number): Promise<void> {
  const plan = await draftFor(ctx, planId);
  const { db, clock } = ctx.deps.cases;
  await put(ctx, card(ctx.words, plan, await allUnits(ctx), await readCalendar(db), clock.now()));
}

export async function showMilestone(ctx: BotContext, planId: number, milestoneId: number): Promise<void> {
  const plan = await draftFor(ctx, planId);
  const milestone = plan.milestones.find((one) => one.id === milestoneId);
  if (!milestone) throw new Problem("button-old");
  const forms = await openForms(ctx.deps.cases, known(ctx));
  const fault = await faultOf(ctx, forms, milestone);
  const form = formPart(ctx.words, plan, milestone, forms, fault);
  await put(ctx, milestoneCard(ctx.words, plan, milestone, form, ctx.deps.cases.clock.now()));
}

/** The forms that the units may be asked by for a milestone. */
export async function showForms(
  ctx: BotContext,
  planId: number,
  milestoneId: number,
  page: number,
): Promise<void> {
  const plan = await draftFor(ctx, planId);
  const milestone = plan.milestones.find((one) => one.id === milestoneId);
  if (!milestone) throw new Problem("button-old");
  const forms = await openForms(ctx.deps.cases, known(ctx));
  await put(ctx, chooseForm(ctx.words, plan, milestone, forms, page));
}

export async function showAudience(ctx: BotContext, planId: number): Promise<void> {
  await put(ctx, audience(ctx.words, await draftFor(ctx, planId), await allUnits(ctx)));
}

export async function showSingleUnits(ctx: BotContext, planId: number, page: number): Promise<void> {
  await put(ctx, singleUnits(ctx.words, await draftFor(ctx, planId), await allUnits(ctx), page));
}

/** The message just as a secretary will see it, file and buttons included; under it who gets it and who does not. */
export async function showPreview(ctx: BotContext, planId: number): Promise<void> {
  const plan = await draftFor(ctx, planId);
  if (plan.title.trim() === "") throw new Problem("plan-no-title");
  const units = await allUnits(ctx);
  const chosen = unitsOf(plan.audience, units);
  const sample = chosen.find((unit) => recipientOf(unit) !== null) ?? chosen[0];
  if (!sample) throw new Problem("plan-no-audience");
  const { withheld } = plan;
  const file = withheld ? undefined : plan.files.find((one) => one.use === "send")?.file;
  const holder = sample.holders.find((one) => one.personId === recipientOf(sample));
  const screen = announcement(ctx.words, {
    plan,
    milestones: plan.milestones.filter((one) => one.doubt === null),
    addressee: { title: holder?.title ?? sample.headTitle, unit: sample.name },
    contact: { name: plan.owner.name, board: plan.board.name, phone: plan.owner.phone },
    hasFile: file !== undefined,
    withheld,
    paperPlace: withheld ? await boardSetting(ctx.deps.cases.db, plan.boardId, "paper-place") : null,
    deliveryId: null,
    obligationId: null,
    acknowledgedAt: null,
    now: ctx.deps.cases.clock.now(),
  });
  if (file?.remoteId) {
    await ctx.replyWithDocument(file.remoteId, { caption: screen.text, reply_markup: keyboardOf(screen) });
  } else if (file?.sha256) {
    const bytes = await ctx.deps.cases.files.get(file.sha256);
    await ctx.replyWithDocument(new InputFile(bytes, file.name), {
      caption: screen.text,
      reply_markup: keyboardOf(screen),
    });
  } else {
    await ctx.show(screen);
  }
  const paid = (await readSetting(ctx.deps.cases.db, "paidBroadcast")) ?? false;
  const all = await openForms(ctx.deps.cases, known(ctx));
  const faults = new Set<string>();
  for (const milestone of reportsOf(plan)) {
    const fault = await faultOf(ctx, all, milestone);
    if (fault) faults.add(`⚠️ ${ctx.words.problem(fault)}`);
  }
  const forms = [...previewForms(ctx.words, plan, all), ...faults];
  await ctx.show(confirm(ctx.words, plan, { units, paid, forms, now: ctx.deps.cases.clock.now() }));
}

/** Why units could not report by the form of a milestone; null: they can. */
async function faultOf(
  ctx: BotContext,
  forms: readonly FormLine[],
  milestone: PlanMilestone,
): Promise<Problem | null> {
  const version = versionOf(forms, milestone);
  return version === undefined ? null : pageMissing(ctx.deps.cases, ctx.deps.cases.db, version);
}

async function put(ctx: BotContext, screen: Screen): Promise<void> {
  if (ctx.callbackQuery) await ctx.change(screen);
  else await ctx.show(screen);
}
