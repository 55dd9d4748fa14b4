/** A form comes as a file: it is read apart, and either everything that is wrong is told, or what it would change. */
import type { Conversation } from "@grammyjs/conversations";
import { type Context, InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { type Offer, offerForm, waitingOffer } from "../../../cases/form/take-form.ts";
import { importXlsForm } from "../../../domain/form/xlsform/import.ts";
import type { Fault, SheetRows } from "../../../domain/form/xlsform/sheet.ts";
import { isClassified } from "../../../domain/plan/read/classification.ts";
import { isClassifiedName } from "../../../domain/plan/read/file-mark.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { lines, shorten } from "../../screen.ts";
import { messageFile } from "../../sent-file.ts";
import { faultLine, offerScreen } from "./offer-view.ts";

export const BRING_FORM = "bring-form";

const LARGEST_BYTES = 2 * 1024 * 1024;
const MOST_FAULTS = 12;
const LONGEST_MESSAGE = 3_500;

/** @param formId the form that a new version of is waited for; null: any form */
export async function bringConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  formId: number | null,
): Promise<void> {
  const turn = await conversation.wait();
  if (!turn.message || turn.message.text?.startsWith("/")) await conversation.skip({ next: true });
  const taken = await conversation.external((ctx) => takeFile(ctx, formId));
  if (!taken) await conversation.skip();
}

async function takeFile(ctx: BotContext, formId: number | null): Promise<boolean> {
  try {
    const { sheets, name } = await sheetsOf(ctx);
    const read = importXlsForm(sheets);
    if ("faults" in read) {
      await showFaults(ctx, name, read.faults);
      return false;
    }
    const offer = await offerForm(ctx.deps.cases, known(ctx), read, formId, ctx.key);
    // The same file again after a kill: it lies there, and is shown.
    const shown: Offer | null = offer === ALREADY ? await waitingOffer(ctx.deps.cases, known(ctx)) : offer;
    const web = ctx.deps.cases.webUrl() !== null;
    if (shown) await ctx.show(offerScreen(ctx.words, shown, read.ignored, web));
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return false;
  }
}

async function sheetsOf(ctx: BotContext): Promise<{ sheets: readonly SheetRows[]; name: string }> {
  const file = ctx.message && messageFile(ctx.message);
  if (!file) throw new Problem("form-not-xlsx", { name: "none" });
  const { name, size, remoteId } = file;
  if (isClassifiedName(name)) throw new Problem("answer-classified");
  if (size > LARGEST_BYTES)
    throw new Problem("file-too-large", { name, size: `${Math.ceil(size / 1_048_576)} MB`, limit: "2 MB" });
  if (!/\.xlsx$/i.test(name)) throw new Problem("form-not-xlsx", { name });
  const sheets = await ctx.deps.readSheets(await ctx.deps.download(remoteId), name);
  const said = sheets.flatMap((sheet) => sheet.rows.flat()).join("\n");
  if (isClassified(said.normalize("NFC"))) throw new Problem("answer-classified");
  return { sheets, name };
}

/** The first mistakes in the message; where there are more, all of them in a file beside it. */
async function showFaults(ctx: BotContext, name: string, faults: readonly Fault[]): Promise<void> {
  const all = faults.map((fault) => faultLine(ctx.words, fault));
  const shown: string[] = [];
  for (const line of all.slice(0, MOST_FAULTS)) {
    const next = `• ${shorten(line, 600)}`;
    if ([...shown, next].join("\n").length > LONGEST_MESSAGE) break;
    shown.push(next);
  }
  const more = all.length - shown.length;
  await ctx.show({
    text: lines(
      ctx.words.t("forms-faults", { name, count: all.length }),
      ...shown,
      more > 0 && ctx.words.t("forms-faults-more", { count: more }),
      ctx.words.t("forms-faults-again"),
    ),
  });
  if (more > 0)
    await ctx.replyWithDocument(new InputFile(Buffer.from(`${all.join("\n")}\n`), "loi-bieu-mau.txt"));
}
