/**
 * One turn of writing a report: show what is asked now, take what comes. The conversation (conversation.ts) only
 * strings turns together; every answer is in our own tables before anything is said, so that whatever the plugin
 * forgets, nothing of the person's is lost.
 */
import type { Message } from "grammy/types";
import { ALREADY } from "../../../cases/case.ts";
import { namesOf, twinsIn } from "../../../cases/report/find-duplicates.ts";
import { mustPropose, proposeReport } from "../../../cases/report/propose-report.ts";
import { submitReport } from "../../../cases/report/submit-report.ts";
import {
  answerReport,
  asSent,
  type Given,
  isHeldByOther,
  noteNewVersion,
  reportFor,
  type Step,
} from "../../../cases/report/write-report.ts";
import { cursorOf, type Next, nextOf } from "../../../domain/form/advance.ts";
import { expected } from "../../../domain/form/answer.ts";
import { type Change, changesBetween } from "../../../domain/form/compare.ts";
import { type Form, fieldOf } from "../../../domain/form/form.ts";
import { readSaying } from "../../../domain/message/saying.ts";
import { Problem } from "../../../domain/problem.ts";
import { registerFor } from "../../../store/form/register.ts";
import type { Asks } from "../../../store/people/people.ts";
import type { ReportWork } from "../../../store/report/drafts.ts";
import { findEarlier, findReview } from "../../../store/report/reviews.ts";
import { isSeen } from "../../../store/seen-updates.ts";
import { type BotContext, known } from "../../context.ts";
import type { Taken } from "../../dialogues/wait-for-words.ts";
import { list, nilReview, review } from "../../questions/answers.ts";
import { faultLines } from "../../questions/faults.ts";
import { type Answered, question } from "../../questions/question.ts";
import { optionAt, quickText } from "../../questions/tapped.ts";
import type { Screen } from "../../screen.ts";
import { messageFile } from "../../sent-file.ts";
import { reportActions } from "./actions.ts";
import { askWhatFile } from "./ask-what-file.ts";
import { askedNow, fieldAsked, listOf } from "./list-file.ts";
import { refuse } from "./refuse.ts";
import { held, proposed, receipt, stray } from "./view.ts";

/** A text answers a question only while the question is the bot's last word and younger than this. */
export const FRESH_MINUTES = 30;

/** `next`: what is asked now is to be shown. */
export type Outcome = "next" | Extract<Taken<never>, "again" | "elsewhere">;

/** The report as the answer in this very update has left it: what is asked next is shown without reading it again. */
const justTaken = new WeakMap<BotContext, ReportWork>();

/** Shows the present question, the review or, once it is sent, the receipt. False when there is no more to ask. */
export async function showTurn(ctx: BotContext, obligationId: number): Promise<boolean> {
  const taken = justTaken.get(ctx);
  justTaken.delete(ctx);
  const work =
    taken?.obligationId === obligationId ? taken : await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (!work.draft) {
    if (work.sent) {
      const sent = await asSent(ctx.deps.cases, work);
      await ctx.show(receipt(ctx.words, sent, await changed(ctx, work)));
    }
    return false;
  }
  if (isHeldByOther(work.draft, known(ctx))) {
    await showHeld(ctx, work, false);
    return false;
  }
  const newForm = work.draft.formVersionId !== work.formVersionId;
  if (newForm) await noteNewVersion(ctx.deps.cases, known(ctx), obligationId);
  const next = nextOf(work.form, work.draft.state, work.last ? { last: work.last.answers } : {});
  const { db } = ctx.deps.cases;
  const proposes = mustPropose(known(ctx), work);
  // Seeing the new version of the form was a step of the draft too.
  const revised = { ...work, revision: work.draft.revision + (newForm ? 1 : 0), proposes };
  const { answers } = work.draft.state;
  const lists = next.kind === "ask" ? [next.field.key] : undefined;
  const twins = namesOf(await twinsIn(db, obligationId, work.form, answers, lists));
  if (next.kind === "review")
    await ctx.show(review(ctx.words, revised, next, twins), { asks: { obligationId, field: "review" } });
  else if (next.kind === "nil")
    await ctx.show(nilReview(ctx.words, revised), { asks: { obligationId, field: "nil" } });
  else
    await ask(
      ctx,
      work,
      question(ctx.words, work, next, {
        last: justAnswered(work.form, work.draft),
        twins,
        changed: newForm,
        register: next.field.kind === "register" ? await registerFor(db, next.field.of, work.unitId) : [],
      }),
      next.field.key,
    );
  return true;
}

