/** At a list of people, a table from Excel is the list: its text goes the same way as a pasted one. */
import type { Message } from "grammy/types";
import { reportFor, type Step } from "../../../cases/write-report.ts";
import { sayBytes } from "../../../documents/read/limits.ts";
import { cursorOf } from "../../../domain/form/advance.ts";
import { type Field, fieldOf } from "../../../domain/form/form.ts";
import { isClassifiedName } from "../../../domain/plan/read/file-mark.ts";
import { Problem } from "../../../domain/problem.ts";
import type { ReportWork } from "../../../store/drafts.ts";
import { type BotContext, known } from "../../context.ts";

const MOST_LIST_BYTES = 1_000_000;

/** The step itself, or the list that a table holds. Problems: those of reading documents. */
export async function listOf(
  ctx: BotContext,
  obligationId: number,
  step: Step | null,
  message: Message,
): Promise<Step | null> {
  if (step?.kind !== "sent-file" || !/\.(xlsx|csv)$/i.test(step.file.name)) return step;
  const field = await fieldAsked(ctx, obligationId);
  if (field?.kind !== "group" || isClassifiedName(step.file.name)) return step;
  if (step.file.size > MOST_LIST_BYTES)
    throw new Problem("file-too-large", {
      name: step.file.name,
      size: sayBytes(step.file.size),
      limit: sayBytes(MOST_LIST_BYTES),
    });
  const { name, remoteId } = step.file;
  const bytes = await ctx.deps.download(remoteId);
  const { text } = await ctx.deps.cases.readFile([{ name, bytes }], () => {});
  return { kind: "text", text: `${text}\n`, messageId: message.message_id };
}

/** The question that waits, or the closing screen. */
export const askedNow = (work: ReportWork) => (work.draft ? cursorOf(work.form, work.draft.state) : "review");

export async function fieldAsked(ctx: BotContext, obligationId: number): Promise<Field | null> {
  const work = await reportFor(ctx.deps.cases, known(ctx), obligationId);
  return fieldOf(work.form, askedNow(work));
}
