/** The files of a unit's newest report, for staff: from the messenger where it has them, else from our own folder. */
import { InputFile } from "grammy";
import { Problem } from "../../../domain/problem.ts";
import { readableBoards } from "../../../store/people.ts";
import { type BotContext, known } from "../../context.ts";

export async function sendReportFiles(ctx: BotContext, obligationId: number): Promise<void> {
  const { db, files, channel } = ctx.deps.cases;
  const boards = readableBoards(known(ctx));
  const report = await db.report.findFirst({
    where: {
      obligationId,
      obligation: { milestone: { plan: boards === "all" ? {} : { boardId: { in: boards } } } },
    },
    orderBy: { version: "desc" },
    include: { files: { include: { file: true } } },
  });
  if (!report) throw new Problem("obligation-not-found");
  if (report.files.length === 0) await ctx.show({ text: ctx.words.t("paper-no-files") });
  for (const { file } of report.files) {
    const caption = file.name;
    // The messenger's own id speaks only on the channel it came from; a photograph's is no document's.
    const known = file.channel === channel && !file.mime.startsWith("image/") ? file.remoteId : null;
    if (known) await ctx.replyWithDocument(known, { caption });
    else if (file.sha256)
      await ctx.replyWithDocument(new InputFile(await files.get(file.sha256), file.name), { caption });
    else await ctx.show({ text: ctx.words.t("paper-file-coming", { name: file.name }) });
  }
}