/** Who is writing, and how far; the answers too, for somebody who wants to look. */
export async function showHeld(ctx: BotContext, work: ReportWork, whole: boolean): Promise<void> {
  if (!work.draft) throw new Problem("draft-gone");
  const { holderName: by, updatedAt: since } = work.draft;
  const screen = held(ctx.words, { ...work, by, since }, reviewOf(work), whole);
  await (whole ? ctx.change(screen) : ctx.show(screen));
}

/** All answers of a draft, wherever its cursor is. */
function reviewOf(work: ReportWork): Extract<Next, { kind: "review" }> {
  if (!work.draft) throw new Problem("draft-gone");
  return nextOf(work.form, { ...work.draft.state, cursor: "review" }) as Extract<Next, { kind: "review" }>;
}

/** A page of the answers so far, in the place of the message whose button was tapped. */
async function showList(ctx: BotContext, obligationId: number, page: number): Promise<void> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  const next = reviewOf(work);
  const cursor = askedNow(work);
  const atReview = cursor === "review";
  const { revision = 0 } = work.draft ?? {};
  const proposes = mustPropose(known(ctx), work);
  const screen = atReview
    ? review(ctx.words, { ...work, revision, proposes }, next, [], page)
    : list(ctx.words, work, next, page);
  // A page turned is the same message; the list itself is a new one, below the question.
  if (atReview || page > 0) await ctx.change(screen);
  else await ctx.show(screen, { asks: { obligationId, field: cursor } });
}

/** What the newest version changed in the one before it. */
async function changed(ctx: BotContext, { sent }: ReportWork): Promise<Change[]> {
  const { db } = ctx.deps.cases;
  const report = sent && sent.version > 1 ? await findReview(db, { id: sent.id }) : null;
  const earlier = report && (await findEarlier(db, report));
  return earlier ? changesBetween(earlier, report) : [];
}

// Photographs of one album come as messages of their own: the question is put under the last one, once.
async function ask(ctx: BotContext, work: ReportWork, screen: Screen, field: string): Promise<void> {
  const album = ctx.message?.media_group_id;
  const last = known(ctx).last;
  const asks = { obligationId: work.obligationId, field, ...(album ? { album } : {}) };
  if (album && last?.asks?.album === album) {
    await ctx.rewrite(last.messageId, screen, asks);
    return;
  }
  await ctx.show(screen, { asks });
}

/** The answer that the last change of the draft brought, to be shown back above the next question. */
function justAnswered(form: Form, draft: NonNullable<ReportWork["draft"]>): Answered | null {
  const given = Object.entries(draft.state.answers).find(
    ([, answer]) => answer.at === draft.updatedAt.toISOString(),
  );
  const field = given && fieldOf(form, given[0]);
  return field && field.key !== cursorOf(form, draft.state) ? { field, value: given[1].value } : null;
}

