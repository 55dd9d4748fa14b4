/** /verify CODE: the receipt behind a look-up code, and whether the rows still prove it. */
import { type Conversation, createConversation } from "@grammyjs/conversations";
import { Composer, type Context } from "grammy";
import { verifyReport } from "../../../cases/report/verify-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { verifyAction, verifyCommand } from "./actions.ts";
import { verified } from "./view.ts";

const VERIFY = "verify-code";

/** From the menu the command comes without a code: it is asked for. */
export function verifyWait(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(waitForCode, { id: VERIFY, parallel: false }));
  return composer;
}

export function verifyFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, verifyCommand, async (ctx) => {
    if (ctx.match.trim() !== "") return show(ctx, ctx.match);
    await ctx.show({ text: ctx.words.t("verify-ask") });
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(VERIFY);
  });
  onAction(composer, verifyAction, async (ctx, reportId) => {
    const row = await ctx.deps.cases.db.report.findUnique({
      where: { id: reportId },
      select: { code: true },
    });
    if (!row) throw new Problem("button-old");
    await show(ctx, row.code);
  });
  return composer;
}

async function show(ctx: BotContext, typed: string): Promise<void> {
  const { cases } = ctx.deps;
  await ctx.show(verified(ctx.words, await verifyReport(cases, known(ctx), typed), cases.clock.now()));
}

async function waitForCode(conversation: Conversation<BotContext, Context>): Promise<void> {
  const turn = await conversation.wait();
  const text = turn.message?.text;
  if (text === undefined || text.startsWith("/")) await conversation.skip({ next: true });
  const found = await conversation.external((ctx) => tryCode(ctx, text ?? ""));
  if (!found) await conversation.skip();
}

async function tryCode(ctx: BotContext, text: string): Promise<boolean> {
  try {
    await show(ctx, text);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return false;
  }
}
