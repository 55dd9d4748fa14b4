/** "Tôi làm tiếp": another person of the unit goes on with the report that somebody is writing. */
import { Problem } from "../domain/problem.ts";
import { writeAudit } from "../store/audit.ts";
import { saveDraft } from "../store/drafts.ts";
import type { Who } from "../store/people.ts";
import type { UpdateKey } from "../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "./case.ts";
import { checkOpen, reportFor } from "./write-report.ts";

/** The draft with all its answers passes to `by`; who held it can look, or take it back. Throws draft-gone. */
export async function takeReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, update, async (tx, now) => {
    const work = await reportFor(ctx, by, obligationId, tx);
    checkOpen(work);
    if (!work.draft) throw new Problem("draft-gone");
    const { id, revision, state, holderId, formVersionId } = work.draft;
    if (holderId === by.personId) return true;
    const saved = await saveDraft(tx, id, revision, state, {
      holderId: by.personId,
      formVersionId,
      at: now,
      from: state,
    });
    if (!saved) throw new Problem("draft-moved");
    await writeAudit(tx, {
      at: now,
      personId: by.personId,
      actor: "person",
      action: "report.take",
      subject: "Obligation",
      subjectId: obligationId,
      detail: { from: holderId },
    });
    return true;
  });
}
