/** /verify CODE: the receipt behind a look-up code, and whether the rows still prove it. */
import { Composer } from "grammy";
import { verifyReport } from "../../../cases/report/verify-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { codeOfReport } from "../../../store/report/reports.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { hasText, waitForWords } from "../../dialogues/wait-for-words.ts";
import { verifyAction, verifyCommand } from "./actions.ts";
import { verified } from "./view.ts";

/** From the menu the command comes without a code: it is asked for. */
export const lookUpCode = waitForWords<null>("verify-code", {
  hears: hasText,
  async take(ctx, _, text) {
    await show(ctx, text);
    return "done";
  },
});

export function verifyFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, verifyCommand, async (ctx) => {
    if (ctx.match.trim() !== "") return show(ctx, ctx.match);
    await ctx.show({ text: ctx.words.t("verify-ask") });
    await lookUpCode.ask(ctx, null);
  });
  onAction(composer, verifyAction, async (ctx, reportId) => {
    const code = await codeOfReport(ctx.deps.cases.db, reportId);
    if (!code) throw new Problem("button-old");
    await show(ctx, code);
  });
  return composer;
}

async function show(ctx: BotContext, typed: string): Promise<void> {
  const { cases } = ctx.deps;
  await ctx.show(verified(ctx.words, await verifyReport(cases, known(ctx), typed), cases.clock.now()));
}
