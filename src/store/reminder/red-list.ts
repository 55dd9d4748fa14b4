/** What units are behind with, for the leaders of a board: not sent, or not mended. */
import type { Db, Tx } from "../database.ts";
import { findObligations, type ObligationRow } from "../plan/obligations.ts";

export interface OverduePlan {
  plan: { id: number; number: string | null; title: string };
  behind: ObligationRow[];
}

/** Of the boards that a person leads, plan by plan, the most overdue first. */
export async function overdueOfLeader(db: Db | Tx, personId: number, now: Date): Promise<OverduePlan[]> {
  const leads = await db.membership.findMany({
    where: { personId, role: "leader", until: null },
    select: { boardId: true },
  });
  const boards = new Set(leads.map((one) => one.boardId));
  const behind = (await findObligations(db, { dueUntil: now }, now)).filter(
    (one) => one.behind && boards.has(one.boardId),
  );
  const plans = new Map<number, OverduePlan>();
  for (const one of behind) {
    const plan = { id: one.planId, number: one.planNumber, title: one.planTitle };
    const known = plans.get(one.planId) ?? { plan, behind: [] };
    known.behind.push(one);
    plans.set(one.planId, known);
  }
  return [...plans.values()];
}
