/** What a file that came unasked turns out to be: the report of one plan, or nothing of ours. */
import { Composer } from "grammy";
import type { Message } from "grammy/types";
import { attachReport } from "../../../cases/report/attach-report.ts";
import { may } from "../../../domain/people/permissions.ts";
import { Problem } from "../../../domain/problem.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { enterReport } from "../../dialogues/enter-report.ts";
import { messageFile } from "../../sent-file.ts";
import { reportActions } from "./actions.ts";
import { askWhatFile } from "./ask-what-file.ts";
import type { Choice } from "./view.ts";

/** @param writable what this person may report now */
export function unaskedFiles(writable: (ctx: BotContext) => Promise<Choice[]>): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(["message:document", "message:photo"], async (ctx, next) => {
    if (!ctx.who || !may(ctx.who.roles, "report.write")) return next();
    const owed = await writable(ctx);
    if (owed.length === 0) return next();
    await askWhatFile(ctx, owed, 0);
  });
  onAction(composer, reportActions.isReport, async (ctx, obligationId) => {
    const files = filesAskedAbout(ctx);
    const [first] = files;
    if (!first) throw new Problem("button-old");
    await attachReport(ctx.deps.cases, known(ctx), obligationId, files, ctx.key);
    await ctx.change({ text: ctx.words.t("report-file-taken", { count: files.length, name: first.name }) });
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  onAction(composer, reportActions.isOther, async (ctx, asked) => {
    await ctx.change({ text: ctx.words.t("report-file-left") });
    await ctx.answerTap();
    if (asked > 0) await enterReport(ctx, asked);
  });
  return composer;
}

function filesAskedAbout(ctx: BotContext) {
  const message = ctx.callbackQuery?.message as Message | undefined;
  const { last } = known(ctx);
  if (last?.asks?.files && last.messageId === message?.message_id) return last.asks.files;
  // Something was said since: the file itself still hangs above the question.
  const said = message?.reply_to_message as Message | undefined;
  const file = said && messageFile(said);
  return file ? [file] : [];
}
