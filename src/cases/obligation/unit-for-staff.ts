import type { Permission } from "../../domain/people/permissions.ts";
import { checkVerb, mayDecide } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Db, Tx } from "../../store/database.ts";

/**
 * For staff who do something for a unit: what it owes, in a plan for which they decide. Throws not-allowed, and
 * obligation-not-found also for what is another board's to do.
 */
export async function unitForStaff(tx: Db | Tx, by: Who, verb: Permission, obligationId: number) {
  checkVerb(by, verb);
  const owed = await tx.obligation.findFirst({
    where: { id: obligationId, milestone: { plan: { state: "published" } } },
    include: { milestone: { include: { plan: { select: { boardId: true, standInId: true } } } } },
  });
  if (!owed || !mayDecide(by, verb, owed.milestone.plan)) throw new Problem("obligation-not-found");
  return owed;
}
