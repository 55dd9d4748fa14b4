/**
 * /report and everything around a report being written. After the conversation itself stands a net: an answer that
 * finds no conversation (lost at a deploy, or never begun) is offered to the engine all the same, as the answer to
 * the question that was asked last, and the conversation is entered again.
 */
import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import { checkOpen, openReport, reportFor } from "../../../cases/write-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { findDraftByMessage } from "../../../store/drafts.ts";
import { findObligations } from "../../../store/obligations.ts";
import { authorise, onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { reportActions, reportCommand } from "./actions.ts";
import { REPORT, reportConversation } from "./conversation.ts";
import { enterReport } from "./enter.ts";
import { give, takeTurn } from "./turn.ts";
import { choose, whole } from "./view.ts";

/** Stands before all other features: while a report is being written, what comes may be its answer. */
export function openReportFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(reportConversation, { id: REPORT, parallel: false }));
  composer.on(["message:text", "message:document", "message:photo"], async (ctx, next) => {
    const asks = ctx.who?.last?.asks;
    if (!asks || ctx.message.text?.startsWith("/")) return next();
    await resume(ctx, asks.obligationId, next);
  });
  composer.on("edited_message:text", async (ctx, next) => {
    const obligationId =
      ctx.who &&
      (await findDraftByMessage(ctx.deps.cases.db, ctx.who.personId, ctx.editedMessage.message_id));
    if (obligationId) await resume(ctx, obligationId, next);
    else await next();
  });
  composer.on("callback_query:data", async (ctx, next) => {
    const obligationId = writingTap(ctx.callbackQuery.data);
    if (obligationId === null) return next();
    authorise(ctx, "report.write");
    await resume(ctx, obligationId, next);
  });
  return composer;
}

async function resume(ctx: BotContext, obligationId: number, next: () => Promise<void>): Promise<void> {
  const outcome = await takeTurn(ctx, obligationId);
  if (outcome === "elsewhere") await next();
  if (outcome === "moved") await enterReport(ctx, obligationId);
}

/** The obligation of a tap under a question, or null for any other button. */
function writingTap(data: string): number | null {
  const { tap, option, quick, jump, send, takeStray, dropStray } = reportActions;
  for (const action of [tap, option, quick, jump, send, takeStray, dropStray]) {
    const args = action.parse(data);
    if (args) return args[0];
  }
  return null;
}

export function reportFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, reportCommand, async (ctx) => {
    const units = known(ctx).posts.map((post) => post.unitId);
    const owed = await findObligations(
      ctx.deps.cases.db,
      { units, openOnly: true },
      ctx.deps.cases.clock.now(),
    );
    const writable = owed.filter((one) => one.formVersionId !== null && one.planState === "published");
    const [only] = writable;
    if (writable.length === 1 && only) await begin(ctx, only.id);
    else await ctx.show(choose(ctx.words, writable));
  });
  onAction(composer, reportActions.open, async (ctx, obligationId) => {
    await ctx.answerTap();
    await begin(ctx, obligationId);
  });
  onAction(composer, reportActions.nil, async (ctx, obligationId) => {
    await openReport(ctx.deps.cases, known(ctx), obligationId, null);
    if ((await give(ctx, obligationId, { step: { kind: "nil" }, field: null })) === "moved")
      await enterReport(ctx, obligationId);
  });
  onAction(composer, reportActions.look, async (ctx, obligationId) => {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    if (!work.sent) throw new Problem("button-old");
    await ctx.show(whole(ctx.words, { ...work, sent: work.sent }));
  });
  onAction(composer, reportActions.again, async (ctx, obligationId) => {
    await openReport(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  return composer;
}

async function begin(ctx: BotContext, obligationId: number): Promise<void> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (work.sent && !work.draft && work.sent.review !== "returned") {
    await ctx.show(whole(ctx.words, { ...work, sent: work.sent }));
    return;
  }
  checkOpen(work);
  await openReport(ctx.deps.cases, known(ctx), obligationId, ctx.key);
  // What a return asks again is still to be answered.
  const answered = Object.values(work.draft?.state.answers ?? {}).filter((one) => !one.ask).length;
  if (answered > 0) {
    await ctx.show({ text: ctx.words.t("report-resumed", { answered, total: work.form.fields.length }) });
  }
  await enterReport(ctx, obligationId);
}
