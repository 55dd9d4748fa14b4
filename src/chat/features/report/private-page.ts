/**
 * Private questions are answered on a page of ours behind a personal link, never in a messenger. This is the one place
 * where the chat gives that link; `ChatDeps.privatePage` makes it.
 */
import { Composer } from "grammy";
import type { Next } from "../../../domain/form/advance.ts";
import { Problem } from "../../../domain/problem.ts";
import type { Words } from "../../../i18n.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import type { Button } from "../../screen.ts";
import { reportActions } from "./actions.ts";

/** The button under the answers of a report that asks something private; none where it does not. */
export function privateButton(
  words: Words,
  obligationId: number,
  next: Extract<Next, { kind: "review" }>,
): Button[] {
  const asks = next.lines.some(({ field }) => field.private && field.kind !== "computed");
  return asks
    ? [{ text: words.t("report-private-open"), data: reportActions.privately.data(obligationId) }]
    : [];
}

export function privatePages(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, reportActions.privately, async (ctx, obligationId) => {
    const url = await ctx.deps.privatePage?.(known(ctx), obligationId, ctx.key);
    if (!url) throw new Problem("page-absent");
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t("report-private-link", { url }) });
  });
  return composer;
}
