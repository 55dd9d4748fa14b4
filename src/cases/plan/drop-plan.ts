/** Throws a draft away, with everything read from its document. A published plan can't be dropped, only withdrawn. */

import type { Who } from "../../domain/people/who.ts";
import { forgetFiles } from "../../store/report/stored-files.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { draftOf } from "./mend-plan.ts";

export async function dropPlan(
  ctx: CaseContext,
  by: Who,
  planId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  const forgotten: string[] = [];
  const outcome = await transact(ctx, by, update, async ({ tx, audit }) => {
    const { files } = await draftOf(tx, by, planId);
    await tx.notice.deleteMany({ where: { planId } });
    await tx.plan.delete({ where: { id: planId } });
    forgotten.push(
      ...(await forgetFiles(
        tx,
        files.map((one) => one.fileId),
      )),
    );
    await audit("plan.drop", ["Plan", planId]);
    return true as const;
  });
  for (const sha256 of forgotten) ctx.files.remove(sha256);
  return outcome;
}
