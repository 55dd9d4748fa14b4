/** The bytes of files that came in answers, fetched from the messenger and kept by content. Tried some times. */
import { type CaseContext, transact } from "./case.ts";
import type { Download } from "./read-plan-document.ts";

const MOST_TRIES = 20;

/** Fetches the files that reports and drafts point at and that are not with us yet; returns how many came. */
export async function fetchFiles(ctx: CaseContext, download: Download): Promise<number> {
  const waiting = await ctx.db.storedFile.findMany({
    where: { sha256: null, remoteId: { not: null }, tries: { lt: MOST_TRIES }, planFiles: { none: {} } },
    orderBy: { tries: "asc" },
    take: 20,
  });
  let fetched = 0;
  for (const file of waiting) {
    await ctx.db.storedFile.update({ where: { id: file.id }, data: { tries: { increment: 1 } } });
    try {
      const bytes = await download(file.channel ?? ctx.channel, file.remoteId ?? "");
      const sha256 = ctx.files.put(bytes);
      await transact(ctx, null, async (tx) => {
        await tx.storedFile.update({ where: { id: file.id }, data: { sha256, size: bytes.length } });
      });
      fetched++;
    } catch {
      // Tried again at the next look; after MOST_TRIES the messenger still has it, we do not.
    }
  }
  return fetched;
}
