/**
 * Files that nothing points at any more: rows without a plan, a report or a draft, and contents without a row. Only
 * what is older than a day, since a file is kept before the answer that names it is written. A content is removed
 * while no row with it can be written: under the lock that every sweep takes, and after a second look.
 */
import { writeAudit } from "../store/audit.ts";
import { deleteOrphanRows, referencedHashes } from "../store/stored-files.ts";
import { type CaseContext, transact } from "./case.ts";

export const ORPHAN_HOURS = 24;

export interface Swept {
  rows: number;
  contents: number;
}

export async function sweepFiles(ctx: CaseContext): Promise<Swept> {
  const swept = await transact(ctx, null, async (tx, now) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(7203145006)::text`;
    const before = new Date(now.getTime() - ORPHAN_HOURS * 3_600_000);
    const rows = await deleteOrphanRows(tx, before);
    // The folder's own clock is the machine's: a content is old when it is old by both.
    const kept = await referencedHashes(tx);
    const old = ctx.files.list().filter(({ sha256, at }) => at < before && !kept.has(sha256));
    for (const { sha256 } of old) {
      await tx.fileHandle.deleteMany({ where: { sha256 } });
      ctx.files.remove(sha256);
    }
    if (rows + old.length > 0) {
      await writeAudit(tx, {
        at: now,
        personId: null,
        actor: "clock",
        action: "file.sweep",
        subject: "StoredFile",
        detail: { rows, contents: old.length },
      });
    }
    return { rows, contents: old.length };
  });
  return swept as Swept;
}
