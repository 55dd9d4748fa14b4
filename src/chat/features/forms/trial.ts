/**
 * A form tried out: the very screens of a report, with words that say it is a trial and buttons of its own. What is
 * typed answers it only while its question is the bot's last word.
 */
import { Composer, InputFile } from "grammy";
import type { Message } from "grammy/types";
import { ALREADY } from "../../../cases/case.ts";
import { formFor } from "../../../cases/form/open-forms.ts";
import { offerOf, waitingOffer } from "../../../cases/form/take-form.ts";
import { answerTrial, endTrial, type Trial, trialOf, tryForm } from "../../../cases/form/try-form.ts";
import { isTable, readList } from "../../../cases/report/read-list.ts";
import { writeTemplate } from "../../../documents/write/xlsx.ts";
import { cursorOf, nextOf } from "../../../domain/form/advance.ts";
import { type Form, fieldOf } from "../../../domain/form/form.ts";
import type { Input } from "../../../domain/form/input.ts";
import { RowFaults } from "../../../domain/form/read/rows.ts";
import { kindsOf } from "../../../domain/form/wording.ts";
import { Problem } from "../../../domain/problem.ts";
import { authorise, onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { leftOutLine } from "../../file-parts.ts";
import { faultLines } from "../../questions/faults.ts";
import type { Answered } from "../../questions/question.ts";
import { optionAt, quickText } from "../../questions/tapped.ts";
import { messageFile } from "../../sent-file.ts";
import { formActions as on, trialActions as tried } from "./actions.ts";
import { chooseKind } from "./offer-view.ts";
import { listScreen, problemScreen, trialScreen } from "./trial-view.ts";

/** Marks the bot's last word as a question of the trial. */
const MARK = "trial:";

/** Stands before the report being written: its questions have another mark. */
export function trialWait(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(["message:text", "message:document", "message:photo"], async (ctx, next) => {
    const asks = ctx.who?.last?.asks;
    if (!asks?.field.startsWith(MARK) || ctx.message.text?.startsWith("/")) return next();
    authorise(ctx, "form.manage");
    const input = await inputOf(ctx, ctx.message);
    if (input) await give(ctx, input, asks.field.slice(MARK.length));
  });
  return composer;
}

export function trialFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.try, async (ctx, formId, place) => {
    const { form } = await formFor(ctx.deps.cases, known(ctx), formId);
    await begin(ctx, form, place, (one) => on.try.data(formId, one));
  });
  onAction(composer, on.tryOffer, async (ctx, offerId, place) => {
    const { form } = await offerOf(ctx.deps.cases, known(ctx), offerId);
    await begin(ctx, form, place, (one) => on.tryOffer.data(offerId, one));
  });
  onAction(composer, on.end, async (ctx) => {
    await finish(ctx);
  });
  answering(composer);
  return composer;
}

/** Where kinds of units are asked in other words, the first tap (0) chooses one: 1 is "any other", then the kinds. */
async function begin(
  ctx: BotContext,
  form: Form,
  place: number,
  data: (place: number) => string,
): Promise<void> {
  await ctx.answerTap();
  await ctx.conversation.exitAll();
  const kinds = kindsOf(form);
  if (kinds.length > 0 && place === 0) {
    await ctx.show(chooseKind(ctx.words, kinds, data));
    return;
  }
  await tryForm(ctx.deps.cases, known(ctx), form, kinds[place - 2] ?? "", ctx.key);
  const { last } = await trialOf(ctx.deps.cases.db, known(ctx));
  if (Object.keys(last).length > 0) await ctx.show({ text: ctx.words.t("forms-trial-last") });
  await showTrial(ctx, null);
}

