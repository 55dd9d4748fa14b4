/** /history: what the unit has sent, with codes; every version can be read, and the signed copy follows from here. */
import { Composer } from "grammy";
import { reportFor } from "../../../cases/report/write-report.ts";
import { changesBetween } from "../../../domain/form/compare.ts";
import { checkOwnUnit, ownUnits } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { findEarlier, findReview } from "../../../store/report/reviews.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import type { Screen } from "../../screen.ts";
import { historyCommand, historyActions as on } from "./actions.ts";
import { signedCopy } from "./sign.ts";
import { history, sentVersion } from "./view.ts";

export function historyFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, historyCommand, async (ctx) => {
    await ctx.show(await historyScreen(ctx, 0));
  });
  onAction(composer, on.page, async (ctx, page) => {
    await ctx.change(await historyScreen(ctx, page));
  });
  onAction(composer, on.one, async (ctx, reportId) => {
    const { db, clock } = ctx.deps.cases;
    const report = await findReview(db, { id: reportId });
    if (!report) throw new Problem("button-old");
    checkOwnUnit(known(ctx), report.unitId);
    const earlier = report.version > 1 ? await findEarlier(db, report) : null;
    const changes = earlier && changesBetween(earlier, report);
    await ctx.show(sentVersion(ctx.words, report, changes, earlier?.id ?? null, clock.now()));
  });
  onAction(composer, on.sign, async (ctx, obligationId) => {
    const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
    if (!work.sent || work.sent.nil) throw new Problem("button-old");
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("signed-ask", { code: work.sent.code }) });
    await signedCopy.ask(ctx, { obligationId, answered: null });
  });
  onAction(composer, on.signed, async (ctx) => {
    await ctx.change({ text: ctx.words.t("signed-done") });
  });
  return composer;
}

async function historyScreen(ctx: BotContext, page: number): Promise<Screen> {
  const { db, clock } = ctx.deps.cases;
  const units = ownUnits(known(ctx));
  const rows = await findObligations(db, { units }, clock.now());
  const sent = rows.filter((row) => row.reportSentAt !== null);
  sent.sort((a, b) => Number(b.reportSentAt) - Number(a.reportSentAt));
  return history(ctx.words, sent, page, units.length > 1);
}
