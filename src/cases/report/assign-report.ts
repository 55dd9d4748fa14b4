/**
 * "Giao đ/c …": the secretary hands one thing owed, with its draft, to a deputy, and can take it back. The draft's
 * revision moves on, so that an answer still on its way under the old holder is not filed silently.
 */
import { checkSecretaryOf } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { nextGoodMoment } from "../../domain/reminder/quiet-hours.ts";
import type { Tx } from "../../store/database.ts";
import { assignmentOf, holdersOf } from "../../store/people/hand-overs.ts";
import type { ReportDraft, ReportWork } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { checkOpen, reportFor } from "./write-report.ts";

/** Throws not-allowed, obligation-closed, nothing-owed, deputy-none (no post any more), task-given (by another). */
export async function assignReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  personId: number,
  update: UpdateKey | null,
): Promise<{ name: string } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const work = await asSecretary(ctx, by, obligationId, tx);
      checkOpen(work);
      if (work.sent && !work.draft && work.sent.review !== "returned") throw new Problem("nothing-owed");
      const deputy = (await holdersOf(tx, work.unitId)).find(
        (one) => one.personId === personId && one.personId !== by.personId,
      );
      if (!deputy) throw new Problem("deputy-none", { unit: work.unitName });
      const open = await assignmentOf(tx, obligationId);
      if (open?.personId === personId) return { name: deputy.name };
      if (open) throw new Problem("task-given", { name: open.name });
      const made = await tx.assignment.create({
        data: { obligationId, personId, byId: by.personId, at: now },
      });
      await moveDraft(tx, obligationId, personId);
      await openNotices(tx, [personId], now, {
        kind: "assigned",
        key: `assigned:${made.id}`,
        obligationId,
        facts: { by: by.name },
        notBefore: nextGoodMoment(now, ctx.zone),
      });
      await audit("report.assign", ["Obligation", obligationId], { other: personId });
      return { name: deputy.name };
    },
    "notices",
  );
}

/** Throws task-not-given where nobody has it (any more). */
export async function takeBack(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<{ name: string } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const work = await asSecretary(ctx, by, obligationId, tx);
      const open = await assignmentOf(tx, obligationId);
      if (!open) throw new Problem("task-not-given", { unit: work.unitName });
      const ended = await tx.assignment.updateMany({
        where: { id: open.id, endedAt: null },
        data: { endedAt: now },
      });
      if (ended.count === 0) throw new Problem("task-not-given", { unit: work.unitName });
      await tx.proposal.updateMany({ where: { obligationId, closedAt: null }, data: { closedAt: now } });
      await moveDraft(tx, obligationId, by.personId);
      await openNotices(tx, [open.personId], now, {
        kind: "unassigned",
        key: `unassigned:${open.id}`,
        obligationId,
        facts: { by: by.name },
        notBefore: nextGoodMoment(now, ctx.zone),
      });
      await audit("report.take-back", ["Obligation", obligationId], { other: open.personId });
      return { name: open.name };
    },
    "notices",
  );
}

/** "Tôi làm tiếp": the draft changes hands; whoever held it is told. Throws draft-gone. */
export async function takeOver(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      await lock(tx, obligationId);
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      const { holderId } = work.draft;
      if (holderId === by.personId) return true;
      await moveDraft(tx, obligationId, by.personId);
      await tx.assignment.updateMany({
        where: { obligationId, endedAt: null, personId: { not: by.personId } },
        data: { endedAt: now },
      });
      await openNotices(tx, [holderId], now, {
        kind: "taken_over",
        key: `taken-over:${work.draft.id}:${work.draft.revision}`,
        obligationId,
        facts: { by: by.name },
        // Whoever wrote a moment ago is awake, and would go on writing.
        notBefore: isWriting(work.draft, now) ? now : nextGoodMoment(now, ctx.zone),
      });
      await audit("report.take-over", ["Obligation", obligationId], { other: holderId });
      return true;
    },
    "notices",
  );
}

const WRITING_MINUTES = 30;

const isWriting = ({ updatedAt }: ReportDraft, now: Date): boolean =>
  now.getTime() - updatedAt.getTime() < WRITING_MINUTES * 60_000;

/** The draft with a new holder; nothing in it changes. */
export async function moveDraft(tx: Tx, obligationId: number, holderId: number): Promise<void> {
  await tx.draft.updateMany({
    where: { obligationId, holderId: { not: holderId } },
    data: { holderId, revision: { increment: 1 } },
  });
}

/** The report of an obligation for the secretary of its unit, who alone decides about it until the transaction ends. */
export async function asSecretary(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  tx: Tx,
): Promise<ReportWork> {
  await lock(tx, obligationId);
  const work = await reportFor(ctx, by, obligationId, tx);
  checkSecretaryOf(by, work.unitId);
  return work;
}

const lock = (tx: Tx, obligationId: number) =>
  tx.$queryRaw`SELECT 1 FROM "Obligation" WHERE "id" = ${obligationId} FOR UPDATE`;
