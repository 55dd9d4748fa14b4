/**
 * Files that nothing points at any more: rows without a plan, a report or a draft, and contents without a row. Only
 * what is older than a day, since a file is kept before the answer that names it is written; a content that comes
 * again is written anew, and so is young again.
 */
import { deleteOrphanRows, referencedHashes } from "../../store/report/stored-files.ts";
import { type CaseContext, transact } from "../case.ts";

export const ORPHAN_HOURS = 24;

export interface Swept {
  rows: number;
  contents: number;
}

export async function sweepFiles(ctx: CaseContext): Promise<Swept> {
  return transact(ctx, "clock", null, async ({ tx, now, audit }) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(7203145006)::text`;
    const before = new Date(now.getTime() - ORPHAN_HOURS * 3_600_000);
    const rows = await deleteOrphanRows(tx, before);
    // The folder's own clock is the machine's: a content is old when it is old by both.
    const gone = ctx.files.sweep(await referencedHashes(tx), before);
    await tx.fileHandle.deleteMany({ where: { sha256: { in: gone } } });
    if (rows + gone.length > 0) {
      await audit("file.sweep", ["StoredFile"], { rows, contents: gone.length });
    }
    return { rows, contents: gone.length };
  });
}