/** Takes one update for the report of this obligation. */
export async function takeTurn(ctx: BotContext, obligationId: number): Promise<Outcome> {
  if (ctx.callbackQuery) return takeTap(ctx, obligationId);
  if (ctx.editedMessage) return takeEdit(ctx, obligationId);
  const message = ctx.message;
  if (!message || message.text?.startsWith("/")) return "elsewhere";
  const asks = known(ctx).last?.asks;
  let step = stepOf(message);
  if (step?.kind === "text" && !isAsked(asks, obligationId) && readSaying(step.text)) return "elsewhere";
  try {
    step = await listOf(ctx, obligationId, step, message);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await refuse(ctx, error);
    return "again";
  }
  if (step?.kind === "sent-file" && !(await wantsFile(ctx, obligationId))) {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    if (await isSeen(ctx.deps.cases.db, ctx.key)) return "next";
    await askWhatFile(ctx, [{ ...work, id: obligationId }], obligationId);
    return "again";
  }
  const forwarded = message.forward_origin !== undefined;
  // The question was the last word: the answer goes straight to the case, which knows whether it still is asked.
  if (step && !forwarded && isFresh(ctx) && asks?.obligationId === obligationId && !asks.files) {
    return give(ctx, obligationId, { step, field: asks.field });
  }
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  if (!work.draft) return "next";
  if (!step) {
    await refuse(ctx, wanted(work));
    return "again";
  }
  // An answer that was saved before a kill and comes again after it: only the next question was never said.
  if (await isSeen(ctx.deps.cases.db, ctx.key)) return "next";
  const field = fieldOf(work.form, askedNow(work)) ?? work.form.fields[0];
  if (field) await ctx.show(stray(ctx.words, obligationId, field), { replyTo: message.message_id });
  return "again";
}

/**
 * Whether a question of this report is the bot's last word. The closing screen asks nothing, nor does a list shown
 * since: words that stand for a button are no answer there.
 */
const isAsked = (asks: Asks | null | undefined, obligationId: number): boolean =>
  asks?.obligationId === obligationId && asks.field !== "review" && asks.field !== "nil";

/** Gives an answer to the case and says what it meant. */
export async function give(ctx: BotContext, obligationId: number, given: Given): Promise<Outcome> {
  try {
    const result = await answerReport(ctx.deps.cases, known(ctx), obligationId, given, ctx.key);
    if (result !== ALREADY && !result.ok) {
      await refuse(ctx, result.problem, given.field ?? undefined, obligationId);
      return "again";
    }
    await ctx.answerTap();
    if (result === ALREADY) return "next";
    // What comes of a file may already be known, and have changed the draft again.
    if (given.step.kind !== "sent-file") justTaken.set(ctx, result.work);
    if (result.faults) await ctx.show({ text: faultLines(ctx, result.faults) });
    return "next";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "answer-classified") await takeBack(ctx);
    if (error.code === "draft-held") {
      await ctx.answerTap();
      await showHeld(ctx, await reportFor(ctx.deps.cases, known(ctx), obligationId), false);
      return "again";
    }
    // The question as it is now is shown, and says that the form has changed.
    if (error.code === "form-changed") {
      await ctx.answerTap();
      return "next";
    }
    // Written to a question that was answered elsewhere meanwhile, as on a page: what is asked now is shown.
    if (error.code === "draft-moved" && ctx.message) {
      await ctx.show({ text: ctx.words.problem(error) });
      return "next";
    }
    if (error.code === "draft-moved" || error.code === "draft-gone") {
      await ctx.answerTap(ctx.words.problem(error));
      if (ctx.callbackQuery && error.code === "draft-gone") return "again";
      return isFresh(ctx) && known(ctx).last?.asks?.obligationId === obligationId ? "again" : "next";
    }
    await refuse(ctx, error, given.field ?? undefined, obligationId);
    return "again";
  }
}

/** What must not stand in a chat is taken out of it, as far as a bot can. */
async function takeBack(ctx: BotContext): Promise<void> {
  const message = ctx.message ?? ctx.editedMessage;
  try {
    if (message) await ctx.api.deleteMessage(message.chat.id, message.message_id);
  } catch (error) {
    ctx.deps.log.warn({ err: error }, "a message with a secret answer could not be deleted");
  }
}

async function wantsFile(ctx: BotContext, obligationId: number): Promise<boolean> {
  return (await fieldAsked(ctx, obligationId))?.kind === "files";
}

async function takeTap(ctx: BotContext, obligationId: number): Promise<Outcome> {
  const data = ctx.callbackQuery?.data ?? "";
  const send = reportActions.send.parse(data);
  if (send?.[0] === obligationId) return sendReport(ctx, obligationId, send[1]);
  const drop = reportActions.dropStray.parse(data);
  if (drop?.[0] === obligationId) {
    await ctx.change({ text: ctx.words.t("report-stray-dropped") });
    await ctx.answerTap();
    return "next";
  }
  const page = reportActions.list.parse(data) ?? listTap(data);
  if (page?.[0] === obligationId) {
    await ctx.answerTap();
    await showList(ctx, obligationId, page[1]);
    return "again";
  }
  const given = await givenByTap(ctx, obligationId, data);
  return given ? give(ctx, obligationId, given) : "elsewhere";
}

