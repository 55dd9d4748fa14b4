/** Into the conversation that asks the questions of one report, from wherever somebody comes. */
import type { BotContext } from "../context.ts";

/** The conversation's name; what it does stands in features/report. */
export const REPORT = "report";

export async function enterReport(ctx: BotContext, obligationId: number): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REPORT, obligationId);
}
