/** What is said of an answer that could not be taken; the question stays the last word and is asked by it again. */
import { Doubt } from "../../../domain/form/doubt.ts";
import { RowFaults } from "../../../domain/form/read/rows.ts";
import type { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { faultLines } from "../../questions/faults.ts";
import { reportActions } from "./actions.ts";

export async function refuse(
  ctx: BotContext,
  problem: Problem,
  field?: string,
  obligationId?: number,
): Promise<void> {
  const asks = known(ctx).last?.asks ?? (field && obligationId ? { obligationId, field } : null);
  await ctx.answerTap();
  const text =
    problem instanceof RowFaults
      ? `${ctx.words.problem(problem)}\n${faultLines(ctx, problem.faults, problem.code === "rows-wrong")}`
      : ctx.words.problem(problem);
  const buttons =
    problem instanceof Doubt && asks
      ? problem.offers.map((offer) => [
          { text: offer.text, data: reportActions.say.data(asks.obligationId, asks.field, offer.say) },
        ])
      : [];
  await ctx.show({ text, buttons }, asks ? { asks } : {});
}
