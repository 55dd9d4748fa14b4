/** Seals reports whose last file has arrived; see domain/form/seal.ts. Run after files have been fetched. */
import { createHash } from "node:crypto";
import { canonicalSeal } from "../../domain/form/seal.ts";
import type { CaseContext } from "../case.ts";

/** Returns how many were sealed. */
export async function sealReports(ctx: CaseContext): Promise<number> {
  const ready = await ctx.db.report.findMany({
    where: {
      seal: null,
      files: { none: { addedAt: null, file: { OR: [{ sha256: null }, { unread: true }] } } },
    },
    select: {
      id: true,
      sha256: true,
      files: { where: { addedAt: null }, select: { field: true, file: { select: { sha256: true } } } },
    },
    take: 50,
  });
  for (const { id, sha256, files } of ready) {
    const contents = files.map(({ field, file }) => ({ field, sha256: file.sha256 ?? "" }));
    await ctx.db.report.updateMany({
      where: { id, seal: null },
      data: { seal: sealOf(sha256, contents), sealedAt: ctx.clock.now() },
    });
  }
  return ready.length;
}

export const sealOf = (answers: string, files: readonly { field: string; sha256: string }[]) =>
  sha256Of(canonicalSeal(answers, files));

export const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");
