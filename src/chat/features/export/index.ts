/** /export: the board's workbook and its report in Word, of what units have answered up to this moment. */
import { Composer, InputFile } from "grammy";
import { exportBook, exportReport, type MadeFile } from "../../../cases/summary/export-summary.ts";
import type { SummaryWords } from "../../../cases/summary/summary-facts.ts";
import { readableBoards } from "../../../domain/people/reach.ts";
import { usualRules } from "../../../domain/summary/owed.ts";
import { listPlans } from "../../../store/plan/plans.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { readablePlan } from "../../lookup/plan.ts";
import { findByName } from "../../lookup/plan-by-name.ts";
import { deedText } from "../../phrases/deed.ts";
import { exportCommand, exportActions as on } from "./actions.ts";
import { choosePlan, offer } from "./view.ts";

/** So many plans to choose from. */
const MOST = 8;

export function exportFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, exportCommand, async (ctx) => {
    if (ctx.match.trim() !== "") {
      await ctx.show(offer(ctx.words, await readablePlan(ctx, await findByName(ctx, ctx.match))));
      return;
    }
    const plans = await listPlans(ctx.deps.cases.db, readableBoards(known(ctx)), 50, 0);
    const sent = plans.filter((plan) => plan.state !== "draft").slice(0, MOST);
    await ctx.show(choosePlan(ctx.words, sent));
  });
  onAction(composer, on.open, async (ctx, planId) => {
    await ctx.change(offer(ctx.words, await readablePlan(ctx, planId)));
  });
  onAction(composer, on.book, async (ctx, planId) => {
    await hand(ctx, planId, (wanted, words) => exportBook(ctx.deps.cases, known(ctx), wanted, words));
  });
  onAction(composer, on.report, async (ctx, planId) => {
    const plan = await readablePlan(ctx, planId);
    await hand(ctx, planId, (wanted, words) => {
      const { t } = words.words;
      const signer = { of: "", title: t("export-signer"), name: "" };
      const recipients = [t("export-superior"), t("export-kept", { board: plan.board.name })];
      const issuing = { signing: "chief" as const, signer, recipients, internal: false };
      return exportReport(ctx.deps.cases, known(ctx), wanted, issuing, words);
    });
  });
  return composer;
}

type Wanted = Parameters<typeof exportBook>[2];

/** Documents of a Party body are in Vietnamese, whoever asks for them. It takes seconds: the tap is answered first. */
async function hand(
  ctx: BotContext,
  planId: number,
  make: (wanted: Wanted, words: SummaryWords) => Promise<MadeFile>,
): Promise<void> {
  const words = ctx.deps.wordsFor("vi");
  await ctx.answerTap(ctx.words.t("export-making"));
  const wanted = { scope: { planIds: [planId] }, rules: usualRules };
  const { name, bytes } = await make(wanted, { words, deed: (deed) => deedText(words, deed) });
  await ctx.replyWithDocument(new InputFile(bytes, name), { caption: ctx.words.t("export-made") });
}
