/**
 * Private questions are answered on a page of ours behind a personal link, never in a messenger. This is where the
 * chat gives that link while a report is being written.
 */
import { Composer } from "grammy";
import { reportFor } from "../../../cases/report/write-report.ts";
import { Problem } from "../../../domain/problem.ts";
import { findObligations } from "../../../store/plan/obligations.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { sendLink } from "../../dialogues/send-link.ts";
import { reportActions } from "./actions.ts";

export function privatePages(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, reportActions.privately, async (ctx, obligationId) => {
    const { db, clock, webUrl } = ctx.deps.cases;
    // Staff who type in a paper have nobody else to turn to than their administrator.
    if (known(ctx).acting?.kind === "paper" && webUrl() === null) throw new Problem("private-web-absent");
    await reportFor(ctx.deps.cases, known(ctx), obligationId);
    const [owed] = await findObligations(db, { ids: [obligationId] }, clock.now());
    if (!owed) throw new Problem("obligation-not-found");
    await sendLink(ctx, owed, true);
  });
  return composer;
}
