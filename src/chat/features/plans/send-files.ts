/** Files of a report into the chat: from the messenger where it has them, else from our own folder. */
import { InputFile } from "grammy";
import type { BotContext } from "../../context.ts";

interface Kept {
  name: string;
  mime: string;
  sha256: string | null;
  channel: string | null;
  remoteId: string | null;
  /** Could not be looked at for a mark of secrecy: shown to those who look, never to be passed on. */
  unseen: boolean;
}

export async function sendFiles(ctx: BotContext, files: readonly Kept[]): Promise<void> {
  const { cases, line } = ctx.deps;
  if (files.length === 0) await ctx.show({ text: ctx.words.t("plans-files-none") });
  for (const file of files) {
    // The messenger's id speaks only where it came from; over a web page there came none.
    const known = file.channel === line ? file.remoteId : null;
    const warned = file.unseen
      ? { caption: ctx.words.t("file-unseen", { name: file.name }), protect_content: true }
      : {};
    if (known && isPhoto(file)) await ctx.replyWithPhoto(known, warned);
    else if (known) await ctx.replyWithDocument(known, warned);
    else if (file.sha256)
      await ctx.replyWithDocument(new InputFile(await cases.files.get(file.sha256), file.name), warned);
    else await ctx.show({ text: ctx.words.t("plans-file-coming", { name: file.name }) });
  }
}

/** A photograph's id can't be sent as a document, nor the other way round. */
const isPhoto = ({ name, mime }: Kept) => mime === "image/jpeg" && name.startsWith("anh-");
