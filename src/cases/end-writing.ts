/**
 * The report has gone: what was arranged around its writing ends with the draft, and whoever handed it over, or wrote
 * it for another's word, hears of it.
 */
import type { Tx } from "../store/database.ts";
import type { ReportWork } from "../store/drafts.ts";
import { assignmentOf } from "../store/hand-overs.ts";
import type { Who } from "../store/people.ts";
import { endPaper } from "./enter-paper.ts";
import { openNotices } from "./open-notices.ts";

export async function endWriting(tx: Tx, by: Who, { obligationId }: ReportWork, now: Date): Promise<void> {
  const given = await assignmentOf(tx, obligationId);
  if (given) {
    await tx.assignment.update({ where: { id: given.id }, data: { endedAt: now } });
    if (given.byId !== by.personId) {
      await openNotices(tx, [given.byId], now, {
        kind: "assigned_sent",
        key: `assigned-sent:${given.id}`,
        obligationId,
        facts: { by: by.name },
      });
    }
  }
  await endPaper(tx, { obligationId }, now);
  const open = await tx.proposal.findFirst({ where: { obligationId, closedAt: null } });
  if (!open) return;
  await tx.proposal.update({ where: { id: open.id }, data: { closedAt: now } });
  if (open.byId === by.personId) return;
  await openNotices(tx, [open.byId], now, {
    kind: "proposal_sent",
    key: `proposal-sent:${open.id}`,
    obligationId,
    facts: { by: by.name },
  });
}
