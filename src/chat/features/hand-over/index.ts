/** "Giao đ/c …", "Lấy lại", "Tôi làm tiếp", and the secretary's word on what a deputy has finished. */

import { Composer } from "grammy";
import { assignReport, takeBack, takeOver } from "../../../cases/report/assign-report.ts";
import { letDeputySend, returnProposal } from "../../../cases/report/propose-report.ts";
import { reportFor } from "../../../cases/report/write-report.ts";
import { checkSecretaryOf } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { assignmentOf, holdersOf } from "../../../store/people/hand-overs.ts";
import { doDeputiesSend } from "../../../store/people/register.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { enterReport } from "../../dialogues/enter-report.ts";
import { handOverActions } from "./actions.ts";
import { giveMenu } from "./view.ts";

export function handOverFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, handOverActions.menu, async (ctx, obligationId) => {
    // Under a reminder or a list: both stay as they are.
    await ctx.show(await menuOf(ctx, obligationId));
  });
  onAction(composer, handOverActions.give, async (ctx, obligationId, personId) => {
    await assignReport(ctx.deps.cases, known(ctx), obligationId, personId, ctx.key);
    await ctx.change(await menuOf(ctx, obligationId));
    return ctx.words.t("hand-over-given");
  });
  onAction(composer, handOverActions.giveNow, async (ctx, obligationId, personId) => {
    await assignReport(ctx.deps.cases, known(ctx), obligationId, personId, ctx.key);
    await ctx.show(await menuOf(ctx, obligationId));
    return ctx.words.t("hand-over-given");
  });
  onAction(composer, handOverActions.takeBack, async (ctx, obligationId) => {
    await takeBack(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.change(await menuOf(ctx, obligationId));
    return ctx.words.t("hand-over-taken");
  });
  onAction(composer, handOverActions.deputySends, async (ctx, obligationId, mode) => {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    await letDeputySend(ctx.deps.cases, known(ctx), work.unitId, mode === "self", ctx.key);
    await ctx.change(await menuOf(ctx, obligationId));
  });
  onAction(composer, handOverActions.takeOver, async (ctx, obligationId) => {
    await takeOver(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  onAction(composer, handOverActions.approve, async (ctx, obligationId) => {
    await takeOver(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  onAction(composer, handOverActions.giveBack, async (ctx, obligationId) => {
    const outcome = await returnProposal(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    const name = typeof outcome === "object" ? outcome.to : "";
    await ctx.change({ text: ctx.words.t("hand-over-gave-back", { name: name || "none" }) });
  });
  return composer;
}

async function menuOf(ctx: BotContext, obligationId: number) {
  const { cases } = ctx.deps;
  const who = known(ctx);
  const work = await reportFor(cases, who, obligationId);
  const [owed] = await findObligations(cases.db, { ids: [obligationId] }, cases.clock.now());
  checkSecretaryOf(who, work.unitId);
  if (!owed) throw new Problem("obligation-not-found");
  const others = (await holdersOf(cases.db, work.unitId)).filter((one) => one.personId !== who.personId);
  if (others.length === 0) throw new Problem("deputy-none", { unit: work.unitName });
  const deputySends = await doDeputiesSend(cases.db, work.unitId);
  const given = await assignmentOf(cases.db, obligationId);
  return giveMenu(ctx.words, owed, others, given, deputySends);
}
