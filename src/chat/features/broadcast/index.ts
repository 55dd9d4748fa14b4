/** /broadcast: from a document to a plan in everybody's hands. The draft row is the state; the card is its face. */
import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { dropPlan } from "../../../cases/plan/drop-plan.ts";
import { mendPlan, type PlanChange } from "../../../cases/plan/mend-plan.ts";
import { publishPlan } from "../../../cases/plan/publish-plan.ts";
import { dayOf, endOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { unitContacts } from "../../../store/people/people.ts";
import { latestDraft } from "../../../store/plan/plans.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { broadcastCommand, broadcastActions as on } from "./actions.ts";
import { kindsOf, toggledKind, toggledUnit } from "./audience-view.ts";
import { COMPOSE, composeConversation, type Mending, newWording } from "./conversations.ts";
import { finishPages, takePageOut } from "./pages.ts";
import {
  draftFor,
  showAudience,
  showCard,
  showForms,
  showMilestone,
  showPreview,
  showSingleUnits,
} from "./show.ts";
import { ask, confirmDrop, milestoneList, presentDue } from "./view.ts";

/** The waits; they stand before all other features. */
export function broadcastWaits(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(composeConversation, { id: COMPOSE, parallel: false }));
  composer.use(newWording.question());
  return composer;
}

export function broadcastFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, broadcastCommand, async (ctx) => {
    const draft = await latestDraft(ctx.deps.cases.db, known(ctx).personId);
    await ctx.show(ask(ctx.words, draft && (await draftFor(ctx, draft.id))));
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(COMPOSE);
  });
  onAction(composer, on.card, async (ctx, planId) => {
    await ctx.conversation.exitAll();
    await showCard(ctx, planId);
    if ((await draftFor(ctx, planId)).reading === "none") await ctx.conversation.enter(COMPOSE, planId);
  });
  onAction(composer, on.pages, async (ctx, planId, what) => {
    if (what === "less") return void (await takePageOut(ctx, planId));
    await finishPages(ctx, planId);
    await ctx.conversation.exitAll();
  });
  onAction(composer, on.keep, async (ctx, planId) => {
    await draftFor(ctx, planId);
    await ctx.change({ text: ctx.words.t("broadcast-kept") });
  });
  onAction(composer, on.drop, async (ctx, planId, step) => {
    const plan = await draftFor(ctx, planId);
    if (step === "ask") return void (await ctx.change(confirmDrop(ctx.words, plan)));
    await dropPlan(ctx.deps.cases, known(ctx), planId, ctx.key);
    if (plan.reading === "none") await ctx.conversation.exitAll();
    await ctx.change({ text: ctx.words.t("broadcast-dropped") });
  });
  // Outside the paste it belongs to, this button has no meaning any more.
  onAction(composer, on.pasted, async (_ctx, _part) => {
    throw new Problem("button-old");
  });
  mending(composer);
  choosing(composer);
  onAction(composer, on.preview, async (ctx, planId) => {
    await showPreview(ctx, planId);
  });
  onAction(composer, on.send, async (ctx, planId, when) => {
    const outcome = await publishPlan(ctx.deps.cases, known(ctx), planId, when, ctx.key);
    if (outcome === ALREADY) return ctx.words.t("broadcast-sent-already");
    await ctx.change({
      text: ctx.words.t("broadcast-sending", { units: outcome.units, reached: outcome.reached }),
    });
  });
  return composer;
}

