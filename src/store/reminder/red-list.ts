/** What is overdue, for the leaders of a board. */
import type { Db, Tx } from "../database.ts";
import { findObligations, type ObligationRow } from "../plan/obligations.ts";

export interface OverduePlan {
  plan: { id: number; number: string | null; title: string };
  late: ObligationRow[];
}

/** Of the boards that a person leads, plan by plan, the most overdue first. */
export async function overdueOfLeader(db: Db | Tx, personId: number, now: Date): Promise<OverduePlan[]> {
  const leads = await db.membership.findMany({
    where: { personId, role: "leader", until: null },
    select: { boardId: true },
  });
  const boards = new Set(leads.map((one) => one.boardId));
  const late = (await findObligations(db, { dueUntil: now }, now)).filter(
    (one) => one.status === "open-late" && boards.has(one.boardId),
  );
  const plans = new Map<number, OverduePlan>();
  for (const one of late) {
    const plan = { id: one.planId, number: one.planNumber, title: one.planTitle };
    const known = plans.get(one.planId) ?? { plan, late: [] };
    known.late.push(one);
    plans.set(one.planId, known);
  }
  return [...plans.values()];
}
