/** Rows of a list that could not be taken, and why. */
import type { RowFault } from "../../domain/form/read/rows.ts";
import type { BotContext } from "../context.ts";

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
