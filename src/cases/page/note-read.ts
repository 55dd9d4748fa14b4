/** Somebody whom no chat reaches has read on a signed page what became of a file of the report. */
import type { Who } from "../../domain/people/who.ts";
import { type CaseContext, transact } from "../case.ts";

export async function noteRead(ctx: CaseContext, by: Who, obligationId: number): Promise<void> {
  await transact(ctx, by, null, async ({ tx, now }) => {
    await tx.notice.updateMany({
      where: { kind: "file_refused", personId: by.personId, obligationId, messageId: null, readAt: null },
      data: { readAt: now },
    });
  });
}
