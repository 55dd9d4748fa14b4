/** /extend: a unit asks for another date; staff grant it, refuse it, or offer another one, which the unit takes or leaves. */
import { Composer } from "grammy";
import { answerExtension, type UnitAnswer } from "../../../cases/obligation/answer-extension.ts";
import { type Decision, decidable, decideExtension } from "../../../cases/obligation/decide-extension.ts";
import { workingDays } from "../../../cases/reminder/working-days.ts";
import { suggestDays } from "../../../domain/obligation/extension.ts";
import { ownUnits } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { openExtensions } from "../../../store/plan/extensions.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { readablePlan } from "../../lookup/plan.ts";
import { unpackDay } from "../../typed-day.ts";
import { extendCommand, extendActions as on, reasons } from "./actions.ts";
import { dayOrReason } from "./conversation.ts";
import { extensionOf, sendRequest, showDays, showReason } from "./show.ts";
import { choose, decided, offerDay, openList, staffCard, unitCard } from "./view.ts";

export function extendFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, extendCommand, async (ctx) => {
    const { db, clock } = ctx.deps.cases;
    const units = ownUnits(known(ctx));
    const owed = (await findObligations(db, { units, openOnly: true }, clock.now())).filter(
      (one) => one.planState === "published" && one.effectiveDueBefore,
    );
    const [only] = owed;
    if (owed.length === 1 && only) await begin(ctx, only.id);
    else await ctx.show(choose(ctx.words, owed));
  });
  asking(composer);
  deciding(composer);
  return composer;
}

async function begin(ctx: BotContext, obligationId: number): Promise<void> {
  if (await showDays(ctx, obligationId)) await dayOrReason.ask(ctx, { obligationId, day: null });
}

function asking(composer: Composer<BotContext>): void {
  onAction(composer, on.ask, async (ctx, obligationId) => {
    await ctx.answerTap();
    await begin(ctx, obligationId);
  });
  onAction(composer, on.day, async (ctx, obligationId, packed) => {
    const day = unpackDay(packed);
    await showReason(ctx, obligationId, day);
    await ctx.answerTap();
    await dayOrReason.ask(ctx, { obligationId, day });
  });
  onAction(composer, on.reason, async (ctx, obligationId, packed, place) => {
    const reason = reasons[place];
    if (!reason) throw new Problem("button-old");
    await sendRequest(ctx, obligationId, unpackDay(packed), ctx.words.t(`extend-reason-${reason}`));
    await ctx.conversation.exitAll();
  });
  const answer = async (ctx: BotContext, id: number, word: UnitAnswer) => {
    await answerExtension(ctx.deps.cases, known(ctx), id, word, ctx.key);
    await ctx.change(unitCard(ctx.words, await extensionOf(ctx, id)));
  };
  onAction(composer, on.take, (ctx, id) => answer(ctx, id, "take"));
  onAction(composer, on.leave, (ctx, id) => answer(ctx, id, "leave"));
  onAction(composer, on.withdraw, (ctx, id) => answer(ctx, id, "withdraw"));
}

function deciding(composer: Composer<BotContext>): void {
  onAction(composer, on.list, async (ctx, planId) => {
    const plan = await readablePlan(ctx, planId);
    await ctx.show(openList(ctx.words, plan, await openExtensions(ctx.deps.cases.db, planId)));
  });
  onAction(composer, on.card, async (ctx, id) => {
    await decidable(ctx.deps.cases.db, known(ctx), id);
    await ctx.conversation.exitAll();
    await ctx.change(staffCard(ctx.words, await extensionOf(ctx, id)));
  });
  onAction(composer, on.approve, async (ctx, id) => {
    await decide(ctx, id, { kind: "approve" });
    await ctx.change(staffCard(ctx.words, await extensionOf(ctx, id)));
  });
  onAction(composer, on.offer, async (ctx, id, packed) => {
    await decide(ctx, id, { kind: "offer", day: unpackDay(packed) });
    await ctx.change(decided(ctx.words, await extensionOf(ctx, id), "offer"));
  });
  onAction(composer, on.other, async (ctx, id) => {
    const { db, clock, zone } = ctx.deps.cases;
    const asked = await decidable(db, known(ctx), id);
    const days = suggestDays(asked.fromDueBefore, clock.now(), zone, await workingDays(db));
    await ctx.answerTap();
    await ctx.show(offerDay(ctx.words, asked, days));
    await dayOrReason.ask(ctx, { extensionId: id, decision: "offer" });
  });
  onAction(composer, on.refuse, async (ctx, id) => {
    const asked = await decidable(ctx.deps.cases.db, known(ctx), id);
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("extend-ask-refusal", { unit: asked.obligation.unitName }) });
    await dayOrReason.ask(ctx, { extensionId: id, decision: "refuse" });
  });
}

async function decide(ctx: BotContext, id: number, decision: Decision): Promise<void> {
  await decideExtension(ctx.deps.cases, known(ctx), id, decision, ctx.key);
  await ctx.conversation.exitAll();
}
