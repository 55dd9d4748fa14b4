/** What a .pdf holds beside its pages: its title, bookmarks, files that hang on it. */
import type { PDFDocumentProxy } from "pdfjs-dist";
import { distinct, type Unseen } from "../unseen.ts";

const most = 2_000;

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

export async function readBeside(
  document: PDFDocumentProxy,
): Promise<{ hidden: string[]; unseen: Unseen[] }> {
  const hidden: string[] = [];
  const waiting = [...(((await document.getOutline().catch(() => null)) ?? []) as Bookmark[])];
  for (let next = waiting.shift(); next && hidden.length < most; next = waiting.shift()) {
    hidden.push(next.title);
    waiting.push(...next.items);
  }
  const info = (await document.getMetadata().catch(() => null))?.info as { Title?: unknown } | undefined;
  if (typeof info?.Title === "string") hidden.push(info.Title);
  const attached = Object.values((await document.getAttachments().catch(() => null)) ?? {}) as {
    filename?: string;
  }[];
  const unseen = attached.map(({ filename }): Unseen => ({ what: "attachment", name: filename ?? "" }));
  if (document.isPureXfa) unseen.push({ what: "form", name: "XFA" });
  return { hidden, unseen: distinct(unseen) };
}
