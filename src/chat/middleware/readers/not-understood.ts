/** Last of all: nobody took it. */
import { may } from "../../../domain/people/permissions.ts";
import { Problem } from "../../../domain/problem.ts";
import type { BotContext } from "../../context.ts";

export async function sayNotUnderstood(ctx: BotContext): Promise<void> {
  const roles = ctx.who?.roles ?? ["stranger" as const];
  if (roles.includes("stranger")) throw new Problem("stranger");
  await ctx.show({ text: ctx.words.t(may(roles, "report.write") ? "fallback-unit" : "fallback-board") });
}
