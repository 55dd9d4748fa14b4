/**
 * The clock tells the board how plans stand: at its hours where something has changed, and at the last moment of a
 * deadline. What was told stands in a row of its own, written with the message: once, however often we look, and
 * once too after a stop.
 */
import { digestNow, hasChanged } from "../../domain/reminder/digest.ts";
import type { Tx } from "../../store/database.ts";
import {
  deadlineKey,
  deadlinesPast,
  digestFigures,
  digestKey,
  lastTold,
  plansToTell,
  tellOnce,
} from "../../store/reminder/digests.ts";
import { allHabits } from "../../store/reminder/habits.ts";
import { type CaseContext, transact } from "../case.ts";
import { openNotices } from "../sending/open-notices.ts";
import { workingDays } from "./working-days.ts";

/** A summary that a stop made late is still worth sending so long. */
const DEADLINE_DAYS = 14;

/** Returns how many messages were written. */
export async function tellBoard(ctx: CaseContext): Promise<number> {
  return (await tellDeadlines(ctx)) + (await tellDigests(ctx));
}

async function tellDigests(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const isWorking = await workingDays(ctx.db);
  const slots = new Map<number, { slot: Date; boardIds: number[] }>();
  for (const [boardId, { digestHours }] of await allHabits(ctx.db)) {
    const slot = digestNow(digestHours, now, ctx.zone, isWorking);
    if (!slot) continue;
    const same = slots.get(slot.getTime()) ?? { slot, boardIds: [] };
    same.boardIds.push(boardId);
    slots.set(slot.getTime(), same);
  }
  let told = 0;
  for (const { slot, boardIds } of slots.values())
    for (const plan of await plansToTell(ctx.db, boardIds, slot)) {
      const wrote = await transact(
        ctx,
        "clock",
        null,
        async ({ tx }) => {
          const figures = await digestFigures(tx, plan.id, now);
          const changed = hasChanged(
            figures,
            (await lastTold(tx, plan.id, new Date(now.getTime() + 1)))?.figures ?? null,
          );
          const row = { key: digestKey(plan.id, slot), planId: plan.id, at: now };
          if (!(await tellOnce(tx, changed ? { ...row, figures: { ...figures } } : row)) || !changed)
            return false;
          const key = digestKey(plan.id, slot);
          await openNotices(tx, await readersOf(tx, plan), now, { kind: "digest", key, planId: plan.id });
          return true;
        },
        "notices",
      );
      if (wrote === true) told++;
    }
  return told;
}

async function tellDeadlines(ctx: CaseContext): Promise<number> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - DEADLINE_DAYS * 86_400_000);
  let told = 0;
  for (const past of await deadlinesPast(ctx.db, since, now)) {
    const wrote = await transact(
      ctx,
      "clock",
      null,
      async ({ tx }) => {
        const key = deadlineKey(past);
        // The next digest has news only where something has changed since this summary.
        const figures = { ...(await digestFigures(tx, past.planId, now)) };
        if (!(await tellOnce(tx, { key, planId: past.planId, at: now, figures }))) return false;
        const { planId, milestoneId } = past;
        await openNotices(tx, await readersOf(tx, past), now, { kind: "deadline", key, planId, milestoneId });
        return true;
      },
      "notices",
    );
    if (wrote === true) told++;
  }
  return told;
}

/** Whoever follows the plan, and the board's leaders. */
export async function readersOf(
  tx: Tx,
  plan: { boardId: number; ownerId: number; standInId: number | null },
): Promise<number[]> {
  const leaders = await tx.membership.findMany({
    where: { boardId: plan.boardId, role: "leader", until: null },
    select: { personId: true },
  });
  const all = [plan.ownerId, plan.standInId, ...leaders.map((one) => one.personId)];
  return [...new Set(all.filter((id): id is number => id !== null))];
}
