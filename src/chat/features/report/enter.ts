/** Into the conversation that asks the questions of one report, from wherever somebody comes. */
import type { BotContext } from "../../context.ts";
import { REPORT } from "./conversation.ts";

export async function enterReport(ctx: BotContext, obligationId: number): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REPORT, obligationId);
}
