/**
 * What is private in a report is read on a page of ours: here the board gets its link, and shuts it again.
 */

import { Composer } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { closeReading, makeReadingLink } from "../../../cases/page/read-privately.ts";
import type { Words } from "../../../i18n.ts";
import type { ReviewReport } from "../../../store/report/reviews.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { reportPlan } from "../../phrases/report.ts";
import type { Screen } from "../../screen.ts";
import { reviewActions as on } from "./actions.ts";

export function privateReading(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, on.privately, async (ctx, reportId) => {
    const { cases } = ctx.deps;
    const made = await makeReadingLink(cases, known(ctx), reportId, ctx.key);
    await ctx.answerTap();
    if (made !== ALREADY) await ctx.show(readingLink(ctx.words, made, `${cases.webUrl()}/f/${made.token}`));
  });
  onAction(composer, on.closePrivate, async (ctx, reportId) => {
    await closeReading(ctx.deps.cases, known(ctx), reportId, ctx.key);
    // The address goes out of the chat with the page.
    await ctx.change({ text: ctx.words.t("read-revoked") });
  });
  return composer;
}

function readingLink(
  words: Words,
  { report, expiresAt }: { report: ReviewReport; expiresAt: Date },
  url: string,
): Screen {
  return {
    text: words.t("read-link", {
      plan: reportPlan(words, report),
      unit: report.unitName,
      url,
      until: words.moment(expiresAt),
    }),
    buttons: [[{ text: words.t("paper-revoke"), data: on.closePrivate.data(report.id) }]],
  };
}
