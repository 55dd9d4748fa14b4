/**
 * "Nhập hộ": a member of the board types in what a unit sent on paper. The questions, the draft and the sending are
 * the unit's own; the report says it came on paper, counts from the day it came, and the audit says who typed.
 */

import { dayOf, instantOf, plusDays } from "../../domain/moment.ts";
import { isOwnUnit } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findReportWork } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { unitForStaff } from "../obligation/unit-for-staff.ts";
import { checkOpen } from "./write-report.ts";

/** A paper counts from the beginning of the office's day on which it came: in doubt for the unit. */
const OFFICE_OPENS = "07:30";

/** Throws draft-held where the unit itself is writing it, paper-sent where a report lies already. */
export async function enterPaper(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  daysAgo: number,
  update: UpdateKey | null,
): Promise<Who | typeof ALREADY> {
  return transact(ctx, by, update, async ({ tx, now, audit }) => {
    await unitForStaff(tx, by, "paper.enter", obligationId);
    const work = await findReportWork(tx, obligationId);
    if (!work) throw new Problem("obligation-not-found");
    checkOpen(work);
    if (work.sent && work.sent.review !== "returned")
      throw new Problem("paper-sent", { code: work.sent.code });
    if (work.draft && work.draft.holderId !== by.personId) {
      const holder = await tx.person.findUnique({ where: { id: work.draft.holderId } });
      throw new Problem("draft-held", { name: holder?.name ?? "" });
    }
    const opened = instantOf(plusDays(dayOf(now, ctx.zone), -daysAgo), OFFICE_OPENS, ctx.zone);
    const receivedAt = opened < now ? opened : now;
    await tx.paperEntry.upsert({
      where: { personId: by.personId },
      create: { personId: by.personId, obligationId, receivedAt, startedAt: now },
      update: { obligationId, receivedAt, startedAt: now },
    });
    await audit("paper.enter", ["Obligation", obligationId], { daysAgo });
    return by.actingAs({ kind: "paper", obligationId, receivedAt });
  });
}

/** Typing in ends, and with it the pages on which it was done. Returns how many had been at it. */
export async function endPaper(
  tx: Tx,
  where: { obligationId: number; personId?: number },
  now: Date,
): Promise<number> {
  const entries = await tx.paperEntry.findMany({ where });
  if (entries.length === 0) return 0;
  await tx.webLink.updateMany({
    where: {
      obligationId: where.obligationId,
      personId: { in: entries.map((entry) => entry.personId) },
      reportId: null,
      revokedAt: null,
    },
    data: { revokedAt: now },
  });
  return (await tx.paperEntry.deleteMany({ where })).count;
}

/** Gives up: what was typed is thrown away, since it is nobody's draft. */
export async function stopPaper(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<void> {
  await transact(ctx, by, update, async ({ tx, now, audit }) => {
    const gone = await endPaper(tx, { personId: by.personId, obligationId }, now);
    if (gone === 0) throw new Problem("button-old");
    const work = await findReportWork(tx, obligationId);
    // Somebody of the unit itself keeps what they wrote.
    if (!work || !isOwnUnit(by, work.unitId))
      await tx.draft.deleteMany({ where: { obligationId, holderId: by.personId } });
    await audit("paper.stop", ["Obligation", obligationId]);
  });
}