function answering(composer: Composer<BotContext>): void {
  onAction(composer, tried.tap, async (ctx, _, field, what) => {
    if (what === "list") return void (await showList(ctx, 0));
    await give(ctx, { kind: what }, field);
  });
  onAction(composer, tried.option, async (ctx, _, key, place) => {
    const { form } = await trialOf(ctx.deps.cases.db, known(ctx));
    const value = optionAt(fieldOf(form, key), place);
    if (value === undefined) throw new Problem("button-old");
    await give(ctx, { kind: "option", value }, key);
  });
  onAction(composer, tried.quick, async (ctx, _, field, place) => {
    await give(ctx, { kind: "text", text: quickText(ctx, place) }, field);
  });
  onAction(composer, tried.say, async (ctx, _, field, text) => {
    await give(ctx, { kind: "text", text }, field);
  });
  onAction(composer, tried.remove, async (ctx, _, field, row) => {
    await give(ctx, { kind: "remove", row }, field);
  });
  onAction(composer, tried.jump, async (ctx, _, field) => {
    await give(ctx, { kind: "jump", field }, null);
  });
  onAction(composer, tried.list, async (ctx, _, page) => {
    await showList(ctx, page);
  });
  onAction(composer, tried.template, async (ctx, _, key) => {
    const { form } = await trialOf(ctx.deps.cases.db, known(ctx));
    const field = fieldOf(form, key);
    if (field?.kind !== "group") throw new Problem("button-old");
    await ctx.replyWithDocument(new InputFile(await writeTemplate(field), "mau-danh-sach.xlsx"), {
      caption: ctx.words.t("report-group-template-how"),
    });
  });
  // The end of a report is sending it; of a trial, that nothing is left of it.
  onAction(composer, tried.send, async (ctx, _, __) => {
    await finish(ctx);
  });
}

async function finish(ctx: BotContext): Promise<void> {
  await endTrial(ctx.deps.cases, known(ctx), ctx.key);
  await ctx.answerTap();
  // Whoever tried a form before taking it goes back to what it changes.
  const offer = await waitingOffer(ctx.deps.cases, known(ctx));
  await ctx.show({
    text: ctx.words.t("forms-trial-over"),
    buttons: [
      offer
        ? [{ text: ctx.words.t("forms-offer"), data: on.offer.data(offer.id) }]
        : [{ text: ctx.words.t("forms-all"), data: on.list.data(0) }],
    ],
  });
}

async function give(ctx: BotContext, input: Input, field: string | null): Promise<void> {
  const before = await trialOf(ctx.deps.cases.db, known(ctx));
  const result = await answerTrial(ctx.deps.cases, known(ctx), input, field, ctx.key);
  await ctx.answerTap();
  if (result !== ALREADY && !result.ok) {
    const { problem } = result;
    const said = ctx.words.problem(problem);
    const text = problem instanceof RowFaults ? `${said}\n${faultLines(ctx, problem.faults)}` : said;
    await ctx.show(
      problemScreen(ctx.words, text, problem, cursorOf(before.form, before.state)),
      asking(before),
    );
    return;
  }
  const faults = result === ALREADY ? undefined : result.faults;
  if (faults) await ctx.show({ text: faultLines(ctx, faults) });
  const understood = result === ALREADY ? undefined : result.understood;
  await showTrial(ctx, understood ?? null);
}

async function showTrial(ctx: BotContext, last: Answered | null): Promise<void> {
  const trial = await trialOf(ctx.deps.cases.db, known(ctx));
  const next = nextOf(trial.form, trial.state, { last: trial.last });
  await ctx.show(trialScreen(ctx.words, trial, next, last), asking(trial));
}

async function showList(ctx: BotContext, page: number): Promise<void> {
  const trial = await trialOf(ctx.deps.cases.db, known(ctx));
  const screen = listScreen(ctx.words, trial, page);
  // A page turned is the same message; the list itself is a new one, below the question.
  if (page > 0) await ctx.change(screen);
  else await ctx.show(screen, asking(trial));
}

const asking = ({ form, state }: Trial) => ({
  asks: { obligationId: 0, field: `${MARK}${cursorOf(form, state)}` },
});

/** Files are named and not kept: their id is that of the message, and points nowhere. */
async function inputOf(ctx: BotContext, message: Message): Promise<Input | null> {
  if (message.text) return { kind: "text", text: message.text, messageId: message.message_id };
  const file = messageFile(message);
  if (!file) return null;
  const { form, state } = await trialOf(ctx.deps.cases.db, known(ctx));
  const { name, mime, size } = file;
  const field = fieldOf(form, cursorOf(form, state));
  if (field?.kind === "group" && isTable(name)) {
    const bytes = () => ctx.deps.download(file.remoteId);
    const { text, leftOut } = await readList(ctx.deps.cases, field, { name, size, bytes });
    if (leftOut.length > 0) await ctx.show({ text: leftOutLine(ctx.words, leftOut) });
    return { kind: "text", text };
  }
  return { kind: "file", file: { id: message.message_id, name, mime, size } };
}
