/**
 * /report and everything around a report being written. After the conversation itself stands a net: an answer that
 * finds no conversation (lost at a deploy, or never begun) is offered to the engine all the same, as the answer to
 * the question that was asked last, and the conversation is entered again.
 */

import { createConversation } from "@grammyjs/conversations";
import { Composer, InputFile } from "grammy";
import { takeOver } from "../../../cases/report/assign-report.ts";
import {
  asSent,
  checkOpen,
  isHeldByOther,
  openReport,
  reportFor,
} from "../../../cases/report/write-report.ts";
import { writeTemplate } from "../../../documents/write/xlsx.ts";
import { fieldOf } from "../../../domain/form/form.ts";
import { answeredCount, asked } from "../../../domain/form/standing.ts";
import { ownUnits } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { proposalOf } from "../../../store/people/hand-overs.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { findDraftByMessage } from "../../../store/report/drafts.ts";
import { authorise, onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { enterReport, REPORT } from "../../dialogues/enter-report.ts";
import { whole } from "../../phrases/sent-report.ts";
import { reportActions, reportCommand } from "./actions.ts";
import { reportConversation } from "./conversation.ts";
import { give } from "./give.ts";
import { privatePages } from "./private-page.ts";
import { showHeld } from "./show-turn.ts";
import { writingTap } from "./taps.ts";
import { takeTurn } from "./turn.ts";
import { unaskedFiles } from "./unasked-file.ts";
import { choose } from "./view.ts";

/** Stands before all other features: while a report is being written, what comes may be its answer. */
export function openReportFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(reportConversation, { id: REPORT, parallel: false }));
  composer.on(["message:text", "message:document", "message:photo"], async (ctx, next) => {
    const asks = ctx.who?.last?.asks;
    if (!asks || asks.files || ctx.message.text?.startsWith("/")) return next();
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
    const tap = writingTap(ctx.callbackQuery.data);
    if (!tap) return next();
    authorise(ctx, "report.write");
    await resume(ctx, tap.obligationId, next);
  });
  return composer;
}

async function resume(ctx: BotContext, obligationId: number, next: () => Promise<void>): Promise<void> {
  const outcome = await takeTurn(ctx, obligationId);
  if (outcome === "elsewhere") await next();
  if (outcome === "next") await enterReport(ctx, obligationId);
}

export function reportFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, reportCommand, async (ctx) => {
    const owed = await writable(ctx);
    const [only] = owed;
    if (owed.length === 1 && only) await begin(ctx, only.id);
    else await ctx.show(choose(ctx.words, owed));
  });
  onAction(composer, reportActions.open, async (ctx, obligationId) => {
    await ctx.answerTap();
    await begin(ctx, obligationId);
  });
  onAction(composer, reportActions.nil, async (ctx, obligationId) => {
    await openReport(ctx.deps.cases, known(ctx), obligationId, null);
    if ((await give(ctx, obligationId, { step: { kind: "nil" }, field: null })) === "next")
      await enterReport(ctx, obligationId);
  });
  onAction(composer, reportActions.look, async (ctx, obligationId) => {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    await ctx.show(whole(ctx.words, await asSent(ctx.deps.cases, work)));
  });
  onAction(composer, reportActions.again, async (ctx, obligationId) => {
    await openReport(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  sharing(composer);
  templates(composer);
  composer.use(privatePages());
  composer.use(unaskedFiles(writable));
  return composer;
}

/** One report, two people of a unit: look at what the other has, or go on in their place. */
function sharing(composer: Composer<BotContext>): void {
  onAction(composer, reportActions.see, async (ctx, obligationId) => {
    await showHeld(ctx, await reportFor(ctx.deps.cases, known(ctx), obligationId), true);
  });
  onAction(composer, reportActions.take, async (ctx, obligationId) => {
    await takeOver(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
}

/** The Excel file in which a list of people is filled in. */
function templates(composer: Composer<BotContext>): void {
  onAction(composer, reportActions.template, async (ctx, obligationId, key) => {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    const field = fieldOf(work.form, key);
    if (field?.kind !== "group") throw new Problem("button-old");
    await ctx.answerTap();
    const bytes = await writeTemplate(field);
    await ctx.replyWithDocument(new InputFile(bytes, "mau-danh-sach.xlsx"), {
      caption: ctx.words.t("report-group-template-how"),
    });
    // The question stays the last word: the file that comes back is its answer.
    await enterReport(ctx, obligationId);
  });
}

async function writable(ctx: BotContext) {
  const units = ownUnits(known(ctx));
  const { db, clock } = ctx.deps.cases;
  const owed = await findObligations(db, { units, openOnly: true }, clock.now());
  return owed.filter((one) => one.formVersionId !== null && one.planState === "published");
}

async function begin(ctx: BotContext, obligationId: number): Promise<void> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (work.sent && !work.draft && work.sent.review !== "returned") {
    await ctx.show(whole(ctx.words, await asSent(ctx.deps.cases, work)));
    return;
  }
  checkOpen(work);
  await openReport(ctx.deps.cases, known(ctx), obligationId, ctx.key);
  const { form, draft } = work;
  // What a return asks again is still to be answered.
  if (draft && !isHeldByOther(draft, known(ctx))) {
    const total = asked(form, draft.state).length;
    const answered = answeredCount(form, draft.state);
    const proposal = await proposalOf(ctx.deps.cases.db, obligationId);
    if (proposal?.byId === known(ctx).personId)
      await ctx.show({ text: ctx.words.t("hand-over-waiting", { name: proposal.toName }) });
    else if (answered > 0) await ctx.show({ text: ctx.words.t("report-resumed", { answered, total }) });
  }
  await enterReport(ctx, obligationId);
}
