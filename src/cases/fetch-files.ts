/**
 * The bytes of files that came in answers, fetched from the messenger and kept by content; tried some times. Each
 * passes the guard: one with a mark of secrecy is not kept, falls out of its report, and its sender is to be told.
 */
import { sniff } from "../documents/read/sniff.ts";
import { isClassified } from "../domain/plan/read/classification.ts";
import { normalise } from "../domain/plan/read/normalise.ts";
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import { dropFromDrafts, senderOf } from "../store/stored-files.ts";
import { type CaseContext, transact } from "./case.ts";
import type { Download } from "./read-plan-document.ts";

const MOST_TRIES = 20;
/** What can be searched for a mark, photographs of pages among them. */
const READABLE = ["docx", "pdf", "txt", "doc", "xlsx", "image"];

export interface Fetched {
  count: number;
  /** Persons whose file was not kept because it is secret. */
  secretFrom: number[];
}

/** Fetches the files that reports and drafts point at and that are not with us yet. */
export async function fetchFiles(ctx: CaseContext, download: Download): Promise<Fetched> {
  const waiting = await ctx.db.storedFile.findMany({
    where: {
      sha256: null,
      remoteId: { not: null },
      tries: { lt: MOST_TRIES },
      planFiles: { none: {} },
      letters: { none: {} },
    },
    orderBy: { tries: "asc" },
    take: 20,
  });
  const fetched: Fetched = { count: 0, secretFrom: [] };
  for (const file of waiting) {
    await ctx.db.storedFile.update({ where: { id: file.id }, data: { tries: { increment: 1 } } });
    try {
      const bytes = await download(file.channel ?? ctx.channel, file.remoteId ?? "");
      if (await isSecret(ctx, file.name, bytes)) {
        const sender = await dismiss(ctx, file.id);
        if (sender !== null) fetched.secretFrom.push(sender);
      } else {
        const data = { sha256: ctx.files.put(bytes), size: bytes.length };
        await ctx.db.storedFile.update({ where: { id: file.id }, data });
      }
      fetched.count++;
    } catch {
      // Tried again at the next look; after MOST_TRIES the messenger still has it, we do not.
    }
  }
  return fetched;
}

async function isSecret(ctx: CaseContext, name: string, bytes: Uint8Array): Promise<boolean> {
  if (!READABLE.includes(sniff(bytes, name))) return false;
  try {
    const { text } = await ctx.readFile([{ name, bytes }], () => {});
    return isClassified(normalise(text));
  } catch (error) {
    // A signed copy that can't be read is kept all the same: it is the unit's word, not a plan to be spread.
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Forgets the file, its name included; returns who sent it. */
async function dismiss(ctx: CaseContext, fileId: number): Promise<number | null> {
  const sender = await senderOf(ctx.db, fileId);
  await transact(ctx, null, async (tx, now) => {
    const data = { name: "–", remoteId: null, tries: MOST_TRIES };
    await tx.storedFile.update({ where: { id: fileId }, data });
    await tx.reportFile.deleteMany({ where: { fileId } });
    await dropFromDrafts(tx, fileId, now);
    await writeAudit(tx, {
      at: now,
      personId: sender,
      actor: "clock",
      action: "file.classified",
      subject: "StoredFile",
      subjectId: fileId,
    });
  });
  return sender;
}