function mending(composer: Composer<BotContext>): void {
  const change = async (ctx: BotContext, planId: number, change: PlanChange) => {
    await mendPlan(ctx.deps.cases, known(ctx), planId, change, ctx.key);
  };
  onAction(composer, on.milestones, async (ctx, planId, page) => {
    await ctx.change(milestoneList(ctx.words, await draftFor(ctx, planId), page));
  });
  onAction(composer, on.milestone, async (ctx, planId, id) => {
    await ctx.conversation.exitAll();
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.kind, async (ctx, planId, id, to) => {
    await change(ctx, planId, { kind: "milestone.kind", id, to });
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.owedBy, async (ctx, planId, id, to) => {
    await change(ctx, planId, { kind: "milestone.owedBy", id, to });
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.strict, async (ctx, planId, id, strict) => {
    await change(ctx, planId, { kind: "milestone.strict", id, strict: strict === "yes" });
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.schedule, async (ctx, planId, id, end) => {
    await change(ctx, planId, {
      kind: "milestone.due",
      id,
      due: endOf(end, dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone)),
    });
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.nominate, async (ctx, planId, milestoneId) => {
    await draftFor(ctx, planId);
    await askToMend(ctx, { planId, part: "nominate", milestoneId }, "");
  });
  onAction(composer, on.forms, async (ctx, planId, id, page) => {
    await showForms(ctx, planId, id, page);
  });
  onAction(composer, on.form, async (ctx, planId, id, formId) => {
    await change(ctx, planId, { kind: "milestone.form", id, formId });
    await showMilestone(ctx, planId, id);
  });
  onAction(composer, on.checked, async (ctx, planId) => {
    await change(ctx, planId, { kind: "checked" });
    await showCard(ctx, planId);
  });
  onAction(composer, on.sure, async (ctx, planId, id) => {
    await change(ctx, planId, { kind: "milestone.keep", id });
    await showCard(ctx, planId);
  });
  onAction(composer, on.remove, async (ctx, planId, id) => {
    await change(ctx, planId, { kind: "milestone.remove", id });
    await showCard(ctx, planId);
    return ctx.words.t("broadcast-removed");
  });
  onAction(composer, on.mend, async (ctx, planId, part) => {
    const plan = await draftFor(ctx, planId);
    const present =
      part === "issued"
        ? plan.issuedOn
          ? ctx.words.date(plan.issuedOn.toISOString().slice(0, 10))
          : null
        : plan[part];
    await askToMend(ctx, { planId, part }, present || ctx.words.t("broadcast-missing"));
  });
  onAction(composer, on.addMilestone, async (ctx, planId) => {
    await draftFor(ctx, planId);
    await askToMend(ctx, { planId, part: "add" }, "");
  });
  onAction(composer, on.mendMilestone, async (ctx, planId, milestoneId, part) => {
    const milestone = (await draftFor(ctx, planId)).milestones.find((one) => one.id === milestoneId);
    if (!milestone) throw new Problem("button-old");
    await askToMend(
      ctx,
      { planId, part, milestoneId },
      part === "due" ? presentDue(ctx.words, milestone) : milestone.action,
    );
  });
}

async function askToMend(ctx: BotContext, mending: Mending, present: string): Promise<void> {
  await ctx.answerTap();
  await ctx.show({ text: ctx.words.t(`broadcast-new-${mending.part}`, { present }) });
  await newWording.ask(ctx, mending);
}

function choosing(composer: Composer<BotContext>): void {
  onAction(composer, on.audience, async (ctx, planId) => {
    await showAudience(ctx, planId);
  });
  onAction(composer, on.all, async (ctx, planId) => {
    await mendPlan(
      ctx.deps.cases,
      known(ctx),
      planId,
      { kind: "audience", audience: { kind: "all" } },
      ctx.key,
    );
    await showAudience(ctx, planId);
  });
  onAction(composer, on.kindOfUnit, async (ctx, planId, place) => {
    const { db } = ctx.deps.cases;
    const kind = kindsOf(await unitContacts(db, null))[place];
    const plan = await draftFor(ctx, planId);
    if (!kind) throw new Problem("button-old");
    await mendPlan(
      ctx.deps.cases,
      known(ctx),
      planId,
      { kind: "audience", audience: toggledKind(plan.audience, kind) },
      ctx.key,
    );
    await showAudience(ctx, planId);
  });
  onAction(composer, on.units, async (ctx, planId, page) => {
    await showSingleUnits(ctx, planId, page);
  });
  onAction(composer, on.unit, async (ctx, planId, unitId, page) => {
    const plan = await draftFor(ctx, planId);
    await mendPlan(
      ctx.deps.cases,
      known(ctx),
      planId,
      { kind: "audience", audience: toggledUnit(plan.audience, unitId) },
      ctx.key,
    );
    await showSingleUnits(ctx, planId, page);
  });
}