function listTap(data: string): [number, number] | null {
  const tap = reportActions.tap.parse(data);
  return tap?.[2] === "list" ? [tap[0], 0] : null;
}

async function givenByTap(ctx: BotContext, obligationId: number, data: string): Promise<Given | null> {
  const tap = reportActions.tap.parse(data);
  if (tap?.[0] === obligationId && tap[2] !== "list")
    return { step: { kind: tap[2] } as Step, field: tap[1] };
  const jump = reportActions.jump.parse(data);
  if (jump?.[0] === obligationId) return { step: { kind: "jump", field: jump[1] }, field: null };
  const quick = reportActions.quick.parse(data);
  if (quick?.[0] === obligationId)
    return { step: { kind: "text", text: quickText(ctx, quick[2]) }, field: quick[1] };
  const say = reportActions.say.parse(data);
  if (say?.[0] === obligationId) return { step: { kind: "text", text: say[2] }, field: say[1] };
  const remove = reportActions.remove.parse(data);
  if (remove?.[0] === obligationId) return { step: { kind: "remove", row: remove[2] }, field: remove[1] };
  const option = reportActions.option.parse(data);
  if (option?.[0] === obligationId) {
    const { form } = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    const value = optionAt(fieldOf(form, option[1]), option[2]);
    return value === undefined ? null : { step: { kind: "option", value }, field: option[1] };
  }
  const take = reportActions.takeStray.parse(data);
  const said = ctx.callbackQuery?.message?.reply_to_message as Message | undefined;
  if (take?.[0] === obligationId) {
    const step = said && (await listOf(ctx, obligationId, stepOf(said), said));
    if (step) await ctx.change({ text: ctx.words.t("report-stray-taken") });
    return step ? { step, field: take[1] } : null;
  }
  return null;
}

async function sendReport(ctx: BotContext, obligationId: number, revision: number): Promise<Outcome> {
  const { cases } = ctx.deps;
  const work = await reportFor(cases, known(ctx), obligationId);
  try {
    if (mustPropose(known(ctx), work)) {
      const outcome = await proposeReport(cases, known(ctx), obligationId, revision, ctx.key);
      await ctx.answerTap();
      if (outcome !== ALREADY) await ctx.show(proposed(ctx.words, work, outcome.to));
      return "again";
    }
    await submitReport(cases, known(ctx), obligationId, revision, ctx.key);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "draft-gone" && error.code !== "draft-moved"))
      throw error;
    await ctx.answerTap(ctx.words.problem(error));
    return error.code === "draft-gone" ? "again" : "next";
  }
  await ctx.answerTap();
  return "next";
}

async function takeEdit(ctx: BotContext, obligationId: number): Promise<Outcome> {
  const { message_id, text } = ctx.editedMessage ?? {};
  if (message_id === undefined || text === undefined) return "elsewhere";
  const outcome = await give(ctx, obligationId, {
    step: { kind: "correction", messageId: message_id, text },
    field: null,
  });
  return outcome;
}

/** What a message gives as an answer: words, a file, a photograph; null for a sticker, a place, a voice. */
function stepOf(message: Message): Step | null {
  if (message.text) return { kind: "text", text: message.text, messageId: message.message_id };
  const file = messageFile(message);
  return file ? { kind: "sent-file", file } : null;
}

function isFresh(ctx: BotContext): boolean {
  const last = known(ctx).last;
  return last !== null && ctx.deps.cases.clock.now().getTime() - last.at.getTime() < FRESH_MINUTES * 60_000;
}

/** What the question asked wants instead of a sticker, a place or a voice. */
function wanted(work: ReportWork): Problem {
  const field = fieldOf(work.form, askedNow(work));
  return field ? expected(field, "") : new Problem("text-expected", { label: "", text: "" });
}
