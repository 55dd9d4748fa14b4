/**
 * A file that came over a signed page: guarded, kept; the answer then points at it. What takes long to read (a scan,
 * a photograph) is looked at for a mark afterwards, in a job.
 */
import { holdsPictures } from "../../documents/read/holds-pictures.ts";
import { checkReportFile, reportFileKind } from "../../documents/read/report-file.ts";
import type { FileRef } from "../../domain/form/draft.ts";
import type { Who } from "../../domain/people/who.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { LinkRow } from "../../store/people/web-links.ts";
import { type CaseContext, transact } from "../case.ts";
import { lookForMark } from "../report/fetch-files.ts";
import { checkRoom } from "../sent-file.ts";

/** How many files one page may bring. */
export const MOST_UPLOADS = 40;

/**
 * Counted before it is kept, so that what is refused leaves nothing behind. `name` as `cleanFileName` gives it. Throws
 * disk-low, file-empty, file-too-large, file-not-allowed, answer-classified, link-limit.
 */
export async function keepUpload(
  ctx: CaseContext,
  by: Who,
  link: LinkRow,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<FileRef> {
  checkRoom(ctx);
  const fault = checkReportFile(name, bytes);
  if (fault) throw fault;
  const mime = reportFileKind(bytes, name) ?? "application/octet-stream";
  const unread = mime === "application/pdf" || mime.startsWith("image/") || holdsPictures(bytes);
  if (isClassifiedName(name)) throw new Problem("answer-classified");
  const seen = unread ? "unseen" : await lookForMark(ctx, name, bytes);
  if (seen === "marked") throw new Problem("answer-classified");
  const unseen = !unread && seen === "unseen";
  await transact(ctx, by, null, async ({ tx }) => {
    const counted = await tx.webLink.updateMany({
      where: { id: link.id, uploads: { lt: MOST_UPLOADS } },
      data: { uploads: { increment: 1 } },
    });
    if (counted.count === 0) throw new Problem("link-limit");
  });
  const sha256 = ctx.files.put(bytes);
  const size = bytes.length;
  const kept = await transact(
    ctx,
    by,
    null,
    ({ tx, now: createdAt }) =>
      tx.storedFile.create({ data: { name, mime, size, sha256, unread, unseen, createdAt } }),
    "files",
  );
  return { id: kept.id, name, size, mime };
}
