/**
 * A plan that comes as photographs, one page a message. Each page is a row the moment it arrives, so that a restart
 * in the middle loses none; their order is that of the messages. "Xong" ends the series, and only then is it read.
 */

import { boardFor } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import type { WholePlan } from "../../store/plan/plans.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { checkRoom, type SentFile, sourcesOf } from "../sent-file.ts";
import { draftOf } from "./mend-plan.ts";
import { createDraft } from "./start-plan.ts";

/** Plans have 3 to 20 pages; an annex may be long. */
export const MOST_PAGES = 60;
/** All pages together, in bytes: they are read, and sent, as one document. */
const MOST_BYTES = 60 * 1024 * 1024;

export interface Gathered {
  planId: number;
  pages: number;
}

/**
 * Adds a page to the series, or begins one with it.
 * @throws Problem not-allowed, plan-not-found, plan-not-draft, pages-ended, pages-too-many
 */
export async function addPage(
  ctx: CaseContext,
  by: Who,
  planId: number | null,
  page: SentFile & { messageId: number },
  update: UpdateKey | null,
): Promise<Gathered | typeof ALREADY> {
  const boardId = boardFor(by, "plan.publish");
  checkRoom(ctx);
  return transact(ctx, by, update, async (act) => {
    const { tx, now } = act;
    const series = planId === null ? null : await seriesOf(tx, by, planId);
    const size = series?.files.reduce((sum, { file }) => sum + file.size, page.size) ?? page.size;
    if (series && (series.files.length >= MOST_PAGES || size > MOST_BYTES))
      throw new Problem("pages-too-many", { most: MOST_PAGES, megabytes: MOST_BYTES / 1024 / 1024 });
    const id = series?.id ?? (await createDraft(act, { boardId, ownerId: by.personId, reading: "none" })).id;
    await tx.storedFile.create({
      data: {
        name: page.name,
        mime: page.mime,
        size: page.size,
        channel: by.line,
        remoteId: page.remoteId,
        createdAt: now,
        planFiles: { create: { planId: id, use: "read", ordinal: page.messageId } },
      },
    });
    const sources = [
      ...sourcesOf(series?.sourceIds),
      { accountId: by.accountId, messageId: page.messageId },
    ].map((one) => ({ ...one }));
    await tx.plan.update({ where: { id }, data: { sourceIds: sources, revision: { increment: 1 } } });
    return { planId: id, pages: (series?.files.length ?? 0) + 1 };
  });
}

/** Takes the last page out again: it was blurred, or no page at all. Without a page left there is no series. */
export async function dropLastPage(
  ctx: CaseContext,
  by: Who,
  planId: number,
  update: UpdateKey | null,
): Promise<Gathered | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx }) => {
    const series = await seriesOf(tx, by, planId);
    const last = series.files.at(-1);
    if (!last || series.files.length === 1) throw new Problem("pages-last");
    await tx.planFile.deleteMany({ where: { planId, fileId: last.fileId } });
    await tx.storedFile.delete({ where: { id: last.fileId } });
    // Its message stays known: with a mark of secrecy on another page it goes from the chat too.
    await tx.plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
    return { planId, pages: series.files.length - 1 };
  });
}

/** That was the last page: the series is read. */
export async function endPages(
  ctx: CaseContext,
  by: Who,
  planId: number,
  update: UpdateKey | null,
): Promise<Gathered | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const series = await seriesOf(tx, by, planId);
      await tx.plan.update({
        where: { id: planId },
        data: { reading: "waiting", revision: { increment: 1 } },
      });
      await openNotices(tx, [by.personId], now, { kind: "draft", key: `draft:${planId}`, planId });
      await audit("plan.pages", ["Plan", planId], { pages: series.files.length });
      return { planId, pages: series.files.length };
    },
    "read",
    "notices",
  );
}

async function seriesOf(tx: Tx, by: Who, planId: number): Promise<WholePlan> {
  const plan = await draftOf(tx, by, planId);
  if (plan.reading !== "none") throw new Problem("pages-ended");
  return plan;
}
