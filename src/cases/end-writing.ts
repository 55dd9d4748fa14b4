/** The report has gone: what was arranged around its writing ends with the draft. */
import type { Tx } from "../store/database.ts";
import type { ReportWork } from "../store/drafts.ts";
import type { Who } from "../store/people.ts";
import { openNotices } from "./open-notices.ts";

export async function endWriting(tx: Tx, by: Who, { obligationId }: ReportWork, now: Date): Promise<void> {
  await tx.assignment.updateMany({ where: { obligationId, endedAt: null }, data: { endedAt: now } });
  await tx.paperEntry.deleteMany({ where: { obligationId } });
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
