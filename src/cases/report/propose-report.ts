/**
 * A unit whose secretary sends everything himself: a deputy's finished draft waits for his word. He sends it, or
 * gives it back; he always sees the answers as they are now.
 */

import { checkComplete } from "../../domain/form/canonical.ts";
import { standingAnswers } from "../../domain/form/standing.ts";
import { checkSecretaryOf, isSecretaryOf } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { secretaryOf } from "../../store/people/hand-overs.ts";
import type { ReportWork } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { asSecretary } from "./assign-report.ts";
import { checkOpen, reportFor } from "./write-report.ts";

/** Whether this person's finished draft goes to the secretary first. Where there is no secretary the deputy sends. */
export const mustPropose = (by: Who, work: Pick<ReportWork, "unitId" | "deputySends">): boolean =>
  !work.deputySends && by.acting?.kind !== "paper" && !isSecretaryOf(by, work.unitId);

/** Throws report-with-secretary. */
export function checkMaySend(by: Who, work: ReportWork): void {
  if (mustPropose(by, work)) throw new Problem("report-with-secretary");
}

/** @param revision of the draft the deputy saw */
export async function proposeReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  revision: number,
  update: UpdateKey | null,
): Promise<{ to: string } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const work = await reportFor(ctx, by, obligationId, tx);
      checkOpen(work);
      if (!work.draft) throw new Problem("draft-gone");
      if (work.draft.revision !== revision) throw new Problem("draft-moved");
      const nil = work.draft.state.cursor === "nil";
      const incomplete = nil ? null : checkComplete(work.form, work.draft.state);
      if (incomplete) throw incomplete;
      const secretary = await secretaryOf(tx, work.unitId);
      if (!secretary) throw new Problem("holder-none", { unit: work.unitName });
      await tx.$queryRaw`SELECT 1 FROM "Obligation" WHERE "id" = ${obligationId} FOR UPDATE`;
      const open = await tx.proposal.findFirst({ where: { obligationId, closedAt: null } });
      // What is private is not told from one to the other, and so is not kept here.
      const told = { ...work.form, fields: work.form.fields.filter((field) => !field.private) };
      const stand = nil ? {} : standingAnswers(told, work.draft.state);
      const answers = JSON.parse(JSON.stringify(stand));
      const proposal = open
        ? await tx.proposal.update({ where: { id: open.id }, data: { answers } })
        : await tx.proposal.create({ data: { obligationId, byId: by.personId, at: now, answers } });
      await openNotices(tx, [secretary.personId], now, {
        kind: "proposed",
        key: `proposed:${proposal.id}`,
        obligationId,
        facts: { by: by.name },
      });
      await audit("report.propose", ["Obligation", obligationId]);
      return { to: secretary.name };
    },
    "notices",
  );
}

/** The secretary lets the deputy go on with it. Throws proposal-gone where it was sent or given back meanwhile. */
export async function returnProposal(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<{ to: string } | typeof ALREADY> {
  return transact(
    ctx,
    by,
    update,
    async ({ tx, now, audit }) => {
      const work = await asSecretary(ctx, by, obligationId, tx);
      const open = await tx.proposal.findFirst({ where: { obligationId, closedAt: null } });
      if (!open || !work.draft) throw new Problem("proposal-gone");
      const closed = await tx.proposal.updateMany({
        where: { id: open.id, closedAt: null },
        data: { closedAt: now },
      });
      if (closed.count === 0) throw new Problem("proposal-gone");
      await tx.draft.update({
        where: { id: work.draft.id },
        data: { holderId: open.byId, revision: { increment: 1 } },
      });
      await openNotices(tx, [open.byId], now, {
        kind: "proposal_back",
        key: `proposal-back:${open.id}`,
        obligationId,
        facts: { by: by.name },
      });
      await audit("report.propose-back", ["Obligation", obligationId]);
      const deputy = await tx.person.findUnique({ where: { id: open.byId } });
      return { to: deputy?.name ?? "" };
    },
    "notices",
  );
}

/** Whether deputies of the unit send by themselves; its secretary says. */
export async function letDeputySend(
  ctx: CaseContext,
  by: Who,
  unitId: number,
  deputySends: boolean,
  update: UpdateKey | null,
): Promise<void> {
  checkSecretaryOf(by, unitId);
  await transact(ctx, by, update, async ({ tx, audit }) => {
    await tx.unit.update({ where: { id: unitId }, data: { deputySends } });
    await audit("unit.deputy-sends", ["Unit", unitId], { deputySends });
  });
}
