/** The buttons by which a return is written: questions, reasons, date, send or drop. */
import type { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import {
  beginReturn,
  changeReturn,
  dropReturn,
  isReasoned,
  returning,
  sendReturn,
} from "../../../cases/review/return-report.ts";
import { dayOf } from "../../../domain/moment.ts";
import { Problem } from "../../../domain/problem.ts";
import { plusWorkdays } from "../../../domain/reminder/workdays.ts";
import { readCalendar } from "../../../store/reminder/ladders.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { returnActions as on } from "./actions.ts";
import { askWords } from "./reasons.ts";
import { chooseDay, chooseFields, returnSummary } from "./return-view.ts";
import { showCard, showSummary } from "./show.ts";

export function returns(composer: Composer<BotContext>): void {
  onAction(composer, on.begin, async (ctx, reportId) => {
    const begun = await begin(ctx, reportId);
    if (begun === null) return;
    const about = await returning(ctx.deps.cases, known(ctx), begun);
    if (about.report.nil) await askWords(ctx, { kind: "common", returnId: begun });
    else await ctx.show(chooseFields(ctx.words, about, 0));
  });
  onAction(composer, on.fields, async (ctx, returnId, page) => {
    await ctx.change(chooseFields(ctx.words, await present(ctx, returnId), page));
  });
  onAction(composer, on.field, async (ctx, returnId, key, page) => {
    await changeReturn(ctx.deps.cases, known(ctx), returnId, { kind: "toggle", key }, ctx.key);
    await ctx.change(chooseFields(ctx.words, await present(ctx, returnId), page));
  });
  onAction(composer, on.reasons, async (ctx, returnId) => {
    const about = await present(ctx, returnId);
    const next = about.reason === null ? about.fields.find((one) => one.why === null) : undefined;
    if (next) await askWords(ctx, { kind: "why", returnId, key: next.key });
    else await ctx.change(returnSummary(ctx.words, about, isReasoned(about)));
  });
  onAction(composer, on.why, async (ctx, returnId, key) => {
    await askWords(ctx, { kind: "why", returnId, key });
  });
  onAction(composer, on.common, async (ctx, returnId) => {
    await askWords(ctx, { kind: "common", returnId });
  });
  onAction(composer, on.summary, async (ctx, returnId) => {
    await showSummary(ctx, returnId, "here");
  });
  dates(composer);
  onAction(composer, on.drop, async (ctx, returnId) => {
    await ctx.conversation.exitAll();
    await dropReturn(ctx.deps.cases, known(ctx), returnId, ctx.key);
    await ctx.change({ text: ctx.words.t("return-dropped") });
  });
  onAction(composer, on.send, async (ctx, returnId) => {
    const about = await present(ctx, returnId);
    await ctx.conversation.exitAll();
    const sent = await sendReturn(ctx.deps.cases, known(ctx), returnId, ctx.key);
    if (sent === ALREADY) return;
    const names = sent.names.join(", ");
    await ctx.change({
      text: ctx.words.t(names === "" ? "return-sent-nobody" : "return-sent", {
        unit: about.report.unitName,
        until: ctx.words.until(about.dueBefore),
        names,
      }),
    });
  });
}

function dates(composer: Composer<BotContext>): void {
  onAction(composer, on.days, async (ctx, returnId) => {
    const { clock, db, zone } = ctx.deps.cases;
    const calendar = await readCalendar(db);
    const today = dayOf(clock.now(), zone);
    const dayIn = (count: number) => ctx.words.day(plusWorkdays(calendar, today, count));
    await ctx.change(chooseDay(ctx.words, await present(ctx, returnId), dayIn));
  });
  onAction(composer, on.inDays, async (ctx, returnId, count) => {
    if (count < 1 || count > 30) throw new Problem("button-old");
    await changeReturn(ctx.deps.cases, known(ctx), returnId, { kind: "workdays", count }, ctx.key);
    await showSummary(ctx, returnId, "here");
  });
  onAction(composer, on.otherDay, async (ctx, returnId) => {
    await askWords(ctx, { kind: "day", returnId });
  });
}

/** The return to write; where it was decided meanwhile, that is said and the card shows it. */
async function begin(ctx: BotContext, reportId: number): Promise<number | null> {
  try {
    const begun = await beginReturn(ctx.deps.cases, known(ctx), reportId, ctx.key);
    return begun === ALREADY ? null : begun;
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "report-decided" && error.code !== "report-newer"))
      throw error;
    await ctx.answerTap(ctx.words.problem(error));
    await showCard(ctx, reportId, "here");
    return null;
  }
}

const present = (ctx: BotContext, returnId: number) => returning(ctx.deps.cases, known(ctx), returnId);
