/** What is said of an answer that could not be taken; the question stays the last word and is asked by it again. */
import { Doubt } from "../../../domain/form/doubt.ts";
import { type RowFault, RowFaults } from "../../../domain/form/read/rows.ts";
import type { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
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

const MOST_FAULTS = 10;

/** "Dòng 3, Năm sinh: …", one line for each row that was not taken; where only these are to be sent `again`, that. */
export function faultLines(ctx: BotContext, faults: readonly RowFault[], again = true): string {
  const said = faults.slice(0, MOST_FAULTS).map(({ row, begins, column, problem }) => {
    const text = ctx.words.problem(problem);
    const named = `${column}: `;
    return ctx.words.t("report-row-fault", {
      row: String(row),
      begins,
      column,
      problem: text.startsWith(named) ? text.slice(named.length) : text,
    });
  });
  const more = Math.max(0, faults.length - MOST_FAULTS);
  const rest = again ? [ctx.words.t("report-rows-again", { count: faults.length, more })] : [];
  return [...said, ...rest].join("\n");
}
