/** At a list of people, a table from Excel is the list: its text goes the same way as a pasted one. */
import type { Message } from "grammy/types";
import { isTable, readList } from "../../../cases/report/read-list.ts";
import { reportFor, type Step } from "../../../cases/report/write-report.ts";
import { cursorOf } from "../../../domain/form/advance.ts";
import { type Field, fieldOf } from "../../../domain/form/form.ts";
import { isClassifiedName } from "../../../domain/plan/read/file-mark.ts";
import type { ReportWork } from "../../../store/report/drafts.ts";
import { type BotContext, known } from "../../context.ts";
import { leftOutLine } from "../../file-parts.ts";

/** The step itself, or the list that a table holds. Problems: those of reading documents. */
export async function listOf(
  ctx: BotContext,
  obligationId: number,
  step: Step | null,
  message: Message,
): Promise<Step | null> {
  if (step?.kind !== "sent-file" || !isTable(step.file.name)) return step;
  const field = await fieldAsked(ctx, obligationId);
  // What is secret by its name is refused as an answer, where the message is taken out of the chat too.
  if (field?.kind !== "group" || isClassifiedName(step.file.name)) return step;
  const { name, size, remoteId } = step.file;
  const file = { name, size, bytes: () => ctx.deps.download(remoteId) };
  const { text, leftOut } = await readList(ctx.deps.cases, field, file);
  if (leftOut.length > 0) await ctx.show({ text: leftOutLine(ctx.words, leftOut) });
  return { kind: "text", text, messageId: message.message_id };
}

/** The question that waits, or the closing screen. */
export const askedNow = (work: ReportWork) => (work.draft ? cursorOf(work.form, work.draft.state) : "review");

export async function fieldAsked(ctx: BotContext, obligationId: number): Promise<Field | null> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  return fieldOf(work.form, askedNow(work));
}
