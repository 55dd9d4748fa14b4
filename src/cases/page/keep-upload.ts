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
import { type Act, type CaseContext, transact } from "../case.ts";
import { lookForMark } from "../report/fetch-files.ts";

/** How many files one page may bring. */
export const MOST_UPLOADS = 40;

/** Throws file-empty, file-too-large, file-not-allowed, answer-classified, link-limit. */
export async function keepUpload(
  ctx: CaseContext,
  by: Who,
  link: LinkRow,
  file: { name: string; bytes: Uint8Array },
): Promise<FileRef> {
  const name = file.name.normalize("NFC").slice(-200);
  const fault = checkReportFile(name, file.bytes);
  if (fault) throw fault;
  const mime = reportFileKind(file.bytes, name) ?? "application/octet-stream";
  const unread = mime === "application/pdf" || mime.startsWith("image/") || holdsPictures(file.bytes);
  if (isClassifiedName(name)) throw new Problem("answer-classified");
  const seen = unread ? "unseen" : await lookForMark(ctx, name, file.bytes);
  if (seen === "marked") throw new Problem("answer-classified");
  const unseen = !unread && seen === "unseen";
  const sha256 = ctx.files.put(file.bytes);
  const size = file.bytes.length;
  const keep = async ({ tx, now }: Act) => {
    const counted = await tx.webLink.updateMany({
      where: { id: link.id, uploads: { lt: MOST_UPLOADS } },
      data: { uploads: { increment: 1 } },
    });
    if (counted.count === 0) throw new Problem("link-limit");
    return tx.storedFile.create({ data: { name, mime, size, sha256, unread, unseen, createdAt: now } });
  };
  const kept = await transact(ctx, by, null, keep, "files");
  return { id: kept.id, name, size, mime };
}
