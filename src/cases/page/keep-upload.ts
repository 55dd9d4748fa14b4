/**
 * A file that came over a signed page: guarded, kept; the answer then points at it. What takes long to read (a scan,
 * a photograph) is looked at for a mark afterwards, in a job.
 */
import { checkReportFile, reportFileKind } from "../../documents/read/report-file.ts";
import type { FileRef } from "../../domain/form/draft.ts";
import { isClassifiedName } from "../../domain/plan/read/file-mark.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { LinkRow } from "../../store/people/web-links.ts";
import { type CaseContext, transact } from "../case.ts";
import { isSecretFile } from "../report/fetch-files.ts";
import { checkRoom } from "../sent-file.ts";

/** How many files one page may bring. */
export const MOST_UPLOADS = 40;

/** Throws disk-low, file-empty, file-too-large, file-not-allowed, answer-classified, link-limit. */
export async function keepUpload(
  ctx: CaseContext,
  link: LinkRow,
  file: { name: string; bytes: Uint8Array },
): Promise<FileRef> {
  checkRoom(ctx);
  const name = file.name.normalize("NFC").slice(-200);
  const fault = checkReportFile(name, file.bytes);
  if (fault) throw fault;
  const mime = reportFileKind(file.bytes, name) ?? "application/octet-stream";
  const unread = mime === "application/pdf" || mime.startsWith("image/");
  if (isClassifiedName(name) || (!unread && (await isSecretFile(ctx, name, file.bytes))))
    throw new Problem("answer-classified");
  const sha256 = ctx.files.put(file.bytes);
  const size = file.bytes.length;
  const keep = async (tx: Tx, now: Date) => {
    const counted = await tx.webLink.updateMany({
      where: { id: link.id, uploads: { lt: MOST_UPLOADS } },
      data: { uploads: { increment: 1 } },
    });
    if (counted.count === 0) throw new Problem("link-limit");
    return tx.storedFile.create({ data: { name, mime, size, sha256, unread, createdAt: now } });
  };
  const kept = await transact(ctx, null, keep, "files");
  if (typeof kept !== "object") throw new Error("an upload has no update");
  return { id: kept.id, name, size, mime };
}
