/** A form comes as a file: it is read apart, and either everything that is wrong is told, or what it would change. */
import { InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { type Offer, offerForm, waitingOffer } from "../../../cases/form/take-form.ts";
import { importXlsForm } from "../../../domain/form/xlsform/import.ts";
import type { Fault, SheetRows } from "../../../domain/form/xlsform/sheet.ts";
import { isClassified } from "../../../domain/plan/read/classification.ts";
import { isClassifiedName } from "../../../domain/plan/read/file-mark.ts";
import { Problem } from "../../../domain/problem.ts";
import { type BotContext, known } from "../../context.ts";
import { waitForWords } from "../../dialogues/wait-for-words.ts";
import { lines, shorten } from "../../screen.ts";
import { messageFile } from "../../sent-file.ts";
import { faultLine, offerScreen } from "./offer-view.ts";

const LARGEST_BYTES = 2 * 1024 * 1024;
const MOST_FAULTS = 12;
const LONGEST_MESSAGE = 3_500;

/** A form's file; the id of the form that it is to be a new version of, or null: any form. */
export const formFile = waitForWords<number | null>("bring-form", {
  async take(ctx, formId) {
    const { sheets, name } = await sheetsOf(ctx);
    const read = importXlsForm(sheets);
    if ("faults" in read) {
      await showFaults(ctx, name, read.faults);
      return "again";
    }
    const offer = await offerForm(ctx.deps.cases, known(ctx), read, formId, ctx.key);
    // The same file again after a kill: it lies there, and is shown.
    const shown: Offer | null = offer === ALREADY ? await waitingOffer(ctx.deps.cases, known(ctx)) : offer;
    const web = ctx.deps.cases.webUrl() !== null;
    if (shown) await ctx.show(offerScreen(ctx.words, shown, read.ignored, web));
    return "done";
  },
});

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
