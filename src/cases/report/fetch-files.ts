/**
 * The bytes of files that came in answers, fetched from the messenger and kept by content; tried for a week. Each
 * passes the guard: one in which a mark of secrecy is seen, or of a kind that reports don't take whatever its name
 * said, is not kept, falls out of its report, and its sender is to be told. One that could not be looked at (a kind of
 * picture we can't draw, a blurred photograph) is kept, for honest reports must not bounce; staff are warned.
 */
import { bearsMark } from "../../documents/read/bears-mark.ts";
import { checkReportFile, reportFileKind } from "../../documents/read/report-file.ts";
import { sniff } from "../../documents/read/sniff.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { isReachable } from "../../store/people/accounts.ts";
import { dropFromDrafts, filesToFetch, senderOf } from "../../store/report/stored-files.ts";
import { type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import type { Download } from "../sent-file.ts";

/** Each try waits twice as long as the one before (`filesToFetch`): the last one is a week after the first. */
const MOST_TRIES = 16;
/** What can be searched for a mark, photographs of pages among them. */
const READABLE = ["docx", "pdf", "txt", "doc", "xlsx", "image"];

/** What came over a page and lies with us: reading it takes longer than a page may wait. Returns how many. */
export async function lookAtUploads(ctx: CaseContext): Promise<number> {
  const unread = await ctx.db.storedFile.findMany({
    where: { unread: true, sha256: { not: null }, tries: { lt: MOST_TRIES } },
    orderBy: { tries: "asc" },
    take: 20,
  });
  let looked = 0;
  for (const file of unread) {
    await ctx.db.storedFile.update({ where: { id: file.id }, data: { tries: { increment: 1 } } });
    try {
      await lookAt(ctx, file.id, file.name, file.sha256 ?? "");
      looked++;
    } catch {
      // The reader broke down, or the folder is away: looked at again.
    }
  }
  return looked;
}

async function lookAt(ctx: CaseContext, id: number, name: string, sha256: string): Promise<void> {
  const seen = await lookForMark(ctx, name, await ctx.files.get(sha256));
  if (seen === "marked") {
    await dismiss(ctx, { id, name }, new Problem("answer-classified"));
    if ((await ctx.db.storedFile.count({ where: { sha256 } })) === 0) ctx.files.remove(sha256);
  } else
    await ctx.db.storedFile.update({ where: { id }, data: { unread: false, unseen: seen === "unseen" } });
}

/** Fetches the files that reports and drafts point at and that are not with us yet; returns how many came. */
export async function fetchFiles(ctx: CaseContext, download: Download): Promise<number> {
  // The messenger keeps them; they are fetched when there is room again.
  if (!ctx.files.hasRoom()) return 0;
  const waiting = await filesToFetch(ctx.db, ctx.clock.now(), MOST_TRIES);
  let fetched = 0;
  for (const file of waiting) {
    await ctx.db.storedFile.update({ where: { id: file.id }, data: { tries: { increment: 1 } } });
    try {
      const bytes = await download(file.channel, file.remoteId);
      const seen = await lookForMark(ctx, file.name, bytes);
      const problem =
        seen === "marked" ? new Problem("answer-classified") : checkReportFile(file.name, bytes);
      if (problem) await dismiss(ctx, file, problem);
      else await keep(ctx, file.id, file.name, bytes, seen === "unseen");
      fetched++;
    } catch {
      // Tried again later; after MOST_TRIES the messenger still has it, we do not.
    }
  }
  return fetched;
}

async function keep(
  ctx: CaseContext,
  fileId: number,
  name: string,
  bytes: Uint8Array,
  unseen: boolean,
): Promise<void> {
  const mime = reportFileKind(bytes, name) ?? "application/octet-stream";
  const data = { sha256: ctx.files.put(bytes), size: bytes.length, mime, unseen };
  await ctx.db.storedFile.update({ where: { id: fileId }, data });
}

/** What looking for a mark of secrecy gave. `unseen`: none was seen, and not everything could be looked at. */
export type MarkLook = "marked" | "clear" | "unseen";

export async function lookForMark(ctx: CaseContext, name: string, bytes: Uint8Array): Promise<MarkLook> {
  if (!READABLE.includes(sniff(bytes, name))) return "unseen";
  try {
    const found = await ctx.readFile([{ name, bytes }], () => {});
    if (bearsMark(found)) return "marked";
    return found.unread.length + found.unseen.length > 0 ? "unseen" : "clear";
  } catch (error) {
    // What can't be read is kept all the same: it is the unit's word, not a plan to be spread.
    if (error instanceof Problem) return error.code === "file-empty" ? "clear" : "unseen";
    throw error;
  }
}

/** The file falls out of its report and its draft, a secret one with its name; who sent it will be told. */
async function dismiss(
  ctx: CaseContext,
  { id, name }: { id: number; name: string },
  problem: Problem,
): Promise<void> {
  const secret = problem.code === "answer-classified";
  await transact(
    ctx,
    "clock",
    null,
    async ({ tx, now, audit }) => {
      const sender = await senderOf(tx, id);
      const data = {
        name: secret ? "–" : name,
        remoteId: null,
        sha256: null,
        unread: false,
        tries: MOST_TRIES,
      };
      await tx.storedFile.update({ where: { id }, data });
      await tx.reportFile.deleteMany({ where: { fileId: id } });
      await dropFromDrafts(tx, id, now);
      if (sender) {
        await openNotices(tx, [sender.personId], now, {
          kind: "file_refused",
          key: `file-refused:${id}`,
          obligationId: sender.obligationId,
          facts: { code: problem.code, ...problem.vars },
        });
        await tellBoard(tx, now, id, sender, problem);
      }
      await audit(
        secret ? "file.classified" : "file.refuse",
        ["StoredFile", id],
        undefined,
        sender?.personId ?? null,
      );
    },
    "notices",
  );
}

/** Whom no chat reaches reads it on the next visit of the page; the board is told, and can telephone. */
async function tellBoard(
  tx: Tx,
  now: Date,
  fileId: number,
  { personId, obligationId }: { personId: number; obligationId: number },
  problem: Problem,
): Promise<void> {
  if (await isReachable(tx, personId)) return;
  const { name, phone } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const { unitName, milestone } = await tx.obligation.findUniqueOrThrow({
    where: { id: obligationId },
    select: { unitName: true, milestone: { select: { plan: true } } },
  });
  const { ownerId, standInId, number, title } = milestone.plan;
  await openNotices(tx, standInId === null ? [ownerId] : [ownerId, standInId], now, {
    kind: "file_refused",
    key: `file-untold:${fileId}`,
    obligationId,
    facts: { code: problem.code, unit: unitName, plan: number ?? title, name, phone: phone ?? "none" },
  });
}
