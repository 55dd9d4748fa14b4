/** /remind: staff choose who owes and nudge, extend, waive, send a letter, call; and show what was done. */
import { createConversation } from "@grammyjs/conversations";
import { Composer, InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { nudge } from "../../../cases/reminder/nudge.ts";
import { stillOwed, urgeable, writeUrging } from "../../../cases/reminder/urge-plan.ts";
import { writeTable } from "../../../documents/write/table.ts";
import { Problem } from "../../../domain/problem.ts";
import { readableBoards } from "../../../store/people/people.ts";
import { listPlans } from "../../../store/plan/plans.ts";
import { findProof } from "../../../store/plan/proof.ts";
import { unitsAcknowledged } from "../../../store/reminder/urged.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { findByName } from "../plans/find-by-name.ts";
import { remindActions as on, remindCommand } from "./actions.ts";
import { calls } from "./calls.ts";
import { REMIND, remindConversation, type Waiting } from "./conversation.ts";
import { deciding } from "./deciding.ts";
import { letters } from "./letters.ts";
import { proofTable } from "./proof-view.ts";
import { chosenOf, showNudge, showOwing } from "./show.ts";
import { choosePlan, filtered, names, owingCounts, zaloText } from "./view.ts";

/** Stands before the features: it waits for words. */
export function remindWait(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(remindConversation, { id: REMIND, parallel: false }));
  return composer;
}

export function remindFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, remindCommand, async (ctx) => {
    if (ctx.match.trim() !== "") return showOwing(ctx, await findByName(ctx, ctx.match), "all", 0);
    const { db, clock } = ctx.deps.cases;
    const plans = (await listPlans(db, readableBoards(known(ctx)), 50, 0)).filter(
      (plan) => plan.state === "published",
    );
    const owing = [];
    for (const plan of plans) {
      const owed = await stillOwed(db, plan.id, clock.now());
      if (owed.length > 0) owing.push({ ...plan, ...owingCounts(owed) });
    }
    const [only] = owing;
    if (owing.length === 1 && only) await showOwing(ctx, only.id, "all", 0);
    else await ctx.show(choosePlan(ctx.words, owing));
  });
  choosing(composer);
  nudging(composer);
  deciding(composer, wait);
  letters(composer, wait);
  calls(composer);
  onAction(composer, on.zalo, async (ctx, planId) => {
    const { db, clock } = ctx.deps.cases;
    const plan = await urgeable(db, known(ctx), planId, "unit.urge");
    // A whole group reads it: whoever has sent something is not named, also where it is to be mended.
    const owed = (await stillOwed(db, planId, clock.now())).filter((one) => one.stage === "missing");
    await ctx.answerTap(ctx.words.t("zalo-how"));
    await ctx.show({ text: zaloText(ctx.words, plan, owed, clock.now()) });
  });
  onAction(composer, on.export, async (ctx, planId) => {
    const { db, clock } = ctx.deps.cases;
    const plan = await urgeable(db, known(ctx), planId, "unit.urge");
    await ctx.answerTap();
    const all = await findProof(db, { planId }, clock.now());
    const bytes = await writeTable(proofTable(ctx.words, plan, all, clock.now()));
    await ctx.replyWithDocument(new InputFile(bytes, `don-doc-${plan.code ?? planId}.xlsx`), {
      caption: ctx.words.t("remind-exported", { units: new Set(all.map((one) => one.owed.unitId)).size }),
    });
  });
  return composer;
}

async function wait(ctx: BotContext, waiting: Waiting): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REMIND, waiting);
}

function choosing(composer: Composer<BotContext>): void {
  onAction(composer, on.list, async (ctx, planId, filter, page) => {
    await ctx.conversation.exitAll();
    await showOwing(ctx, planId, filter, page);
  });
  onAction(composer, on.tick, async (ctx, obligationId, filter, page) => {
    const { cases } = ctx.deps;
    const owed = await cases.db.obligation.findUnique({
      where: { id: obligationId },
      include: { milestone: true },
    });
    if (!owed) throw new Problem("obligation-not-found");
    const { planId } = owed.milestone;
    await urgeable(cases.db, known(ctx), planId, "unit.urge");
    await writeUrging(
      cases,
      known(ctx),
      planId,
      ({ obligationIds: ids }) => ({
        obligationIds: ids.includes(obligationId)
          ? ids.filter((one) => one !== obligationId)
          : [...ids, obligationId],
      }),
      ctx.key,
    );
    await showOwing(ctx, planId, filter, page);
  });
  onAction(composer, on.all, async (ctx, planId, filter) => {
    const { cases } = ctx.deps;
    await urgeable(cases.db, known(ctx), planId, "unit.urge");
    const now = cases.clock.now();
    const owed = await stillOwed(cases.db, planId, now);
    const shown = filtered(owed, await unitsAcknowledged(cases.db, planId), filter, now).map((one) => one.id);
    const add = (ids: number[]) => ({ obligationIds: [...new Set([...ids, ...shown])] });
    await writeUrging(cases, known(ctx), planId, (present) => add(present.obligationIds), ctx.key);
    await showOwing(ctx, planId, filter, 0);
  });
  onAction(composer, on.none, async (ctx, planId, filter) => {
    await urgeable(ctx.deps.cases.db, known(ctx), planId, "unit.urge");
    await writeUrging(ctx.deps.cases, known(ctx), planId, () => ({ obligationIds: [] }), ctx.key);
    await showOwing(ctx, planId, filter, 0);
  });
}

function nudging(composer: Composer<BotContext>): void {
  onAction(composer, on.nudge, async (ctx, planId) => {
    await chosenOf(ctx, planId);
    await ctx.answerTap();
    await showNudge(ctx, planId);
  });
  onAction(composer, on.words, async (ctx, planId) => {
    await chosenOf(ctx, planId);
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("remind-ask-words") });
    await wait(ctx, { planId, part: "words" });
  });
  onAction(composer, on.send, async (ctx, planId, who) => {
    const done = await nudge(ctx.deps.cases, known(ctx), planId, who === "all", ctx.key);
    await ctx.conversation.exitAll();
    if (done === ALREADY) return ctx.words.t("remind-sent-before");
    const { words } = ctx;
    const { unreachable } = done;
    await ctx.change({
      text: [
        words.t("remind-sent", { count: done.sent }),
        ...(unreachable.length > 0
          ? [words.t("remind-unreachable", { count: unreachable.length, names: names(words, unreachable) })]
          : []),
      ].join("\n"),
    });
  });
}
